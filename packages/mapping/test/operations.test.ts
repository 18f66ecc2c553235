import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { EachRule, Rule } from '../src/index.ts';
import { codesOf, mustHave } from './compiled.ts';
import { mapOf, order } from './small-order.ts';

type Json = Record<string, unknown>;

/** The canonical document of what stands beside BEG, and back. */
function both(rules: readonly Rule[], native: Json, canonical: Json, more = {}): void {
  const map = mapOf(rules, more);
  expect(mustHave(map.read(order(native)))).toEqual(canonical);
  expect(mustHave(map.write(canonical))).toEqual(order(native));
}

const bind = (native: string, as?: string): Rule => ({
  id: 'r',
  canonical: 'x',
  native,
  ...(as === undefined ? {} : { as }),
});

describe('bind, both ways', () => {
  it.each([
    ['an element', bind('BEG02'), { BEG: { purpose: '00', number: 'PO', type: 'SA' } }],
    ['an element with a point', bind('BEG.02'), { BEG: { purpose: '00', number: 'PO', type: 'SA' } }],
    ['the segment with this qualifier', bind('REF[01=IA].02'), { REF: [{ qualifier: 'IA', value: 'SA' }] }],
    ['several qualifiers', bind('DTM[01=010,03=12].02'), { DTM: [{ qualifier: '010', time: '12', date: 'SA' }] }],
    ['the first segment where there are several', bind('TD5.03'), { TD5: [{ scac: 'SA' }] }],
    ['an element of a loop', bind('N1[01=ST].02'), { N1Loop: [{ N1: { entity: 'ST', name: 'SA' } }] }],
    ['a segment of a loop', bind('N1[01=ST]/N401'), { N1Loop: [{ N1: { entity: 'ST' }, N4: { city: 'SA' } }] }],
    [
      'a loop in a loop',
      bind('PO1/PID[01=F].05'),
      { PO1Loop: [{ PIDLoop: [{ PID: { type: 'F', description: 'SA' } }] }] },
    ],
    ['a component', bind('REF[01=IA].04-2'), { REF: [{ qualifier: 'IA', composite: { value: 'SA' } }] }],
  ])('%s', (_, rule, native) => both([rule], native, { x: 'SA' }));

  it('rules with one condition fill one segment', () => {
    const rules: Rule[] = [
      { id: 'scac', canonical: 'scac', native: 'TD5[02=2].03' },
      { id: 'mode', canonical: 'mode', native: 'TD5[02=2].04' },
    ];
    both(rules, { TD5: [{ qualifier: '2', scac: 'UPSN', mode: 'U' }] }, { scac: 'UPSN', mode: 'U' });
  });

  it('an item of a canonical list by its type', () => {
    const rules: Rule[] = [
      { id: 'a', canonical: 'references[type=department].value', native: 'REF[01=DP].02' },
      { id: 'b', canonical: 'references[type="a.b"].value', native: 'REF[01=IA].02' },
    ];
    both(
      rules,
      {
        REF: [
          { qualifier: 'DP', value: '7' },
          { qualifier: 'IA', value: '8' },
        ],
      },
      {
        references: [
          { type: 'department', value: '7' },
          { type: 'a.b', value: '8' },
        ],
      },
    );
  });

  it('lists of values by a table, and two values by a codec', () => {
    const rules: Rule[] = [
      { id: 's', canonical: ['status', 'reason'], native: 'BEG02', as: 'table:ack' },
      { id: 't', canonical: 'at', native: ['DTM[01=011].02', 'DTM[01=011].03'], as: 'dateTime' },
    ];
    both(
      rules,
      { BEG: { purpose: '00', number: 'PO', type: 'R2' }, DTM: [{ qualifier: '011', date: '20260301', time: '0815' }] },
      { status: 'rejected', reason: 'item', at: '2026-03-01T08:15:00Z' },
      { tables: { ack: { R2: 'rejected|item', IA: 'accepted' } } },
    );
  });

  it.each([
    ['the default stands for what is absent', {}, { x: 'SA' }, { BEG: { purpose: '00', number: 'PO', type: 'SA' } }],
    [
      'another value stays',
      { BEG: { purpose: '00', number: 'PO', type: 'BK' } },
      { x: 'BK' },
      { BEG: { purpose: '00', number: 'PO', type: 'BK' } },
    ],
  ])('%s', (_, native, canonical, written) => {
    const map = mapOf([{ ...bind('BEG02'), default: 'SA' } as Rule]);
    expect(mustHave(map.read(order(native)))).toEqual(canonical);
    expect(mustHave(map.write(canonical))).toEqual(order(written));
    expect(mustHave(map.write({}))).toEqual(order({ BEG: { purpose: '00', number: 'PO', type: 'SA' } }));
  });

  it('a default that is omitted is not written', () => {
    const map = mapOf([{ id: 'c', canonical: 'currency', native: 'CUR[01=BY].02', default: 'USD', omitDefault: true }]);
    expect(mustHave(map.read(order({})))).toEqual({ currency: 'USD' });
    expect(mustHave(map.write({ currency: 'USD' }))).toEqual(order({}));
    expect(mustHave(map.write({ currency: 'CAD' }))).toEqual(order({ CUR: { role: 'BY', currency: 'CAD' } }));
  });

  it.each([
    [true, ['value-required'], ['value-required']],
    ['read', ['value-required'], []],
    ['write', [], ['value-required']],
  ] as const)('required %s: absence is an error', (required, read, write) => {
    const map = mapOf([{ id: 'r', canonical: 'x', native: 'BEG02', required }]);
    expect(codesOf(map.read(order({})))).toEqual(read);
    expect(codesOf(map.write({}))).toEqual(write);
  });

  it('an issue says what was expected and found, where, and by which rule', () => {
    const result = mapOf([{ id: 'qty', canonical: 'x', native: 'PO1/PO102', as: 'decimal', severity: 'warning' }]).read(
      order({ PO1Loop: [{ PO1: { quantity: '12EA' } }] }),
    );
    expect(result.ok).toBe(true);
    expect(result.issues).toEqual([
      {
        code: 'value-unmappable',
        severity: 'warning',
        message: 'PO1[0]/PO102: expected a decimal, found "12EA"',
        path: ['PO1Loop', 0, 'PO1', 'quantity'],
        rule: 'qty',
        side: 'native',
        expected: 'a decimal',
        found: '12EA',
      },
    ]);
  });

  it('two rules that disagree about one place are reported', () => {
    const map = mapOf([
      { id: 'a', canonical: 'x', native: 'BEG02' },
      {
        id: 'b',
        op: 'when',
        if: { native: true, canonical: true },
        rules: [{ id: 'c', canonical: 'x', native: 'BEG04' }],
      },
    ]);
    const result = map.read(order({ BEG: { purpose: '00', number: 'PO', type: 'SA', release: '9' } }));
    expect(result.issues).toMatchObject([{ code: 'value-conflict', rule: 'c' }]);
    expect(result.value).toEqual({ x: 'SA' });
    expect(result.loss.map(({ at }) => at)).toEqual(['BEG04']);
  });
});

describe('const', () => {
  const map = mapOf([
    { id: 'native', op: 'const', native: 'BEG02', value: 'SA' },
    { id: 'canonical', op: 'const', canonical: 'channel', value: 'edi' },
  ]);

  it('is made on its side', () => {
    expect(mustHave(map.read(order({})))).toEqual({ channel: 'edi' });
    expect(mustHave(map.write({ channel: 'edi' }))).toMatchObject({ BEG: { type: 'SA' } });
  });

  it('is verified on the other: a warning for the native one, an error for the canonical one', () => {
    const read = map.read(order({ BEG: { purpose: '00', number: 'PO', type: 'BK' } }));
    expect(read.issues).toMatchObject([{ code: 'const-differs', severity: 'warning', expected: 'SA', found: 'BK' }]);
    expect(map.write({ channel: 'shop' }).issues).toMatchObject([
      { code: 'const-differs', severity: 'error', rule: 'canonical' },
    ]);
  });
});

describe('one', () => {
  const party: Rule = {
    id: 'ship-to',
    op: 'one',
    canonical: 'shipTo',
    native: 'N1[01=ST]',
    rules: [
      { id: 'name', canonical: 'name', native: 'N102' },
      { id: 'line-1', canonical: 'lines[0]', native: 'N3[0].01' },
      { id: 'line-2', canonical: 'lines[1]', native: 'N3[1].01' },
      { id: 'order', canonical: 'order', native: '/BEG02' },
    ],
  };

  it('is an object on each side, and / begins at the document', () => {
    both(
      [party],
      {
        BEG: { purpose: '00', number: 'PO', type: 'SA' },
        N1Loop: [{ N1: { entity: 'ST', name: 'Store' }, N3: [{ address: '1 Main St' }, { address: 'Dock 2' }] }],
      },
      { shipTo: { name: 'Store', lines: ['1 Main St', 'Dock 2'], order: 'SA' } },
    );
  });

  it('is not made when its rules find nothing', () => {
    both([party], {}, {});
  });

  it('closes gaps in a list by place', () => {
    const written = mustHave(mapOf([party]).write({ shipTo: { lines: [null, 'Dock 2'] } }));
    expect(written).toEqual(order({ N1Loop: [{ N1: { entity: 'ST' }, N3: [{ address: 'Dock 2' }] }] }));
  });
});

describe('each', () => {
  const lines: EachRule = {
    id: 'lines',
    op: 'each',
    canonical: 'lines',
    native: 'PO1',
    key: 'id',
    rules: [
      { id: 'line', canonical: 'id', native: 'PO101', as: 'index' },
      {
        id: 'notes',
        op: 'each',
        canonical: 'notes',
        native: 'PID[01=F]',
        rules: [{ id: 'note', canonical: '.', native: 'PID05' }],
      },
    ],
  };

  it('goes item by item, and lists lie in lists', () => {
    both(
      [lines],
      {
        PO1Loop: [
          {
            PO1: { line: '10' },
            PIDLoop: [{ PID: { type: 'F', description: 'a' } }, { PID: { type: 'F', description: 'b' } }],
          },
          { PO1: { line: '20' } },
        ],
      },
      { lines: [{ id: '10', notes: ['a', 'b'] }, { id: '20' }] },
    );
  });

  it('counts where the line has no number', () => {
    const { value } = mapOf([lines]).read(order({ PO1Loop: [{ PO1: { quantity: '1' } }, { PO1: { quantity: '2' } }] }));
    expect(value).toEqual({ lines: [{ id: '1' }, { id: '2' }] });
  });

  it('counts on behind a list inside the item', () => {
    const [number, notes] = lines.rules;
    const turned = { ...lines, rules: [notes, number] } as Rule;
    const native = order({
      PO1Loop: [1, 2].map(() => ({ PIDLoop: [1, 2].map(() => ({ PID: { type: 'F', description: 'a' } })) })),
    });
    expect(mapOf([turned]).read(native).value).toEqual({
      lines: [
        { notes: ['a', 'a'], id: '1' },
        { notes: ['a', 'a'], id: '2' },
      ],
    });
  });

  it('shares a list by conditions in the path and by where', () => {
    const value: Rule[] = [{ id: 'v', canonical: 'value', native: '02' }];
    const named = (id: string): Rule => ({ id: `${id}-v`, canonical: 'value', native: '02' });
    both(
      [
        { id: 'ia', op: 'each', canonical: 'vendors', native: 'REF[01=IA]', rules: [named('ia')] },
        {
          id: 'others',
          op: 'each',
          canonical: 'others',
          native: 'REF',
          where: { native: { not: { path: 'REF01', is: ['IA'] } } },
          rules: [{ id: 'type', canonical: 'type', native: '01' }, ...value],
        },
      ],
      {
        REF: [
          { qualifier: 'IA', value: '1' },
          { qualifier: 'ZZ', value: '2' },
        ],
      },
      { vendors: [{ value: '1' }], others: [{ type: 'ZZ', value: '2' }] },
    );
  });

  it('reports items for which the other side has no room', () => {
    const map = mapOf([
      {
        id: 'c',
        op: 'each',
        canonical: 'currencies',
        native: 'CUR',
        rules: [
          { id: 'cv', canonical: '.', native: '02' },
          { id: 'cr', op: 'const', native: '01', value: 'BY' },
        ],
      },
    ]);
    expect(codesOf(map.write({ currencies: ['USD', 'CAD'] }))).toEqual(['items-too-many']);
  });
});

describe('pairs', () => {
  const ids: Rule = {
    id: 'ids',
    op: 'pairs',
    canonical: 'ids',
    native: 'PO1',
    from: 6,
    order: ['UP', 'EN', 'VN'],
    codes: { UP: { scheme: 'gtin', as: 'gtin:12' }, EN: { scheme: 'gtin', as: 'gtin:13' }, VN: { scheme: 'seller' } },
  };
  const lines = (rule: Rule): Rule => ({
    id: 'lines',
    op: 'each',
    canonical: 'lines',
    native: 'PO1',
    rules: [{ ...rule, native: '.' } as Rule],
  });
  const upc = { scheme: 'gtin', value: '00036000291452' };

  it('are qualifier and value ↔ scheme and value', () => {
    both(
      [lines(ids)],
      { PO1Loop: [{ PO1: { q1: 'UP', v1: '036000291452', q2: 'VN', v2: 'A' } }] },
      { lines: [{ ids: [upc, { scheme: 'seller', value: 'A' }] }] },
    );
  });

  it('are written in the order of the codes, each value by the first code that takes it', () => {
    const ean = { scheme: 'gtin', value: '04006381333931' };
    const { value } = mapOf([lines(ids)]).write({ lines: [{ ids: [{ scheme: 'seller', value: 'A' }, ean] }] });
    expect(value).toEqual(order({ PO1Loop: [{ PO1: { q1: 'EN', v1: '4006381333931', q2: 'VN', v2: 'A' } }] }));
  });

  it('of one scheme take its codes in turn, and the last again', () => {
    const lossy = {
      ...ids,
      order: ['VN', 'VP'],
      codes: { VN: { scheme: 'seller' }, VP: { scheme: 'seller' } },
      lossy: true,
    } as Rule;
    const given = ['A', 'B', 'C'].map((value) => ({ scheme: 'seller', value }));
    const { value } = mapOf([lines(lossy)]).write({ lines: [{ ids: given }] });
    expect(value).toEqual(order({ PO1Loop: [{ PO1: { q1: 'VN', v1: 'A', q2: 'VN', v2: 'C', q3: 'VP', v3: 'B' } }] }));
  });

  it('keep their fixed places when positional', () => {
    const positional = { ...ids, positional: true } as Rule;
    both(
      [lines(positional)],
      { PO1Loop: [{ PO1: { q3: 'VN', v3: 'A' } }] },
      { lines: [{ ids: [{ scheme: 'seller', value: 'A' }] }] },
    );
  });

  it.each([
    ['too many for the segment', [upc, upc, upc, upc], ['pairs-overflow']],
    ['an empty value that no code takes', [{ scheme: 'gtin', value: '' }], ['value-unmappable']],
  ])('%s is an issue', (_, given, codes) => {
    const { ok, issues } = mapOf([lines(ids)]).write({ lines: [{ ids: given }] });
    expect([ok, codesOf({ issues })]).toEqual([false, codes]);
  });

  const wrong = '036000291453';

  it('a number that its codec refuses is kept as sent, with a warning, and written back', () => {
    const map = mapOf([lines(ids)]);
    const native = order({ PO1Loop: [{ PO1: { q1: 'UP', v1: wrong, q2: 'VN', v2: 'A' } }] });
    const { value, issues, loss, complement } = map.read(native);
    expect(value).toEqual({
      lines: [
        {
          ids: [
            { scheme: 'gtin', value: wrong },
            { scheme: 'seller', value: 'A' },
          ],
        },
      ],
    });
    expect(issues).toMatchObject([{ code: 'value-unmappable', severity: 'warning', rule: 'ids', found: wrong }]);
    expect(loss).toEqual([]);
    expect(map.write(mustHave(map.read(native)), { complement }).value).toEqual(native);
    const again = map.write(mustHave(map.read(native)));
    expect(again.value).toEqual(native);
    expect(again.issues).toMatchObject([{ code: 'value-unmappable', severity: 'warning', found: wrong }]);
  });

  it('two that are refused come back under their own qualifiers', () => {
    const map = mapOf([lines(ids)]);
    const native = order({ PO1Loop: [{ PO1: { q1: 'EN', v1: '1', q2: 'UP', v2: '2' } }] });
    const { value, complement } = map.read(native);
    expect(map.write(value, { complement }).value).toEqual(native);
    expect(map.write(value).value).toEqual(order({ PO1Loop: [{ PO1: { q1: 'UP', v1: '1', q2: 'UP', v2: '2' } }] }));
  });

  it('a qualifier without a value is a warning, and kept', () => {
    const map = mapOf([lines(ids)]);
    const native = order({ PO1Loop: [{ PO1: { q1: 'UP', q2: 'VN', v2: 'A' } }] });
    const { value, issues, complement } = map.read(native);
    expect(value).toEqual({ lines: [{ ids: [{ scheme: 'seller', value: 'A' }] }] });
    expect(issues).toMatchObject([{ code: 'value-unmappable', severity: 'warning' }]);
    expect(map.write(value, { complement }).value).toEqual(native);
  });

  it('whatever the numbers are, they come back with what was kept, in both directions', () => {
    const map = mapOf([lines(ids)]);
    const number = fc.constantFrom(wrong, '036000291452', '00036000291452', '4006381333931', '1', 'x-1');
    const pair = fc.record({ code: fc.constantFrom('UP', 'EN', 'VN', 'ZZ'), number });
    fc.assert(
      fc.property(fc.array(pair, { minLength: 1, maxLength: 3 }), (pairs) => {
        const PO1 = Object.fromEntries(
          pairs.flatMap(({ code, number }, at) => [
            [`q${at + 1}`, code],
            [`v${at + 1}`, number],
          ]),
        );
        const native = order({ PO1Loop: [{ PO1 }] });
        const read = map.read(native);
        expect(read.ok).toBe(true);
        expect(map.write(read.value, { complement: read.complement }).value).toEqual(native);
        const given = pairs.map(({ code, number }) => ({ scheme: code === 'VN' ? 'seller' : 'gtin', value: number }));
        const canonical = { lines: [{ ids: given }] };
        const written = map.write(canonical);
        expect(written.ok).toBe(true);
        const back = mustHave(map.read(mustHave(written), { complement: written.complement })) as typeof canonical;
        const sorted = (list: typeof given) => list.map((one) => JSON.stringify(one)).sort();
        expect(sorted(back.lines[0]?.ids ?? [])).toEqual(sorted(given));
      }),
      { numRuns: 150 },
    );
  });

  it('a scheme without a code is a loss', () => {
    const { loss, ok } = mapOf([lines(ids)]).write({ lines: [{ ids: [{ scheme: 'buyer', value: 'B' }] }] });
    expect([ok, loss.map(({ at }) => at)]).toEqual([true, ['lines[0].ids[0].scheme', 'lines[0].ids[0].value']]);
  });

  it('unknown qualifiers stay, behind the others when these have changed', () => {
    const map = mapOf([lines(ids)]);
    const native = order({ PO1Loop: [{ PO1: { q1: 'ZZ', v1: 'x', q2: 'VN', v2: 'A' } }] });
    const { complement, issues } = map.read(native);
    expect(issues).toMatchObject([{ code: 'qualifier-unknown', severity: 'information', found: 'ZZ' }]);
    expect(map.write({ lines: [{ ids: [{ scheme: 'seller', value: 'A' }] }] }, { complement }).value).toEqual(native);
    expect(map.write({ lines: [{ ids: [{ scheme: 'seller', value: 'B' }] }] }, { complement }).value).toEqual(
      order({ PO1Loop: [{ PO1: { q1: 'VN', v1: 'B', q2: 'ZZ', v2: 'x' } }] }),
    );
  });
});

describe('when', () => {
  const inside: Rule[] = [{ id: 'r', canonical: 'x', native: 'BEG04' }];
  const when = (condition: unknown): Rule => ({
    id: 'w',
    op: 'when',
    if: { native: condition as never, canonical: true },
    rules: inside,
  });

  it.each([
    ['a value is this', { path: 'BEG02', is: 'SA' }, true],
    ['a value is one of these', { path: 'BEG02', is: ['BK', 'SA'] }, true],
    ['a value is another', { path: 'BEG02', is: 'BK' }, false],
    ['something stands there', { path: 'BEG02', present: true }, true],
    ['nothing stands there', { path: 'CUR02', present: false }, true],
    ['something is missing', { path: 'CUR02', present: true }, false],
    [
      'all hold',
      {
        all: [
          { path: 'BEG02', is: 'SA' },
          { path: 'CUR02', present: true },
        ],
      },
      false,
    ],
    [
      'any holds',
      {
        any: [
          { path: 'BEG02', is: 'SA' },
          { path: 'CUR02', present: true },
        ],
      },
      true,
    ],
    ['not', { not: { path: 'BEG02', is: 'SA' } }, false],
    ['always', true, true],
  ])('%s', (_, condition, holds) => {
    const { value } = mapOf([when(condition)]).read(
      order({ BEG: { purpose: '00', number: 'PO', type: 'SA', release: '1' } }),
    );
    expect(value).toEqual(holds ? { x: '1' } : {});
  });

  it('a side that is left out never holds', () => {
    const map = mapOf([{ id: 'w', op: 'when', if: { native: true }, rules: inside }]);
    expect(map.write({ x: '1' }).value).toEqual(order({}));
    expect(map.write({ x: '1' }).loss).toMatchObject([{ at: 'x' }]);
  });
});

describe('calc', () => {
  const lines: Rule = {
    id: 'lines',
    op: 'each',
    canonical: 'lines',
    native: 'PO1',
    rules: [
      { id: 'number', op: 'calc', native: 'PO101', function: 'index' },
      { id: 'q', canonical: 'quantity', native: 'PO102' },
      { id: 'p', canonical: 'price', native: 'PO104' },
    ],
  };
  const calc = (rule: Partial<Rule>): Rule => ({ id: 'c', op: 'calc', native: 'CTT02', ...rule }) as Rule;
  const counted: Rule = { id: 'n', op: 'calc', native: 'CTT01', function: 'count', of: 'lines' };
  const canonical = {
    lines: [
      { quantity: '2', price: '0.335' },
      { quantity: '3', price: '1' },
    ],
  };

  it.each([
    ['sum', calc({ function: 'sum', of: 'lines[].quantity' }), '5'],
    [
      'sumProduct, rounded half up',
      calc({ function: 'sumProduct', of: ['lines[].quantity', 'lines[].price'], places: 2 }),
      '3.67',
    ],
    ['sumProduct, exact', calc({ function: 'sumProduct', of: ['lines[].quantity', 'lines[].price'] }), '3.67'],
    ['count of what is written', calc({ function: 'count', of: { native: 'PO1[]' } }), '2'],
  ] as const)('%s is derived when it is written', (_, rule, hash) => {
    expect(mustHave(mapOf([lines, counted, rule]).write(canonical))).toMatchObject({
      CTTLoop: { CTT: { count: '2', hash } },
      PO1Loop: [{ PO1: { line: '1' } }, { PO1: { line: '2' } }],
    });
  });

  it.each([
    ['the same number in another spelling', '5.0', {}, []],
    ['another number', '6', {}, ['calc-differs']],
    ['another number within the tolerance', '6', { tolerance: '1' }, []],
    ['no number at all', 'x', {}, ['calc-differs']],
  ])('verifies when it is read: %s', (_, hash, more, codes) => {
    const rule = calc({ function: 'sum', of: 'lines[].quantity', ...more });
    const native = order({
      PO1Loop: [{ PO1: { quantity: '2' } }, { PO1: { quantity: '3' } }],
      CTTLoop: { CTT: { count: '2', hash } },
    });
    expect(codesOf(mapOf([lines, counted, rule]).read(native))).toEqual(codes);
  });

  it('a canonical value is derived on read', () => {
    const map = mapOf([
      lines,
      { id: 'total', op: 'calc', canonical: 'total', function: 'sum', of: 'lines[].quantity' },
    ]);
    const native = order({ PO1Loop: [{ PO1: { quantity: '2' } }, { PO1: { quantity: '3' } }] });
    expect(map.read(native).value).toMatchObject({ total: '5' });
    expect(map.write({ ...canonical, total: '7' }).issues).toMatchObject([
      { code: 'calc-differs', side: 'canonical', expected: '5', found: '7' },
    ]);
  });

  it('what cannot be added is said', () => {
    const map = mapOf([lines, counted, calc({ function: 'sum', of: 'lines[].quantity' })]);
    expect(codesOf(map.write({ lines: [{ quantity: 'many' }] }))).toEqual(['calc-impossible']);
  });
});

describe('only', () => {
  it('limits a rule to one direction', () => {
    const map = mapOf([
      { id: 'r', canonical: 'x', native: 'BEG02', only: 'read' },
      { id: 'w', canonical: 'y', native: 'BEG04', only: 'write' },
    ]);
    expect(map.read(order({ BEG: { purpose: '00', number: 'PO', type: 'a', release: 'b' } })).value).toEqual({
      x: 'a',
    });
    expect(map.write({ x: 'a', y: 'b' }).value).toEqual(order({ BEG: { purpose: '00', number: 'PO', release: 'b' } }));
  });
});
