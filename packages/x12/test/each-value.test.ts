import { readdirSync, readFileSync } from 'node:fs';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { eachSegment } from '../src/each-segment.ts';
import { eachValue } from '../src/each-value.ts';
import type { Segment } from '../src/envelope/interchange.ts';
import { parse } from '../src/parse.ts';
import { value } from '../src/value.ts';
import { inReference, referenceFolder } from './reference-folder.ts';
import { interchange } from './sample.ts';

type Found = [string, number, number, number];

function found(segment: Segment): Found[] {
  const values: Found[] = [];
  eachValue(segment, (...one) => values.push(one));
  return values;
}

/** The same the long way. */
const expected = ({ elements }: Segment): Found[] =>
  elements.flatMap(({ repeats }, element) =>
    repeats.flatMap((components, repeat) =>
      components.map((text, component): Found => [text, element + 1, repeat + 1, component + 1]),
    ),
  );

const designator = ({ id }: Segment, element: number, component: number): string =>
  `${id}${String(element).padStart(2, '0')}-${component}`;

const segmentsOf = (input: string | Uint8Array): Segment[] =>
  parse(input).interchanges.flatMap(({ groups }) =>
    groups.flatMap(({ sets }) => sets.flatMap(({ segments }) => segments)),
  );

const setOf = (texts: readonly string[]): Segment[] => segmentsOf(interchange([['ST*850*0001', ...texts]]));

const segmentOf = (text: string): Segment => {
  const segment = setOf([text])[1];
  if (segment === undefined) throw new Error('no segment was read');
  return segment;
};

describe('eachValue', () => {
  it.each<[string, Segment, Found[]]>([
    [
      'each element',
      segmentOf('REF*DP*0042'),
      [
        ['DP', 1, 1, 1],
        ['0042', 2, 1, 1],
      ],
    ],
    [
      'the empty ones too',
      segmentOf('REF**0042*'),
      [
        ['', 1, 1, 1],
        ['0042', 2, 1, 1],
        ['', 3, 1, 1],
      ],
    ],
    [
      'each component',
      segmentOf('REF*DP*1**ZZ>7'),
      [
        ['DP', 1, 1, 1],
        ['1', 2, 1, 1],
        ['', 3, 1, 1],
        ['ZZ', 4, 1, 1],
        ['7', 4, 1, 2],
      ],
    ],
    ['nothing of a segment without elements', segmentOf('REF'), []],
    [
      'a text in UTF-8',
      segmentOf('N1*ST*CAFÉ'),
      [
        ['ST', 1, 1, 1],
        ['CAFÉ', 2, 1, 1],
      ],
    ],
    [
      'each repeat of a segment that was made',
      { id: 'SV1', elements: [{ repeats: [['A'], ['B', 'C']] }], offset: 0, length: 0, position: 2 },
      [
        ['A', 1, 1, 1],
        ['B', 1, 2, 1],
        ['C', 1, 2, 2],
      ],
    ],
  ])('visits %s', (_, segment, values) => {
    expect(found(segment)).toEqual(values);
  });

  it('law: it gives what is in the elements, and so does value', () => {
    const text = fc.stringMatching(/^[A-Z0-9 >é]{0,20}$/);
    fc.assert(
      fc.property(
        fc.array(fc.array(text, { minLength: 1, maxLength: 12 }), { minLength: 1, maxLength: 12 }),
        (rows) => {
          for (const segment of setOf(rows.map((row) => `REF*${row.join('*')}`))) check(segment);
        },
      ),
      { numRuns: 300 },
    );
  });

  it.skipIf(referenceFolder === undefined)(
    'gives what is in the elements of odd files (skipped without the reference folder)',
    () => {
      let count = 0;
      for (const name of readdirSync(inReference('x12/edge'))) {
        if (!name.endsWith('.edi')) continue;
        for (const segment of segmentsOf(readFileSync(inReference(`x12/edge/${name}`)))) {
          check(segment);
          count++;
        }
      }
      expect(count).toBeGreaterThan(50);
    },
  );
});

function check(segment: Segment): void {
  const values = found(segment);
  // Asked before `elements` is: that is the short way.
  const single = values
    .filter(([, , repeat]) => repeat === 1)
    .map(([, element, , component]) =>
      /^[A-Z][A-Z0-9]{1,2}$/.test(segment.id) ? value(segment, designator(segment, element, component)) : undefined,
    );
  const slow = expected(segment);
  expect(values).toEqual(slow);
  if (/^[A-Z][A-Z0-9]{1,2}$/.test(segment.id))
    expect(single).toEqual(
      slow.filter(([, , repeat]) => repeat === 1).map(([text]) => (text === '' ? undefined : text)),
    );
}

describe('eachSegment', () => {
  it.each([
    ['parsed', parse(interchange([['REF*DP*1', 'CTT*1']])).interchanges[0]?.groups[0]?.sets[0]],
    ['made', { segments: [segmentOf('REF*DP*1'), segmentOf('CTT*1')] }],
  ])('visits each segment of a set that was %s, in order', (_, set) => {
    const seen: Segment[] = [];
    if (set !== undefined) eachSegment(set, (segment) => seen.push(segment));
    expect(seen.length).toBeGreaterThan(1);
    expect(seen).toEqual(set?.segments);
  });
});
