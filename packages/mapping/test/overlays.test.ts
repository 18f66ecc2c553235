import { describe, expect, it } from 'vitest';
import { compile, json, loadOverlay, type Overlay, type PartnerMap } from '../src/index.ts';
import { codesOf, mustHave } from './compiled.ts';

const base: PartnerMap = {
  id: 'standard',
  version: '1',
  native: 'json/order',
  canonical: 'order',
  tables: { unit: { EA: 'C62', CA: 'XCS' } },
  rules: [
    { id: 'number', canonical: 'number', native: 'no' },
    { id: 'currency', canonical: 'currency', native: 'currency', default: 'USD' },
    {
      id: 'lines',
      op: 'each',
      canonical: 'lines',
      native: 'items',
      rules: [
        { id: 'quantity', canonical: 'quantity', native: 'qty' },
        { id: 'unit', canonical: 'unit', native: 'unit', as: 'table:unit' },
      ],
    },
  ],
};
const partner = (more: Partial<Overlay>): Overlay => ({ id: 'northfield', version: '2', base: 'standard', ...more });
const compiled = (...overlays: Overlay[]) =>
  compile<unknown, unknown>(base, { native: json(), canonical: json(), overlays });

describe('bases of overlays', () => {
  const overlay = (id: string, on: string): Overlay => ({ id, version: '1', base: on });
  it.each([
    ['a chain', [overlay('a', 'standard'), overlay('b', 'a'), overlay('c', 'b')], []],
    ['itself', [overlay('a', 'a')], ['overlay-cyclic']],
    ['a circle of two', [overlay('a', 'b'), overlay('b', 'a')], ['overlay-cyclic', 'overlay-cyclic']],
    ['one that comes later', [overlay('b', 'a'), overlay('a', 'standard')], ['overlay-base-differs']],
    ['one that does not exist', [overlay('a', 'x')], ['overlay-base-differs']],
  ])('%s', (_, overlays, expected) => expect(codesOf(compiled(...overlays))).toEqual(expected));
});

describe('an overlay', () => {
  it.each([
    [
      'patches a rule by id',
      { patch: { currency: { default: 'CAD' } } },
      { no: '1' },
      { number: '1', currency: 'CAD' },
    ],
    ['removes a part of a rule with null', { patch: { currency: { default: null } } }, { no: '1' }, { number: '1' }],
    ['removes a rule with null', { patch: { number: null } }, { no: '1' }, { currency: 'USD' }],
    [
      'patches a rule inside another one',
      { patch: { quantity: { native: 'count' } } },
      { items: [{ count: '5' }] },
      { currency: 'USD', lines: [{ quantity: '5' }] },
    ],
    [
      'adds a rule at the end',
      { add: [{ rule: { id: 'memo', canonical: 'memo', native: 'memo' } }] },
      { memo: 'x' },
      { currency: 'USD', memo: 'x' },
    ],
    [
      'adds a rule into another one, before a third',
      { add: [{ into: 'lines', before: 'unit', rule: { id: 'sku', canonical: 'sku', native: 'sku' } }] },
      { items: [{ sku: 'A', qty: '5' }] },
      { currency: 'USD', lines: [{ sku: 'A', quantity: '5' }] },
    ],
    [
      'changes entries of a table',
      { tables: { unit: { PK: 'XPK', CA: null } } },
      { items: [{ unit: 'PK' }] },
      { currency: 'USD', lines: [{ unit: 'XPK' }] },
    ],
  ] as const)('%s', (_, more, native, canonical) => {
    expect(mustHave(mustHave(compiled(partner(more as Partial<Overlay>))).read(native))).toEqual(canonical);
  });

  it('three scopes apply in their order, each over the one before', () => {
    const document: Overlay = {
      id: 'northfield/850',
      version: '1',
      base: 'northfield',
      patch: { currency: { default: 'MXN' } },
    };
    const map = mustHave(compiled(partner({ patch: { currency: { default: 'CAD' } } }), document));
    expect(map.read({}).value).toEqual({ currency: 'MXN' });
  });

  it('changes neither the map nor the overlay', () => {
    const before = JSON.stringify(base);
    const overlay = partner({ patch: { lines: { rules: [] }, number: null }, tables: { unit: null } });
    const same = JSON.stringify(overlay);
    compiled(overlay);
    expect([JSON.stringify(base), JSON.stringify(overlay)]).toEqual([before, same]);
  });

  it.each([
    ['for another map', { base: 'other' }, 'overlay-base-differs'],
    ['a patch of a rule that is not there', { patch: { nothing: { native: 'x' } } }, 'overlay-rule-unknown'],
    ['a rule added into one that is not there', { add: [{ into: 'x', rule: base.rules[0] }] }, 'overlay-rule-unknown'],
    [
      'a rule added before one that is not there',
      { add: [{ before: 'x', rule: { id: 'm', canonical: 'm', native: 'm' } }] },
      'overlay-rule-unknown',
    ],
    [
      'a patch inside a rule that it removes',
      { patch: { lines: null, quantity: { native: 'x' } } },
      'overlay-rule-unknown',
    ],
    ['a table removed that is not there', { tables: { nothing: null } }, 'table-unknown'],
    ['a patch that makes no rule', { patch: { number: { op: 'each' } } }, 'map-invalid'],
    ['a patch with a wrong field', { patch: { number: { nativ: 'x' } } }, 'map-invalid'],
    [
      'a rule with the id of another',
      { add: [{ rule: { id: 'number', canonical: 'm', native: 'm' } }] },
      'rule-id-repeated',
    ],
  ])('%s is a fault', (_, more, code) => {
    const result = compiled(partner(more as Partial<Overlay>));
    expect(result.ok).toBe(false);
    expect(codesOf(result)).toContain(code);
  });

  it.each([
    ['null', null],
    ['a text', 'x'],
    ['without base', { id: 'a', version: '1' }],
    ['a patch that is no object', { id: 'a', version: '1', base: 'b', patch: { number: 5 } }],
    ['an unknown key', { id: 'a', version: '1', base: 'b', patches: {} }],
  ])('from outside is checked: %s', (_, given) => expect(codesOf(loadOverlay(given))).toContain('map-invalid'));

  it('cannot change a prototype', () => {
    const hostile = loadOverlay(
      JSON.parse(
        '{"id":"a","version":"1","base":"standard","patch":{"__proto__":{"x":1},"number":{"__proto__":{"polluted":1}}}}',
      ),
    );
    if (hostile.ok) compiled(hostile.value);
    expect(({} as Record<string, unknown>)['polluted']).toBeUndefined();
  });
});

describe('explain', () => {
  const overlay = partner({
    patch: { currency: { default: 'CAD' }, number: null },
    add: [{ into: 'lines', rule: { id: 'sku', canonical: 'sku', native: 'sku' } }],
    tables: { unit: { PK: 'XPK' } },
  });

  it('shows the map in effect and which overlay touched what', () => {
    const explanation = mustHave(compiled(overlay)).explain();
    expect(explanation.overlays).toEqual([{ id: 'northfield', version: '2' }]);
    expect(explanation.changes).toEqual([
      { overlay: 'northfield', change: 'removed', rule: 'number' },
      { overlay: 'northfield', change: 'patched', rule: 'currency', parts: ['default'] },
      { overlay: 'northfield', change: 'added', rule: 'sku' },
      { overlay: 'northfield', change: 'patched', table: 'unit', parts: ['PK'] },
    ]);
    expect(explanation.map.rules.map(({ id }) => id)).toEqual(['currency', 'lines']);
    expect(explanation.map.tables).toEqual({ unit: { EA: 'C62', CA: 'XCS', PK: 'XPK' } });
  });

  it('the hash is that of the map in effect', () => {
    const [plain, laid] = [mustHave(compiled()), mustHave(compiled(overlay))];
    expect(laid.hash).not.toBe(plain.hash);
    expect(laid.explain().hash).toBe(laid.hash);
    expect(mustHave(compile(laid.explain().map, { native: json(), canonical: json() })).hash).toBe(laid.hash);
  });
});
