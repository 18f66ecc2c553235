import { describe, expect, it } from 'vitest';
import { exploreOrder } from './explore-order.ts';
import { smallOrders } from './small-orders.ts';

/** States for each small order; `DIST_EXPLORE=1000000` sees all of all of them. */
const most = Number(process.env['DIST_EXPLORE'] ?? 300);
const seen = new Set<string>();

describe('every interleaving of a small order', { timeout: 600_000 }, () => {
  it.each(smallOrders)('R03 R19 R23 keeps every law and always has a way out: $name', (small) => {
    const { faults, states, steps, phases, whole } = exploreOrder(small, most);
    process.stdout.write(`${small.name}: ${states} states, ${steps} steps${whole ? '' : ', not all'}\n`);
    for (const phase of phases) seen.add(phase);
    expect(faults.slice(0, 5)).toEqual([]);
    expect(states).toBeGreaterThan(50);
  });

  it('meets most phases', () => {
    expect([...seen].sort()).toEqual(expect.arrayContaining(['captured', 'fulfilling', 'submitting']));
  });
});
