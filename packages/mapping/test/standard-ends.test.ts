import { readdirSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { standardEnds, standardIds } from '../src/standard/standard-ends.ts';
import { arbitraryOf } from '../src/testing/arbitrary-of.ts';

const folder = join(import.meta.dirname, '../maps');

describe('the table of the maps that ship', () => {
  it('names every file of the folder, and no other', () => {
    const files = readdirSync(folder, { recursive: true, encoding: 'utf8' }).filter((file) => file.endsWith('.json'));
    const ids = files.map((file) => file.replaceAll('\\', '/').replace('x12-', 'x12/').replace('.json', ''));
    expect([...standardIds].sort()).toEqual(ids.sort());
  });

  it.each(standardIds)('%s has both its ends', (id) => {
    const ends = standardEnds(id);
    expect(ends?.map.id).toBe(id);
    expect(`x12/${ends?.definition.release}/${ends?.definition.id}`).toBe(id);
    expect(ends?.schema).toBeDefined();
    expect(arbitraryOf(ends?.map.canonical ?? '')).toBeDefined();
  });

  it('knows no other map', () => {
    expect(standardEnds('x12/004010/999')).toBeUndefined();
  });
});
