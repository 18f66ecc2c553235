import { unitOfX12, x12OfUnit } from '@dist/canonical';
import { describe, expect, it } from 'vitest';
import { shippedMaps } from './shipped-maps.ts';

const characters = [...'0123456789ABCDEFGHIJKLMNOPQRSTUVWXYZ'];
const known = characters
  .flatMap((first) => characters.map((second) => first + second))
  .filter((code) => unitOfX12(code) !== undefined);

/** Sets whose maps have no table of units: they tell of money, of faults or in free text, and of no quantities. */
const withoutUnits = ['820', '824', '864'];

/** Codes of @dist/canonical that a table leaves out, and why: `850 CA: …`. There is none; a reason belongs here, not in a map. */
const leftOut: readonly string[] = [];

const ofUnits = shippedMaps.filter(({ set }) => !withoutUnits.includes(set));

describe('the tables of units are those of @dist/canonical, code by code', () => {
  it('there are codes to compare', () => {
    expect(known.length).toBeGreaterThanOrEqual(60);
  });

  it.each(ofUnits)('$id', ({ set, map }) => {
    const table = map.tables?.['unit'];
    if (table === undefined || 'lossy' in table) throw new Error('no table that reads and writes alike');
    const different = Object.entries(table).filter(
      ([code, unit]) => unitOfX12(code) !== unit || x12OfUnit(String(unit)) !== code,
    );
    expect(different).toEqual([]);
    const missing = known.filter((code) => !Object.hasOwn(table, code)).map((code) => `${set} ${code}`);
    expect(missing).toEqual(leftOut.map((row) => row.split(':')[0] ?? '').filter((row) => row.startsWith(set)));
  });

  it.each(shippedMaps)('$id has a table of units, or is of a set without quantities', ({ set, map }) => {
    expect(map.tables?.['unit'] === undefined).toBe(withoutUnits.includes(set));
  });
});
