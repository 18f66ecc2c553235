import { describe, expect, it } from 'vitest';
import { builtChecks } from './built-checks.ts';

/** The gate `races` runs twenty thousand. */
const count = 1000;

describe('writers who want the same units', () => {
  it('are never sold more than there is, and nothing is held after its end', async () => {
    const { runRaces } = await builtChecks();
    const { faults, ...totals } = await runRaces(count);
    expect(faults).toEqual([]);
    expect(totals).toMatchObject({ races: count, oversold: 0, leftOver: 0 });
    // The races mean something only when many are lost.
    expect(totals.granted).toBeGreaterThan(count);
    expect(totals.refused).toBeGreaterThan(count);
  });
});
