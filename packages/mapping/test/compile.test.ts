import { Order } from '@dist/canonical';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import * as z from 'zod';
import { type Condition, compile, json, loadMap, type PartnerMap, type Rule } from '../src/index.ts';
import { x12 } from '../src/x12.ts';
import { codesOf, mustHave } from './compiled.ts';
import { smallOrder } from './small-order.ts';

const schema = z.strictObject({
  number: z.string(),
  note: z.string().optional(),
  total: z.string().optional(),
  ids: z.array(z.strictObject({ scheme: z.string(), value: z.string() })),
  lines: z.array(z.strictObject({ id: z.string(), quantity: z.string() })).optional(),
  kind: z.literal('order').optional(),
});
const whole: readonly Rule[] = [
  { id: 'purpose', op: 'const', native: 'BEG01', value: '00' },
  { id: 'number', canonical: 'number', native: 'BEG03', required: true },
];
const lines = (rules: readonly Rule[]): Rule => ({ id: 'lines', op: 'each', canonical: 'lines', native: 'PO1', rules });

function faults(rules: readonly Rule[], more: Partial<PartnerMap> = {}): string[] {
  const map = {
    id: 'm',
    version: '1',
    native: 'x12/004010/850',
    canonical: 'order',
    ...more,
    rules: [...whole, ...rules],
  };
  const loaded = loadMap(map);
  if (!loaded.ok) return codesOf(loaded);
  return compile<unknown, unknown>(loaded.value, { native: x12(smallOrder), canonical: schema }).issues.map(
    ({ code, rule, severity }) => [code, rule, severity === 'error' ? '' : severity].filter(Boolean).join(' '),
  );
}
const bind = (more: Record<string, unknown>): Rule =>
  ({ id: 'r', canonical: 'note', native: 'BEG02', ...more }) as Rule;
const nest = (more: Record<string, unknown>): Rule =>
  ({
    id: 'hl',
    op: 'nest',
    native: 'HL',
    units: 'units',
    items: 'items',
    levels: ['I'],
    define: { I: { holds: 'item', rules: [] } },
    ...more,
  }) as Rule;

describe('compiling checks', () => {
  it('a right map has no faults', () => expect(faults([bind({})])).toEqual([]));

  it.each([
    ['a segment that is not there', bind({ native: 'XYZ01' }), 'path-unknown r'],
    ['an element that is not there', bind({ native: 'BEG09' }), 'path-unknown r'],
    ['a component of an element without', bind({ native: 'BEG02-1' }), 'path-unknown r'],
    ['a condition on an element that is not there', bind({ native: 'REF[09=IA].02' }), 'path-unknown r'],
    ['a field that is not there', bind({ canonical: 'nothing' }), 'path-unknown r'],
    ['a field inside a value', bind({ canonical: 'note.more' }), 'path-unknown r'],
    ['a segment used like a loop', bind({ native: 'BEG/REF02' }), 'path-unknown r'],
    ['brackets that do not close', bind({ native: 'REF[01=IA.02' }), 'path-malformed r'],
    ['a place in what is no list', bind({ canonical: 'note[0]' }), 'path-malformed r'],
    ['a list without a choice', bind({ canonical: 'ids.value' }), 'path-malformed r'],
    ['a name that would change a prototype', bind({ canonical: '__proto__' }), 'path-malformed r'],
    ['all items outside calc', bind({ canonical: 'lines[].id' }), 'path-malformed r'],
    ['an object instead of a value', bind({ native: 'BEG' }), 'path-not-value r'],
    ['a list instead of a value', bind({ canonical: 'ids' }), 'path-not-value r'],
    [
      'a value instead of a list',
      { id: 'r', op: 'each', canonical: 'lines[0]', native: 'PO1', rules: whole } as Rule,
      'path-not-value r',
    ],
    ['an unknown codec', bind({ as: 'dates' }), 'codec-unknown r'],
    ['one path for a codec of two', bind({ as: 'dateTime' }), 'codec-arity r'],
    ['two paths for a codec of one', bind({ native: ['BEG02', 'BEG04'] }), 'codec-arity r'],
    ['an unknown table', bind({ as: 'table:none' }), 'table-unknown r'],
    ['two rules with one id', bind({ id: 'number', native: 'BEG04' }), 'rule-id-repeated number'],
    ['two rules for one element', bind({ native: 'BEG03' }), 'path-repeated r'],
    ['two rules for one field', bind({ canonical: 'number' }), 'path-repeated r'],
    ['a rule that holds no rules', lines([]), 'rule-dead lines'],
    ['a condition without a side', { id: 'w', op: 'when', if: {}, rules: [bind({})] } as Rule, 'rule-dead w'],
    [
      'a rule for reading in one for writing',
      { ...lines([bind({ canonical: 'id', native: 'PO101', only: 'read' })]), only: 'write' } as Rule,
      'rule-dead r',
    ],
    [
      'a code of order without meaning',
      {
        id: 'p',
        op: 'pairs',
        canonical: 'ids',
        native: 'BEG',
        from: 4,
        order: ['A', 'B'],
        codes: { A: { scheme: 'x' } },
      } as Rule,
      'rule-dead p',
    ],
    [
      'two codes of one meaning',
      {
        id: 'p',
        op: 'pairs',
        canonical: 'ids',
        native: 'BEG',
        from: 4,
        codes: { A: { scheme: 'x' }, B: { scheme: 'x' } },
      } as Rule,
      'pairs-ambiguous p',
    ],
    [
      'elements that are no pairs',
      { id: 'p', op: 'pairs', canonical: 'ids', native: 'BEG', from: 4, to: 8, codes: { A: { scheme: 'x' } } } as Rule,
      'path-unknown p',
    ],
    [
      'const on both sides',
      { id: 'c', op: 'const', native: 'BEG02', canonical: 'note', value: 'x' } as Rule,
      'rule-malformed c',
    ],
    [
      'const outside a closed list',
      { id: 'c', op: 'const', canonical: 'kind', value: 'invoice' } as Rule,
      'value-not-in-list c',
    ],
    [
      'a sum of two paths',
      { id: 'c', op: 'calc', native: 'BEG02', function: 'sum', of: ['a', 'b'] } as Rule,
      'rule-malformed c',
    ],
    ['nest where there is no tree', nest({ native: 'PO1', units: 'ids', items: 'lines' }), 'path-not-value hl'],
    [
      'a level that is not defined',
      nest({ levels: ['I', 'X'], native: 'PO1', units: 'ids', items: 'lines' }),
      'level-unknown hl',
    ],
    [
      'a level left out without saying so',
      nest({
        native: 'PO1',
        units: 'ids',
        items: 'lines',
        define: { I: { holds: 'item', rules: [] }, T: { holds: 'unit', type: 'pallet', rules: [] } },
      }),
      'level-lossy hl',
    ],
  ] as const)('%s', (_, rule, fault) => expect(faults([rule])).toContain(fault));

  it.each([
    ['two codes with one meaning', { unit: { EA: 'C62', PC: 'C62' } }, ['table-not-bijective']],
    ['declared lossy', { unit: { lossy: true, read: { EA: 'C62', PC: 'C62' }, write: { C62: 'EA' } } }, []],
    ['a table that no rule uses', { unit: { EA: 'C62' }, other: {} }, ['table-unused warning']],
  ] as const)('tables: %s', (_, tables, expected) => {
    expect(faults([bind({ as: 'table:unit' })], { tables })).toEqual(expected);
  });

  it.each([
    ['a mandatory element of a segment that is made', [bind({ native: 'CUR02' })], 'CUR01'],
    ['the first segment of a loop that is made', [bind({ native: 'N1/N401' })], 'N1/N1'],
    ['a required field of a list item', [lines([bind({ canonical: 'id', native: 'PO101' })])], 'lines.quantity'],
    ['the code of an item chosen by place', [bind({ canonical: 'ids[0].value' })], 'ids.scheme'],
  ])('target-uncovered: %s', (_, rules, place) => {
    const map = { id: 'm', version: '1', native: 'x12/004010/850', canonical: 'order', rules: [...whole, ...rules] };
    const { issues } = compile<unknown, unknown>(map, { native: x12(smallOrder), canonical: schema });
    expect(issues.map(({ code, message }) => `${code}: ${message}`)).toContain(
      `target-uncovered: ${place} must be filled, and no rule fills it`,
    );
  });

  it('a mandatory segment and a required field need a rule', () => {
    const { issues } = compile<unknown, unknown>(
      { id: 'm', version: '1', native: 'x12/004010/850', canonical: 'order', rules: [] },
      { native: x12(smallOrder), canonical: schema },
    );
    expect(codesOf({ issues })).toEqual(['target-uncovered', 'target-uncovered']);
    expect(issues.map(({ expected }) => expected)).toEqual(['a rule for number', 'a rule for BEG']);
  });

  it('a condition in the path fills what it asks for', () => {
    expect(
      faults([bind({ native: 'CUR[01=BY].02' }), bind({ id: 's', canonical: 'ids[scheme=a].value', native: 'BEG04' })]),
    ).toEqual([]);
  });

  it('a map of one direction is checked for that direction', () => {
    const map = { id: 'm', version: '1', native: 'x12/004010/850', canonical: 'order' } as const;
    const read = { ...map, direction: 'read' as const, rules: [bind({ canonical: 'number' })] };
    const compiled = mustHave(compile<unknown, unknown>(read, { native: x12(smallOrder), canonical: schema }));
    expect(compiled.read({ BEG: { type: 'x' } }).value).toEqual({ number: 'x', ids: [] });
    expect(() => compiled.write({})).toThrow(RangeError);
    const write = { ...map, direction: 'write' as const, rules: whole };
    expect(() =>
      mustHave(compile<unknown, unknown>(write, { native: x12(smallOrder), canonical: schema })).read({}),
    ).toThrow(RangeError);
  });

  it('a rule that only reads fills nothing on the native side, and the other way round', () => {
    expect(faults([bind({ native: 'BEG03', only: 'read' })])).toEqual([]);
    expect(faults([bind({ canonical: 'number', only: 'write' })])).toEqual([]);
    expect(faults([bind({ native: 'BEG03', only: 'write' })])).toEqual(['path-repeated r']);
  });

  it('rules under different conditions may fill one place', () => {
    const when = (id: string, type: string): Rule => ({
      id,
      op: 'when',
      if: { native: { path: 'BEG02', is: type }, canonical: { path: 'total', is: type } },
      rules: [bind({ id: `${id}-r`, native: 'BEG04' })],
    });
    expect(faults([when('a', 'SA'), when('b', 'BK')])).toEqual([]);
  });

  it.each([
    ['another set', { native: 'x12/004010/810' }],
    ['another kind of document', { canonical: 'invoice' }],
  ])('format-differs: %s', (_, more) => expect(faults([], more)).toEqual(['format-differs']));

  it('every issue of a rule names it, and says what was expected', () => {
    const map = { id: 'm', version: '1', native: 'json/x', canonical: 'order', rules: [bind({ canonical: 'numbr' })] };
    const [issue] = compile(map, { native: json(), canonical: Order }).issues;
    expect(issue).toMatchObject({ code: 'path-unknown', rule: 'r', side: 'canonical' });
    expect(issue?.expected).toContain('number');
  });
});

describe('rules that are dead by their condition', () => {
  const never = { native: { any: [] }, canonical: true } as const;
  it.each<[string, Condition, string[]]>([
    ['one of nothing', { path: 'BEG02', is: [] }, ['rule-dead r']],
    ['any of nothing', { any: [] }, ['rule-dead r']],
    ['not always', { not: true }, ['rule-dead r']],
    [
      'two values of one place',
      {
        all: [
          { path: 'BEG02', is: 'SA' },
          { path: 'BEG02', is: ['NE', 'RO'] },
        ],
      },
      ['rule-dead r'],
    ],
    [
      'one of two lists',
      {
        all: [
          { path: 'BEG02', is: ['SA', 'NE'] },
          { path: 'BEG02', is: ['NE', 'RO'] },
        ],
      },
      [],
    ],
    ['never or sometimes', { any: [{ any: [] }, { path: 'BEG02', is: 'SA' }] }, []],
    ['present', { path: 'BEG02', present: true }, []],
  ])('when %s', (_, native, expected) => {
    const inner = bind({ id: 'inner' });
    expect(faults([{ id: 'r', op: 'when', if: { native, canonical: true }, rules: [inner] }])).toEqual(expected);
  });
  it('a code that the element does not have', () => {
    const rule: Rule = {
      id: 'r',
      op: 'when',
      if: { canonical: { path: 'kind', is: 'invoice' }, native: true },
      rules: [bind({ id: 'inner' })],
    };
    expect(faults([rule])).toEqual(['rule-dead r warning']);
  });
  it('the items of an each', () =>
    expect(
      faults([
        {
          ...lines([]),
          where: never,
          rules: [
            { id: 'line', canonical: 'id', native: 'PO101' },
            { id: 'quantity', canonical: 'quantity', native: 'PO102' },
          ],
        } as Rule,
      ]),
    ).toEqual(['rule-dead lines']));
});

describe('a unit is not converted without an item', () => {
  const unit = (table: Record<string, unknown>) =>
    faults([bind({ canonical: 'unit', native: 'BEG02', as: 'table:unit' })], {
      tables: { unit: table },
    } as Partial<PartnerMap>);
  const schema = [['path-unknown r'], ['table-unused warning']].flat();
  it.each([
    ['the unit that the code names', { CA: 'XCS', LB: 'LBR' }, []],
    ['pieces by another name', { EA: 'C62', PC: 'H87' }, []],
    ['a partner’s own code', { ZZ: 'XCS' }, []],
    ['cases for pieces', { CA: 'C62' }, ['unit-converted']],
    ['pounds for kilograms', { LB: 'KGM' }, ['unit-converted']],
    [
      'cases for pieces, and the table says that it is meant',
      { lossy: true, read: { CA: 'C62' }, write: { C62: 'CA' } },
      [],
    ],
  ])('%s', (_, table, expected) => {
    expect(unit(table).filter((fault) => !schema.includes(fault))).toEqual(expected);
  });
});

describe('maps from outside', () => {
  it.each([
    ['null', null],
    ['a list', []],
    ['no rules', { id: 'm', version: '1', native: 'x', canonical: 'y' }],
    ['an unknown op', { id: 'm', version: '1', native: 'x', canonical: 'y', rules: [{ id: 'r', op: 'split' }] }],
    [
      'a mistyped field',
      { id: 'm', version: '1', native: 'x', canonical: 'y', rules: [{ id: 'r', canonical: 'a', nativ: 'b' }] },
    ],
    [
      'a day that does not exist',
      { id: 'm', version: '1', native: 'x', canonical: 'y', rules: [], effective: { from: '2026-02-30' } },
    ],
  ])('loadMap: %s', (_, given) => expect(codesOf(loadMap(given))).toContain('map-invalid'));

  it.each([
    ['a rule of the map', [{ id: 'number', canonical: 'a', nativ: 'b' }], 'number'],
    [
      'a rule inside another one',
      [{ id: 'lines', op: 'each', canonical: 'a', native: 'b', rules: [{ id: 'sku', canonical: 5, native: 'b' }] }],
      'sku',
    ],
    ['a rule without id, by its place', [{ canonical: 'a', native: 'b' }], undefined],
  ])('a fault names its rule: %s', (_, rules, rule) => {
    const [issue] = loadMap({ id: 'm', version: '1', native: 'x', canonical: 'y', rules }).issues;
    expect(issue?.rule).toBe(rule);
    expect(issue?.message).toMatch(rule === undefined ? /^rules\.0/ : new RegExp(`^Rule ${rule}: rules\\.0`));
  });

  it('rules nested too deep are refused before they exhaust the stack', () => {
    let rule = '{"id":"r","canonical":"a","native":"b"}';
    for (let depth = 0; depth < 5000; depth++) rule = `{"id":"w","op":"when","if":{},"rules":[${rule}]}`;
    const given = JSON.parse(`{"id":"m","version":"1","native":"x","canonical":"y","rules":[${rule}]}`);
    expect(codesOf(loadMap(given))).toEqual(['map-too-large']);
  });

  const many = (count: number, text: (at: number) => string) => Array.from({ length: count }, (_, at) => text(at));
  const table = (rows: number) => Object.fromEntries(many(rows, String).map((code) => [code, code]));
  const sized = { id: 'm', version: '1', native: 'x', canonical: 'y', rules: [] };
  it.each([
    [
      'a table of a million rows',
      { ...sized, tables: { unit: table(1_000_000) } },
      /Table unit has more than 20000 rows/,
    ],
    [
      'rows of a lossy table',
      { ...sized, tables: { u: { lossy: true, read: table(20_001), write: {} } } },
      /Table read/,
    ],
    [
      '6,000 rules',
      { ...sized, rules: many(6_000, String).map((id) => ({ id, canonical: 'a', native: 'b' })) },
      /5000 rules/,
    ],
    ['a text of a million characters', { ...sized, version: 'x'.repeat(1_000_000) }, /20000 characters/],
    [
      'a million values',
      { ...sized, rules: [{ id: 'r', op: 'const', value: many(1_000_000, String) }] },
      /200000 values/,
    ],
  ])('%s is refused before it is looked at', (_, given, message) => {
    const { issues } = loadMap(given);
    expect(issues.map(({ code }) => code)).toEqual(['map-too-large']);
    expect(issues[0]?.message).toMatch(message);
  });
  it('a table of 20,000 rows is one', () => {
    expect(loadMap({ ...sized, tables: { unit: table(20_000) } }).issues).toEqual([]);
  });

  it('neither loading nor compiling throws, whatever the JSON is', () => {
    const text = fc.oneof(
      fc.string({ maxLength: 12 }),
      fc.constantFrom('BEG02', 'REF[01=IA].02', 'PO1', 'HL', '.', 'lines', 'ids', '__proto__', '[]', 'table:t', 'gtin'),
    );
    const paths = fc.oneof(text, fc.array(text, { maxLength: 3 }));
    const { rule } = fc.letrec<{ rule: unknown }>((tie) => ({
      rule: fc.record(
        {
          id: text,
          op: fc.constantFrom('bind', 'const', 'one', 'each', 'pairs', 'when', 'calc', 'nest', 'alloc'),
          canonical: paths,
          native: paths,
          as: text,
          rules: fc.array(tie('rule'), { maxLength: 2, depthIdentifier: 'rules' }),
          value: text,
          from: fc.integer({ min: 1, max: 5 }),
          pairs: fc.integer({ min: 1, max: 5 }),
          codes: fc.dictionary(text, fc.record({ scheme: text }), { maxKeys: 3 }),
          order: fc.array(text, { maxLength: 3 }),
          function: fc.constantFrom('count', 'sum', 'sumProduct', 'index'),
          of: paths,
          if: fc.record({ native: fc.constant(true), canonical: fc.record({ path: text, is: text }) }),
          units: text,
          items: text,
          levels: fc.array(text, { minLength: 1, maxLength: 3 }),
          sum: fc.array(text, { minLength: 1, maxLength: 2 }),
          define: fc.dictionary(
            text,
            fc.record({ holds: fc.constant('item'), rules: fc.array(tie('rule'), { maxLength: 2 }) }),
            { maxKeys: 2 },
          ),
          unit: fc.record({ element: fc.integer({ min: 1, max: 9 }) }),
          scheme: fc.record({ element: fc.integer({ min: 1, max: 9 }) }),
        },
        { requiredKeys: ['id'] },
      ),
    }));
    const map = fc.record({
      id: fc.constant('m'),
      version: fc.constant('1'),
      native: fc.constant('x12/004010/850'),
      canonical: fc.constant('order'),
      rules: fc.array(rule, { maxLength: 3 }),
    });
    fc.assert(
      fc.property(fc.oneof(map, fc.jsonValue()), (given) => {
        const loaded = loadMap(strip(given));
        if (!loaded.ok) return;
        const compiled = compile<unknown, unknown>(loaded.value, { native: x12(smallOrder), canonical: json() });
        if (compiled.ok) {
          compiled.value.read({});
          compiled.value.write({});
        }
      }),
      { numRuns: 150 },
    );
  });

  /** Leaves out the fields that an op does not have, so that more maps pass the schema. */
  function strip(given: unknown): unknown {
    if (Array.isArray(given)) return given.map(strip);
    if (typeof given !== 'object' || given === null) return given;
    const { op } = given as { op?: string };
    const kept = op === undefined ? undefined : fields[op];
    const entries = Object.entries(given).filter(([key]) => kept === undefined || kept.includes(key));
    return Object.fromEntries(entries.map(([key, value]) => [key, strip(value)]));
  }
  const fields: Readonly<Record<string, readonly string[]>> = {
    bind: ['id', 'op', 'canonical', 'native', 'as'],
    const: ['id', 'op', 'native', 'value'],
    one: ['id', 'op', 'canonical', 'native', 'rules'],
    each: ['id', 'op', 'canonical', 'native', 'rules'],
    pairs: ['id', 'op', 'canonical', 'native', 'from', 'codes', 'order'],
    when: ['id', 'op', 'if', 'rules'],
    calc: ['id', 'op', 'native', 'function', 'of'],
    nest: ['id', 'op', 'native', 'units', 'items', 'levels', 'define', 'sum'],
    alloc: ['id', 'op', 'canonical', 'native', 'unit', 'scheme', 'from', 'pairs'],
  };
});
