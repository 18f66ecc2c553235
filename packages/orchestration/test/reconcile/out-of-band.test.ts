import { describe, expect, it } from 'vitest';
import { outOfBandRun } from './out-of-band-run.ts';

describe('reconciliation of what happened out of band', () => {
  it('R20 R28 finds each of 5 % dropped messages and 5 % edited orders within one cycle, and doubles nothing', async () => {
    const { faults, dropped, edited } = await outOfBandRun({ orders: 200, seed: 1 });
    expect(faults).toEqual([]);
    expect(dropped).toBeGreaterThan(10);
    expect(edited).toBeGreaterThan(4);
  });

  it('R28 doubles nothing when it is killed at any call and run again', async () => {
    const { faults, kills } = await outOfBandRun({ orders: 16, seed: 2, dropped: 0.3, edited: 0.3, killed: 0.05 });
    expect(faults).toEqual([]);
    expect(kills).toBeGreaterThan(5);
  });
});
