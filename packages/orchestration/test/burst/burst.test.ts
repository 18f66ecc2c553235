import { describe, expect, it } from 'vitest';
import { burstReport } from './burst-report.ts';

// `npm run burst` lives through many times as much.
const report = await burstReport(400);

describe('R29 a burst of orders against an ERP that takes ten calls a second', () => {
  it.each(report.claims)('$claim: $measured ($bound)', ({ holds }) => expect(holds).toBe(true));

  it('is measured at the ERP, whose answers get lost, and which has other work too', () => {
    const { calls, callsForOrders, callsForInventory, timeouts } = report;
    expect(callsForOrders + callsForInventory).toBe(calls);
    expect(callsForInventory).toBeGreaterThan(50);
    expect(timeouts).toBeGreaterThan(3);
  });
});
