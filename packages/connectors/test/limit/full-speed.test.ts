import { describe, expect, it } from 'vitest';
import { limiter } from '../../src/limits.ts';
import { fullSpeed, type Way } from './full-speed.ts';
import { type FullSpeedCase, fullSpeedCases, ofRate, ofSliding } from './full-speed-cases.ts';
import { strictRate, strictSliding } from './strict-vendors.ts';

const slow: Way = { name: '5 to 400 ms each way', low: 5, high: 400, skew: 0 };
const networks: readonly Way[] = [
  { name: '5 ms each way', low: 5, high: 5, skew: 0 },
  { name: "5 to 400 ms each way and the vendor's clock 2 s ahead", low: 5, high: 400, skew: 2000 },
  { name: "5 to 400 ms each way and the vendor's clock 2 s behind", low: 5, high: 400, skew: -2000 },
];

describe('at full speed nothing is rejected, and 99 % of the allowed is used', () => {
  for (const row of fullSpeedCases)
    for (const way of networks)
      it(`edge 7 ${row.name}, ${way.name}`, async () => {
        const { tally, share } = await fullSpeed(limiter, row, way);
        expect(tally.rejected).toEqual([]);
        expect(share).toBeGreaterThanOrEqual(0.99);
      });
});

describe('where an answer takes long beside the window, what can be had without knowing when a request arrives', () => {
  // A request goes when the one a window before was answered: the window and the mean time of an answer, 515 ms here.
  it.each([
    [1, 1 / 1.515],
    [10, 10 / 10.515],
    [60, 60 / 60.515],
  ])('a sliding window of %s s gives %d of the allowed', async (seconds, most) => {
    const row: FullSpeedCase = {
      name: '',
      limits: [{ kind: 'window', requests: 20 * seconds, seconds, span: 'sliding' }],
      vendor: (works) => strictSliding(20 * seconds, seconds, works),
      share: ofSliding(20 * seconds, seconds),
    };
    const { tally, share } = await fullSpeed(limiter, row, slow, 4);
    expect(tally.rejected).toEqual([]);
    expect(share).toBeGreaterThan(most * 0.98);
  });

  it('a bucket gives all of it as long as it holds more than what flows in during an answer, else a part', async () => {
    const shares = [];
    for (const burst of [1, 5, 20]) {
      const row: FullSpeedCase = {
        name: '',
        limits: [{ kind: 'rate', requests: 10, seconds: 1, burst }],
        vendor: (works) => strictRate(10, burst, works),
        share: ofRate(10),
      };
      const { tally, share } = await fullSpeed(limiter, row, slow, 4);
      expect(tally.rejected).toEqual([]);
      shares.push(share);
    }
    // One at a time: a tenth of a second and the answer.
    expect(shares[0]).toBeCloseTo(0.1 / 0.615, 2);
    expect(shares[2]).toBeGreaterThanOrEqual(0.99);
  });
});
