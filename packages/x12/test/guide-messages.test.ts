import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { purchaseOrder850 } from '../src/004010.ts';
import { readDictionary } from '../src/dictionary/read-dictionary.ts';
import { format } from '../src/format.ts';
import { readGuide } from '../src/guide/read-guide.ts';
import { withGuide } from '../src/guide/with-guide.ts';
import { read } from '../src/read.ts';
import { interchange, ORDER } from './sample.ts';

const BASE = { name: 'Example Stores', set: '850', release: '004010' } as const;

const told = (parts: object): string[] => {
  const result = readGuide({ ...BASE, ...parts }, { definition: purchaseOrder850 });
  return result.issues.map((issue) => format(issue));
};

const toldOfPath = (path: string): string | undefined =>
  told({ places: [{ path }] })[0]?.replace('places/0/path: ', '');

describe('what a person reads of a guide', () => {
  it.each<[string, object, string]>([
    [
      'a word that is none is quoted once',
      { places: [{ path: 'BEG03', usage: 'requird' }] },
      'places.0.usage must be one of required, used, dependent, not-used; found "requird"',
    ],
    [
      'what is no text is shown as JSON',
      { places: [{ path: 5 }] },
      'places.0.path must be text of 1 to 200 characters; found "5"',
    ],
    [
      'a code that there is not, beside those that there are',
      { violations: { 'level-foo': 'reject' } },
      'violations.level-foo is no code of an issue; expected one of level-duplicate, level-parent, level-children, level-order',
    ],
    [
      'a code of no kind, beside the kinds',
      { violations: { foo: 'reject' } },
      'violations.foo is no code of an issue; expected guide-* or a code that begins with segment-, loop-, element-, level- or guide-',
    ],
    [
      'a code of the envelope',
      { violations: { 'set-type': 'silent' } },
      'violations.set-type can not be changed; expected a code about a segment, loop, element, level or guide',
    ],
  ])('%s', (_, parts, expected) => {
    expect(told(parts)).toEqual([expected]);
  });

  it.each([
    ['a qualifier without its element', 'N1[ST]', 'N1[01=ST]'],
    ['a loop by its name in documents', 'PO1Loop/PO1', 'PO1'],
    ['a path of an issue', 'PO1Loop/0/PO1/PO102', 'PO1/PO102'],
    ['a loop within one', 'PO1/PIDLoop/PID', 'PO1/PID'],
    ['small letters', 'po1/pid/pid05', 'PO1/PID/PID05'],
    ['a value as it is written', 'n1[01=St]/n104', 'N1[01=St]/N104'],
    ['a qualified loop by its name in documents', 'N1Loop[01=ST]/N401', 'N1[01=ST]/N401'],
    ['a segment in front of its element', 'BEG/BEG03', 'BEG03'],
    ['an element behind its segment', 'BEG/03', 'BEG03'],
    ['the first segment of a loop in front of its element', 'N1[01=ST]/N1/N104', 'N1[01=ST]/N104'],
  ])('a path that leads nowhere, and one that was meant: %s', (_, given, meant) => {
    expect(toldOfPath(given)).toMatch(new RegExp(`did you mean ${meant.replaceAll(/[[\]]/g, String.raw`\$&`)}\\?$`));
  });

  it.each([
    ['what is no path', 'the number', 'the number is not a path such as REF02, N1[01=ST]/N401 or REF[01=IA].02'],
    ['a segment that is not there', 'BSN01', 'BSN01: there is no BSN here'],
  ])('a path that is near to none: %s', (_, given, message) => {
    expect(toldOfPath(given)).toBe(message);
  });

  it('whatever is meant is a path', () => {
    const step = fc.constantFrom('N1', 'n1[ST]', 'PO1Loop', '0', 'PO102', '03', 'REF', 'BEG', 'x', '');
    fc.assert(
      fc.property(fc.array(step, { minLength: 1, maxLength: 6 }), (steps) => {
        const [, meant] = /did you mean (.*)\?$/.exec(toldOfPath(steps.join('/')) ?? '') ?? [];
        if (meant !== undefined) expect(toldOfPath(meant)).toBeUndefined();
      }),
    );
  });

  it('a condition in the words of the partner, once and without a second full stop', () => {
    const text = 'Every ship-to has an address.';
    const must = { path: 'N301', present: true };
    const definition = withGuide(purchaseOrder850, {
      ...BASE,
      conditions: [{ id: 'ship', at: 'N1[01=ST]', must, text }],
    });
    const input = interchange([ORDER.filter((segment) => !segment.startsWith('N3'))]);
    const { issues } = read(input, { sets: [definition] });
    expect(issues.map((issue) => format(issue).replace(/^.*?: /, ''))).toEqual([
      'warning: N3 is missing by the condition ship: Every ship-to has an address; found "N4" [AK304-3, guide Example Stores]',
    ]);
  });
});

describe('what a person reads of a dictionary', () => {
  it('quotes what it found once', () => {
    const structure = [{ segment: 'BEG', requirement: 'Q', maximumUse: 1 }];
    const sets = [{ id: '850', functionalIdentifier: 'PO', name: 'Order', structure }];
    const result = readDictionary({ release: '004010', sets });
    expect(result.issues.map((issue) => format(issue))).toEqual([
      'sets.0.structure.0.requirement must be one of M, O, X; found "Q"',
    ]);
  });
});
