import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { Order } from '@dist/canonical';
import { compile, json, loadMap } from '@dist/mapping';
import { describe, expect, it } from 'vitest';
import { vendorCodecs } from '../../src/codecs.ts';

const read = (path: string) => JSON.parse(readFileSync(join(import.meta.dirname, path), 'utf8'));
const [canonical, native] = [read('golden/store.json'), read('golden/store.native.json')];
const facts = { itemUnit: { 'AX-100|pcs': 'AX-100|C62', 'AX-200|kg': 'AX-200|KGM' } };

function map() {
  const loaded = loadMap(read('../../src/dynamics365/sales-order.json'));
  if (!loaded.ok) throw new Error(loaded.issues[0]?.message);
  const compiled = compile(loaded.value, { native: json(), canonical: Order, codecs: vendorCodecs });
  if (!compiled.ok) throw new Error(compiled.issues[0]?.message);
  return compiled.value;
}

describe('the map dynamics365/sales-order', () => {
  it('writes the golden order', () => {
    const { value, issues } = map().write(canonical, { facts });
    expect(issues).toEqual([]);
    expect(value).toEqual(native);
  });

  it('R19: what it reads of what it wrote has both identifiers, the lines and their ids', () => {
    const { value, issues } = map().read(native, { facts });
    expect(issues).toEqual([]);
    const { number, references, lines } = Order.parse(value);
    expect(number).toBe(canonical.number);
    expect(references).toEqual(canonical.references);
    expect(lines).toEqual(canonical.lines);
  });
});
