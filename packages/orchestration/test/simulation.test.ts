import { lines, phase, terminalPhases } from '@dist/orchestration';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { seeded, simulate } from './simulate.ts';

describe('an order against a hostile outside', { timeout: 30_000 }, () => {
  it('R19 is at the ERP once at most, is never short or over by a line, and always ends', () => {
    const total = { lost: 0, crashes: 0, transport: 0, repeated: 0 };
    const ends = new Map<string, number>();
    fc.assert(
      fc.property(fc.integer({ min: 1, max: 2 ** 31 }), fc.boolean(), fc.boolean(), (seed, edi, split) => {
        const { state, erpOrders, faults, steps } = simulate(seeded(seed), edi, split);
        for (const [reference, count] of erpOrders) expect([reference, count]).toEqual([reference, 1]);
        expect(steps).toBeLessThan(5000);
        const end = phase(state);
        ends.set(end, (ends.get(end) ?? 0) + 1);
        expect([...terminalPhases, 'parked']).toContain(end);
        for (const line of lines(state)) expect(line.over).toBe('0');
        for (const name of ['lost', 'crashes', 'transport', 'repeated'] as const) total[name] += faults[name];
      }),
      { numRuns: 400 },
    );
    // The test means something only when the faults happened and orders came through all the same.
    for (const count of Object.values(total)) expect(count).toBeGreaterThan(60);
    expect(ends.get('closed')).toBeGreaterThan(200);
    expect(ends.get('cancelled')).toBeGreaterThan(10);
  });
});
