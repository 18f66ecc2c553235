import { describe, expect, it } from 'vitest';
import { unitOf } from '../../src/unit/unit-of.ts';

describe('a unit by a system’s word', () => {
  it.each([
    ['PCS', 'C62'],
    ['LOAD', 'LOAD'],
    ['constructor', 'constructor'],
    ['__proto__', '__proto__'],
    ['', ''],
  ])('%s is %s', (word, unit) => {
    expect(unitOf({ PCS: 'C62' }, word)).toBe(unit);
  });
});
