import { readdirSync, readFileSync } from 'node:fs';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { purchaseOrder850 } from '../src/004010.ts';
import type { Delimiters, Interchange } from '../src/envelope/interchange.ts';
import { parse } from '../src/parse.ts';
import { read } from '../src/read.ts';
import { serialize } from '../src/serialize.ts';
import { inReference, referenceFolder } from './reference-folder.ts';
import { interchange, isa, ORDER } from './sample.ts';

const first = (input: string | Uint8Array): Interchange => {
  const [found] = parse(input).interchanges;
  if (found === undefined) throw new Error('no interchange was read');
  return found;
};

/** All that an interchange says, without where in the bytes it says so. */
const content = ({ header, groups, acknowledgments }: Interchange) => ({
  header,
  acknowledgments: acknowledgments.map(({ id, elements }) => ({ id, elements })),
  groups: groups.map(({ header, sets }) => ({
    header,
    sets: sets.map(({ segments }) => segments.map(({ id, elements, position }) => ({ id, elements, position }))),
  })),
});

const textOf = (value: Interchange, options?: Parameters<typeof serialize>[1]): string => {
  const result = serialize(value, options);
  if (!result.ok) throw new Error(JSON.stringify(result.issues));
  return new TextDecoder().decode(result.value);
};

describe('serialize', () => {
  it('gives the bytes back that were read', () => {
    const text = interchange([ORDER, ORDER]);
    expect(textOf(first(text))).toBe(text);
  });

  it.each([
    [
      'other separators',
      { delimiters: { element: '|', component: ':', segment: "'" } },
      "ST|850|0001'BEG|00|SA|PO1||20260114'",
    ],
    ['a line break after each segment', { lineBreak: '\n' }, 'ST*850*0001~\nBEG*00*SA*PO1**20260114~\n'],
  ] as const)('writes %s on request', (_, options, expected) => {
    expect(textOf(first(interchange([ORDER])), options)).toContain(expected);
  });

  it.each([
    ['composites', 'REF*DP*038**ZZ>1>AB>2', ORDER],
    ['separators behind the last element', 'REF*DP*038***', ORDER],
    ['letters of two bytes', 'PER*BD*CAFÉ ŁÓDŹ', ORDER],
    ['a segment without elements', 'REF', ORDER],
  ])('keeps %s', (_, segment, order) => {
    const text = interchange([[...order.slice(0, 2), segment, ...order.slice(3)]]);
    expect(textOf(first(text))).toBe(text);
  });

  it('keeps a binary payload byte for byte, whatever separators it holds', () => {
    const payload = [0x00, 0x7e, 0x2a, 0xff, 0xc3, 0x7c];
    const [head = '', tail = ''] = interchange([['BIN*6*?', 'CTT*1']]).split('?');
    const bytes = Uint8Array.from([...Buffer.from(head), ...payload, ...Buffer.from(tail)]);
    const result = serialize(first(bytes), { delimiters: { element: '|', component: ':', segment: "'" } });
    expect(result.ok && Array.from(result.value)).toEqual(
      Array.from(
        Buffer.concat([
          Buffer.from(head.replaceAll('*', '|').replaceAll('~', "'").replace('>', ':')),
          Buffer.from(payload),
          Buffer.from(tail.replaceAll('*', '|').replaceAll('~', "'")),
        ]),
      ),
    );
  });

  it('writes an interchange of TA1s only', () => {
    const text = `${isa()}TA1*000000007*260115*0830*A*000~IEA*0*000000001~`;
    expect(textOf(first(text))).toBe(text);
  });

  it('leaves an untouched interchange as it came, counts that are wrong and line breaks included', () => {
    const text = interchange([ORDER]).replace('GE*1*', 'GE*7*').replaceAll('~', '~\r\n').trimEnd();
    expect(textOf(first(text))).toBe(text);
  });

  it('what read gives is untouched too', () => {
    const text = interchange([ORDER]).replace('IEA*1*', 'IEA*9*');
    const [received] = read(text, { sets: [purchaseOrder850] }).interchanges;
    expect(received && textOf(received)).toBe(text);
  });

  it('makes the envelope anew where something was replaced, and leaves the bytes of the other sets', () => {
    const text = interchange([ORDER, ORDER]).replaceAll('SE*', 'SE*0').replace('GE*2*', 'GE*7*');
    const { groups, ...rest } = first(text);
    const [group] = groups;
    const [one, other] = group?.sets ?? [];
    if (group === undefined || one === undefined || other === undefined) throw new Error('no sets');
    const edited = { ...other, segments: other.segments.filter(({ id }) => id !== 'CTT') };
    const written = textOf({ ...rest, groups: [{ ...group, sets: [one, edited] }] });
    expect(written).toBe(text.replace(/CTT\*\d+~(?!.*CTT)/, '').replace('GE*7*', 'GE*2*'));
  });

  it('gotcha 36 refuses separators that a value holds, with the place of each', () => {
    const { ok, issues } = serialize(first(interchange([ORDER])), {
      delimiters: { element: '*', component: '>', segment: '.' },
    });
    expect(ok).toBe(false);
    expect(issues.map(({ code, path, found }) => [code, path, found])).toEqual([
      ['value-holds-separator', ['PO1', 'PO104'], '3.25'],
      ['value-holds-separator', ['PO1', 'PO104'], '41.4'],
    ]);
  });

  it('refuses a carriage return before a line feed that ends the segment', () => {
    const value = first(interchange([[...ORDER.slice(0, -1), 'MSG*TEXT\r', 'CTT*2']]));
    expect(serialize(value, { delimiters: { element: '*', component: '>', segment: '\n' } }).issues).toMatchObject([
      { code: 'value-holds-separator', path: ['MSG', 'MSG01'] },
    ]);
  });

  it('refuses a binary payload that holds more than bytes', () => {
    const source = first(interchange([['BIN*3*abc']]));
    const [group] = source.groups;
    const [set] = group?.sets ?? [];
    if (group === undefined || set === undefined) throw new Error('no set was read');
    const segments = set.segments.map(({ id, elements, offset, length, position }) => ({
      ...{ id, offset, length, position },
      elements: id === 'BIN' ? [{ repeats: [['3']] }, { repeats: [['a€b']] }] : elements,
    }));
    const { type, controlNumber, address, issues } = set;
    const edited = { type, controlNumber, address, issues, segments, offset: 0, length: 0 };
    const { ok, issues: found } = serialize({ ...source, groups: [{ ...group, sets: [edited] }] });
    expect([ok, found]).toMatchObject([false, [{ code: 'document-value', at: { segment: 2, element: 2 } }]]);
  });

  it('refuses separators that are none', () => {
    const { ok, issues } = serialize(first(interchange([ORDER])), {
      delimiters: { element: '*', component: '*', segment: '~' },
    });
    expect([ok, issues.map(({ code }) => code)]).toEqual([false, ['outgoing-separators']]);
  });

  const delimiters: fc.Arbitrary<Delimiters> = fc.constantFrom(
    { element: '*', component: '>', segment: '~', repetition: '^' },
    { element: '|', component: ':', segment: "'", repetition: '!' },
    { element: '\u001d', component: '\u001f', segment: '\n', repetition: '\u001e' },
  );
  const text = fc.string({ unit: fc.constantFrom(...'AB1 .é'), maxLength: 5 });
  const element = fc.array(fc.array(text, { minLength: 1, maxLength: 3 }), { minLength: 1, maxLength: 2 });
  const segment = fc.record({ id: fc.constantFrom('REF', 'N1', 'ZZZ'), elements: fc.array(element, { maxLength: 4 }) });

  it('law: what is serialized parses to the same segments, whatever separators are chosen', () => {
    fc.assert(
      fc.property(fc.array(segment, { maxLength: 6 }), delimiters, delimiters, (segments, read, write) => {
        const line = ({ id, elements }: { id: string; elements: string[][][] }) =>
          [
            id,
            ...elements.map((repeats) =>
              repeats.map((components) => components.join(read.component)).join(read.repetition),
            ),
          ].join(read.element);
        const options = { ...read, terminator: read.segment };
        const source = interchange([segments.map(line)], {
          ...options,
          isa: { 11: read.repetition ?? '', 12: '00501' },
        });
        const value = first(source);
        const again = serialize(value, { delimiters: write });
        expect(again.ok && content(first(again.value))).toEqual(content(value));
      }),
      { numRuns: 200 },
    );
  });

  it.skipIf(referenceFolder === undefined)(
    'law: every interchange of the corpus that is sound parses, serialized, to the same segments (skipped without the reference folder)',
    () => {
      const corpus = inReference('x12', 'corpus');
      const files = readdirSync(corpus, { recursive: true, withFileTypes: true }).filter((entry) => entry.isFile());
      let compared = 0;
      for (const entry of files) {
        for (const value of parse(readFileSync(`${entry.parentPath}/${entry.name}`)).interchanges) {
          const result = serialize(value);
          if (!result.ok) {
            expect(value.issues, entry.name).not.toEqual([]);
            continue;
          }
          expect(content(first(result.value)), entry.name).toEqual(content(value));
          compared++;
        }
      }
      expect(compared).toBeGreaterThan(300);
    },
  );
});
