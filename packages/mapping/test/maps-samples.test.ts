import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import type { Order, Shipment } from '@dist/canonical';
import { encode, read } from '@dist/x12';
import { describe, expect, it } from 'vitest';
import type { Overlay } from '../src/index.ts';
import { mustHave } from './compiled.ts';
import { withSegments } from './golden-files.ts';
import { shipped, shippedMaps, withOverlays } from './shipped-maps.ts';

const folder = join(process.env['DIST_SHARED'] ?? join(import.meta.dirname, '../../../../shared'), 'partners');
const text = (file: string) => readFileSync(join(folder, file), 'utf8');
const sets = shippedMaps.map(({ definition }) => definition);

/** What is particular in the sample: no HL04, and one date alone, that of the delivery. */
const storeDelivery: Overlay = {
  id: 'sample/856',
  version: '1',
  base: 'x12/005010/856',
  patch: { hl: { childCode: false }, shipped: { native: 'DTM[01=067].02' } },
};

describe.skipIf(!existsSync(folder))('real samples (skipped where the folder of partners is absent)', () => {
  it('gotcha 27: a store ASN of 53 levels, the same UPC twice in a carton, is read and written to the same bytes', () => {
    const sample = text('walmart/gozer-856-store-delivery-sopi.edi');
    const file = read(sample, { sets });
    expect(file.issues).toEqual([]);
    const [set] = file.sets;
    const map = withOverlays('x12/005010/856', [storeDelivery]);
    const { value, issues, complement } = map.read(set?.document);
    expect(issues).toEqual([]);
    const { units, items } = value as Shipment;
    expect([units.length, items.length]).toEqual([4, 47]);
    const rows = items.map(({ unitId, ids }) => `${unitId} ${ids[0]?.value}`);
    expect(rows.length - new Set(rows).size).toBe(2);

    const { definition } = shipped('x12/005010/856');
    const segments = mustHave(encode(definition, mustHave(map.write(value, { complement }))));
    expect(withSegments({ file, set }, segments)).toBe(sample);
  });

  it('gotcha 24: an order of five lines with SDQ comes back with nothing lost', () => {
    // The sample stops before GE and IEA, and is of a release without definition, of which 005010 is the nearest.
    const given = text('_generic/ibm-850-sdq.edi').replace('*007040VICS', '').replace('*00704*', '*00501*');
    const closed = `${given.replace('*007040', '*005010').trimEnd()}\nGE*1*2~\nIEA*1*000000002~\n`;
    const file = read(closed, { sets });
    const [set] = file.sets;
    const { compiled, definition } = shipped('x12/005010/850');
    const { value, issues, loss, complement } = compiled.read(set?.document);
    expect(issues.filter(({ severity }) => severity !== 'information')).toEqual([]);
    const { lines } = value as Order;
    const allocated = lines.map(({ allocations = [] }) =>
      allocations.reduce((sum, { quantity }) => sum + Number(quantity.value), 0),
    );
    expect(allocated).toEqual([150, 156, 144, 108, 174]);
    expect(lines.map(({ quantity }) => Number(quantity.value))).toEqual(allocated);
    expect(loss.map(({ at }) => at).filter((at) => at.includes('SDQ'))).toEqual([]);
    const segments = mustHave(encode(definition, mustHave(compiled.write(value, { complement }))));
    expect(withSegments({ file, set }, segments)).toBe(closed);
  });

  it('gotcha 12: an order with contract prices for each comes back whole', () => {
    const sample = text('walmart/gozer-po850.edi');
    const file = read(sample, { sets });
    const [set] = file.sets;
    const { compiled, definition } = shipped('x12/004010/850');
    const { value, complement } = compiled.read(set?.document);
    const { lines, dates } = value as Order;
    expect(lines.map(({ price, packSize }) => [price?.amount, price?.basis, packSize])).toEqual([
      ['7.5', 'TE', '4'],
      ['9.55', 'TE', '6'],
    ]);
    expect(dates).toEqual({ ordered: '2010-11-27', deliverBy: '2010-12-14' });
    const segments = mustHave(encode(definition, mustHave(compiled.write(value, { complement }))));
    // The password of ISA is written only where it is given, and the sample counts segments that it does not have.
    const asCounted = sample.replaceAll('*01*0000000000', '*00*          ').replace('SE*33*', 'SE*21*');
    expect(withSegments({ file, set }, segments)).toBe(asCounted);
  });
});
