import { describe, expect, it } from 'vitest';
import { purchaseOrder850, shipNotice856 } from '../src/004010.ts';
import { compareGuides } from '../src/guide/compare-guides.ts';
import { constraintsOf } from '../src/guide/constraints-of.ts';
import { printGuide } from '../src/guide/print-guide.ts';
import { type GuideParts, guideOf } from './guide-sample.ts';

const printed = (parts: GuideParts) => printGuide(purchaseOrder850, guideOf(purchaseOrder850, parts));

describe('printGuide', () => {
  it('is a page that a trading partner can read', () => {
    const page = printed({
      version: '2',
      effective: { from: '2026-03-01' },
      notes: ['Send one order per transaction set.'],
      characters: { set: 'basic', also: 'é' },
      separators: { element: '*', component: '>', segment: '\n' },
      violations: { 'guide-code': 'reject' },
      places: [
        { path: 'PO1/PO103', codes: [{ code: 'EA', label: 'each' }, 'CA'] },
        { path: 'REF[01=IA].02', usage: 'required', format: 'digits', minimum: 9, maximum: 9, name: 'Supplier number' },
        { path: 'REF[01=IA]', usage: 'required', most: 1, notes: 'Never | blank.' },
        { path: 'CUR', usage: 'not-used' },
      ],
      conditions: [
        { id: 'location', at: 'N1', when: { path: 'N103', is: ['92'] }, must: { path: 'N104', present: true } },
      ],
      example: 'BEG*00*SA*PO1**20260114~',
      provenance: ['Made up.'],
    });
    expect(page).toBe(`# Sample guide

Transaction set 850 (${purchaseOrder850.name}), release 004010, version 2, in force from 2026-03-01.

## Notes

- Send one order per transaction set.

## Characters and separators

- Characters: the basic character set of X12
- Also allowed: \`é\`
- Separators: element \`*\`, component \`>\`, segment terminator \`\\n\`

## Segments and loops

| Place | Name | Standard | Guide | Uses | Notes |
| --- | --- | --- | --- | --- | --- |
| \`CUR\` | Currency | optional | not used | 0 |  |
| \`REF[01=IA]\` | Reference number | optional | required | exactly 1 | Never \\| blank. |

## Elements

### \`REF[01=IA]\` Reference number

| Element | Name | Standard | Guide | Values | Notes |
| --- | --- | --- | --- | --- | --- |
| REF02 | Supplier number | relational AN 1/30 | required | 9 characters; digits only |  |

### \`PO1\` Purchase order line

| Element | Name | Standard | Guide | Values | Notes |
| --- | --- | --- | --- | --- | --- |
| PO103 | unit of measure | optional ID 2/2 |  | \`EA\` each; \`CA\` |  |

## Conditions

| Condition | In each | Rule |
| --- | --- | --- |
| location | \`N1\` | when N103 is 92, N104 is given |

## What a fault does

- \`guide-code\`: rejects the transaction set
- Any other fault against this guide is reported, and the transaction set is accepted with errors.

## Example

\`\`\`text
BEG*00*SA*PO1**20260114~
\`\`\`

## Sources

- Made up.
`);
  });

  it('reads nothing in a text as a mark', () => {
    const page = printed({ name: '<b>*x*</b>', notes: ['a\n# b'], example: '```\n# c' });
    expect(page).toContain('# \\<b\\>\\*x\\*\\</b\\>');
    expect(page).toContain('- a \\# b');
    expect(page).toContain('````text\n```\n# c\n````');
  });

  it('shows the orders of levels', () => {
    const guide = guideOf(shipNotice856, { levels: [['S', 'O', 'I']] });
    expect(printGuide(shipNotice856, guide)).toContain('## Orders of levels\n\n- S → O → I');
  });

  it('does not print a guide of another set', () => {
    expect(() => printGuide(shipNotice856, guideOf(purchaseOrder850, {}))).toThrow(RangeError);
  });
});

const place = (path: string, rule: GuideParts): GuideParts => ({ places: [{ path, ...rule }] });
const must = (rule: GuideParts): GuideParts => ({
  conditions: [{ id: 'c', must: { path: 'BEG02', is: ['SA'] }, ...rule }],
});

describe('compareGuides', () => {
  it.each<[string, GuideParts, GuideParts, string[]]>([
    ['nothing', place('CUR', { usage: 'used' }), place('CUR', { usage: 'used' }), []],
    ['a version', { version: '1' }, { version: '2' }, ['wording guide version']],
    [
      'a segment that is required now',
      place('CUR', { usage: 'used' }),
      place('CUR', { usage: 'required' }),
      ['tightened CUR least'],
    ],
    ['a rule that is new', {}, place('CUR', { usage: 'required' }), ['tightened CUR least']],
    ['a rule that is gone', place('CUR', { usage: 'not-used' }), {}, ['loosened CUR most']],
    [
      'a segment that may be left out',
      place('CUR', { usage: 'required' }),
      place('CUR', { usage: 'dependent' }),
      ['loosened CUR least'],
    ],
    [
      'another word for the same',
      place('CUR', { usage: 'used' }),
      place('CUR', { usage: 'dependent' }),
      ['wording CUR usage'],
    ],
    ['more uses', place('REF', { most: 1 }), place('REF', { most: 2 }), ['loosened REF most']],
    ['fewer uses', place('REF', {}), place('REF', { most: 2 }), ['tightened REF most']],
    [
      'a code less and a code more',
      place('BEG02', { codes: ['SA', 'RL'] }),
      place('BEG02', { codes: ['SA', 'BK'] }),
      ['tightened BEG02 codes', 'loosened BEG02 codes'],
    ],
    ['codes in another order', place('BEG02', { codes: ['SA', 'RL'] }), place('BEG02', { codes: ['RL', 'SA'] }), []],
    [
      'a label',
      place('BEG02', { codes: ['SA'] }),
      place('BEG02', { codes: [{ code: 'SA', label: 'x' }] }),
      ['wording BEG02 label of SA'],
    ],
    ['longer at least', place('BEG03', { minimum: 2 }), place('BEG03', { minimum: 3 }), ['tightened BEG03 minimum']],
    ['longer at most', place('BEG03', { maximum: 2 }), place('BEG03', { maximum: 3 }), ['loosened BEG03 maximum']],
    [
      'another format',
      place('BEG03', { format: 'digits' }),
      place('BEG03', { format: 'letters' }),
      ['loosened BEG03 format', 'tightened BEG03 format'],
    ],
    ['a condition that is new', {}, must({}), ['tightened c condition']],
    ['a condition that is gone', must({}), {}, ['loosened c condition']],
    [
      'a condition that is another',
      must({}),
      must({ must: { path: 'BEG02', is: ['BK'] } }),
      ['loosened c condition', 'tightened c condition'],
    ],
    ['other words of a condition', must({}), must({ text: 'SA only' }), ['wording c text']],
    ['a condition with its properties in another order', must({}), must({ must: { is: ['SA'], path: 'BEG02' } }), []],
    [
      'a larger character set',
      { characters: { set: 'basic' } },
      { characters: { set: 'basic', also: 'é' } },
      ['loosened characters characters'],
    ],
    ['a character set that is new', {}, { characters: { set: 'basic' } }, ['tightened characters characters']],
    [
      'a replacement',
      { characters: { set: 'basic' } },
      { characters: { set: 'basic', fold: true } },
      ['wording characters fold'],
    ],
    ['a graver verdict', {}, { violations: { 'guide-code': 'reject' } }, ['tightened violations guide-code']],
    [
      'a lighter verdict over the standard',
      {},
      { violations: { 'segment-unknown': 'silent' } },
      ['loosened violations segment-unknown'],
    ],
    [
      'separators',
      {},
      { separators: { element: '*', component: '>', segment: '~' } },
      ['tightened separators separators'],
    ],
  ])('%s', (_, before, after, expected) => {
    const changes = compareGuides(guideOf(purchaseOrder850, before), guideOf(purchaseOrder850, after));
    expect(changes.map(({ kind, place: at, what }) => `${kind} ${at} ${what}`)).toEqual(expected);
  });

  it('tells orders of levels', () => {
    const [before, after] = [[['S', 'O', 'I']], [['S', 'O', 'P', 'I']]].map((levels) =>
      guideOf(shipNotice856, { levels }),
    );
    if (before === undefined || after === undefined) throw new Error('two guides');
    expect(compareGuides(before, after)).toEqual([
      { kind: 'tightened', place: 'levels', what: 'levels', before: 'S-O-I' },
      { kind: 'loosened', place: 'levels', what: 'levels', after: 'S-O-P-I' },
    ]);
  });
});

describe('constraintsOf', () => {
  const constraint = (path: string, rule: GuideParts) => {
    const [found] = constraintsOf(purchaseOrder850, guideOf(purchaseOrder850, place(path, rule))).places;
    if (found === undefined) throw new Error('no place');
    const { least, most, minimum, maximum, codes } = found;
    return { least, most, minimum, maximum, codes: codes && [...codes] };
  };

  it('gives what both the standard and the guide allow', () => {
    expect(constraint('PO1', { most: 5 })).toMatchObject({ least: 1, most: 5 });
    expect(constraint('N1[01=ST]', { usage: 'required', most: 1 })).toMatchObject({ least: 1, most: 1 });
    expect(constraint('N1[01=ST].04', { maximum: 13 })).toMatchObject({ minimum: 2, maximum: 13 });
    expect(constraint('PO1[03=EA]', { most: 5 })).toMatchObject({ least: 0, most: 5 });
    expect(constraint('CUR', { usage: 'not-used' })).toMatchObject({ least: 0, most: 0 });
    expect(constraint('BEG02', { codes: ['SA'] })).toMatchObject({ least: 1, codes: ['SA'] });
  });
});
