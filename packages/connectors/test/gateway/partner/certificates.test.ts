import { certificateWarnings } from '@dist/connectors/gateway';
import * as fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { liveWorld } from '../cases/live-world.ts';

const certificate = { name: 'signing', partner: 'northfield', notAfter: '2026-06-01T12:00:00.000Z' };
const warningAt = (now: string) =>
  certificateWarnings([certificate], now).map(({ warning, daysLeft }) => [warning, daysLeft]);

describe('warnings of a certificate', () => {
  it.each([
    ['R30 61 days before there is none', '2026-04-01T23:59:59.000Z', []],
    ['R30 from the sixtieth day on', '2026-04-02T00:00:00.000Z', [[60, 60]]],
    ['R30 it stays that of sixty until the thirtieth', '2026-05-01T00:00:00.000Z', [[60, 31]]],
    ['R30 from the thirtieth on', '2026-05-02T00:00:00.000Z', [[30, 30]]],
    ['R30 from the seventh on', '2026-05-25T08:00:00.000Z', [[7, 7]]],
    ['R30 on its last day, before its end', '2026-06-01T11:59:59.000Z', [[7, 0]]],
    ['R30 at its end', '2026-06-01T12:00:00.000Z', [['expired', 0]]],
    ['R30 long after it', '2026-07-01T00:00:00.000Z', [['expired', -30]]],
  ])('%s', (_, now, warnings) => {
    expect(warningAt(now)).toEqual(warnings);
  });

  it('R30 each is told once, whenever and however often is asked, and none is missed', async () => {
    const end = Date.parse(certificate.notAfter);
    const days = fc.uniqueArray(fc.integer({ min: -90, max: 20 }), { minLength: 1, maxLength: 30 });
    const property = fc.asyncProperty(days, async (asked) => {
      const world = liveWorld({ at: '2026-01-01T00:00:00.000Z' });
      const told: (number | string)[] = [];
      for (const day of [...asked].sort((a, b) => a - b)) {
        await world.goTo(new Date(end + day * 86_400_000).toISOString());
        for (const { warning } of await world.gateway.checkCertificates([certificate])) told.push(warning);
        expect(await world.gateway.checkCertificates([certificate])).toEqual([]);
      }
      // What was due on the last day asked has been told, the last of all, and nothing twice.
      const last = certificateWarnings([certificate], new Date(end + Math.max(...asked) * 86_400_000).toISOString());
      expect(told.at(-1)).toBe(last[0]?.warning);
      expect(new Set(told).size).toBe(told.length);
    });
    await fc.assert(property, { numRuns: 30 });
  });

  it('R30 a successor is watched anew, and a wrong instant is the caller’s fault', async () => {
    const world = liveWorld({ at: '2026-05-20T00:00:00.000Z' });
    await world.gateway.checkCertificates([certificate]);
    const successor = { ...certificate, notAfter: '2026-06-15T00:00:00.000Z' };
    expect(await world.gateway.checkCertificates([certificate, successor])).toMatchObject([{ warning: 30 }]);
    expect(() => certificateWarnings([{ ...certificate, notAfter: 'soon' }], '2026-01-01T00:00:00.000Z')).toThrow(
      RangeError,
    );
  });
});
