import { describe, expect, it } from 'vitest';
import { diff, printDiff, printExplanation } from '../src/explain.ts';
import { compile, json, type Overlay, type PartnerMap } from '../src/index.ts';
import { mustHave } from './compiled.ts';

const standard: PartnerMap = {
  id: 'standard',
  version: '1',
  native: 'json/order',
  canonical: 'order',
  tables: { unit: { EA: 'C62', CA: 'XCS' } },
  rules: [
    { id: 'number', canonical: 'number', native: 'no' },
    { id: 'memo', canonical: 'memo', native: 'memo' },
    {
      id: 'lines',
      op: 'each',
      canonical: 'lines',
      native: 'items',
      rules: [{ id: 'unit', canonical: 'unit', native: 'unit', as: 'table:unit' }],
    },
  ],
};
const overlay: Overlay = {
  id: 'northfield',
  version: '2',
  base: 'standard',
  patch: { number: { as: 'upper' }, memo: null },
  add: [{ into: 'lines', rule: { id: 'quantity', canonical: 'quantity', native: 'qty' } }],
  tables: { unit: { CA: null, PK: 'XPK' } },
};

function inEffect(...overlays: Overlay[]) {
  return mustHave(compile<unknown, unknown>(standard, { native: json(), canonical: json(), overlays })).explain();
}

describe('two maps in effect', () => {
  const [before, after] = [inEffect(), inEffect(overlay)];
  const changes = diff(before.map, after.map);

  it('differ rule by rule, and row by row of their tables', () =>
    expect(changes.map((one) => [one.change, 'rule' in one ? one.rule : 'table' in one ? one.table : ''])).toEqual([
      ['removed', 'memo'],
      ['changed', 'number'],
      ['added', 'quantity'],
      ['table', 'unit'],
    ]));
  it('as a person reads it', () => {
    const text = printDiff(changes);
    for (const word of ['memo', 'number', 'upper', 'quantity', 'CA', 'XPK']) expect(text).toContain(word);
  });
  it('that are the same do not differ', () => expect(printDiff(diff(before.map, inEffect().map))).toBe(''));
  it('have one hash exactly when they are the same', () => {
    expect(inEffect().hash).toBe(before.hash);
    expect(after.hash).not.toBe(before.hash);
  });
  it('an explanation says what each overlay did', () =>
    expect(printExplanation(after)).toMatch(/\* number +no ↔ number as upper {3}\[patched by northfield: as\]/));
});
