import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { Order } from '@dist/canonical';
import { compile, json, loadMap } from '@dist/mapping';
import { describe, expect, it } from 'vitest';
import { vendorCodecs } from '../../src/codecs.ts';
import { absent, checkRequest } from '../descriptions/descriptions.ts';

const read = (path: string) => JSON.parse(readFileSync(join(import.meta.dirname, path), 'utf8'));
const [canonical, native] = [read('golden/store.json'), read('golden/store.native.json')];
const facts = { itemUnit: { 'AX-100|PIECE': 'AX-100|C62', 'AX-200|KG': 'AX-200|KGM' } };
const reason = absent('acumatica');

function map() {
  const loaded = loadMap(read('../../src/acumatica/sales-order.json'));
  if (!loaded.ok) throw new Error(loaded.issues[0]?.message);
  const compiled = compile(loaded.value, { native: json(), canonical: Order, codecs: vendorCodecs });
  if (!compiled.ok) throw new Error(compiled.issues[0]?.message);
  return compiled.value;
}

describe('the map acumatica/sales-order', () => {
  it('writes the golden order', () => {
    expect(map().write(canonical, { facts })).toMatchObject({ value: native, issues: [] });
    expect(map().write(canonical, { facts }).value).toEqual(native);
  });

  it('R19: what it reads of what it wrote has both identifiers, the lines and their ids', () => {
    const { value, issues } = map().read(native, { facts });
    expect(issues).toEqual([]);
    const { number, references, lines } = Order.parse(value);
    expect({ number, references, lines }).toEqual({
      number: canonical.number,
      references: canonical.references,
      lines: canonical.lines,
    });
  });

  it.skipIf(reason !== false)(`writes fields that there are (${reason || 'description at hand'})`, () => {
    const path = '/entity/Default/24.200.001/SalesOrder?$expand=Details';
    const headers = { 'content-type': 'application/json' };
    expect(checkRequest('acumatica', { method: 'PUT', path, headers, body: native }).differences).toEqual([]);
  });
});
