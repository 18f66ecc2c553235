import { beforeAll, describe, expect, it } from 'vitest';
import { type CrashSeries, crashSeries, type Target } from './crash-series.ts';

// `npm test` kills at every hundred-and-twenty-eighth action and two random times; CRASH=all, the gate `crash`, at each action and
// at ten. CRASH_SEED repeats the random times.
const [stride, kills] = process.env['CRASH'] === 'all' ? [1, 10] : [128, 2];
const seed = Number(process.env['CRASH_SEED'] ?? Date.now() % 1_000_000);
const atOnce = 3;

let series: CrashSeries;
beforeAll(async () => {
  series = await crashSeries();
}, 120_000);

describe('R01 R12 killed at any moment and started again, every order ends as if nothing had happened', () => {
  it.each<Target>(['run', 'counterparties'])(
    'the %s, at its k-th observable action',
    { timeout: 3_600_000 },
    async (target) => {
      const last = series.actions[target];
      // That few actions would mean that the harness does not see them.
      expect(last).toBeGreaterThan(target === 'run' ? 60 : 30);
      const all = Array.from({ length: last }, (_, index) => index + 1);
      const chosen = all.filter((k) => k % stride === 0 || k === 1 || k === last);
      expect(await faults(chosen, (k) => series.killAt(target, k))).toEqual([]);
    },
  );

  it(`the run, at ${kills} random times (CRASH_SEED=${seed})`, { timeout: 600_000 }, async () => {
    const times = randomTimes(seed, kills, 1500);
    expect(await faults(times, (milliseconds) => series.killAfter(milliseconds))).toEqual([]);
  });
});

/** Some at a time, so that both cores are busy and neither is crowded. */
async function faults(moments: readonly number[], kill: (moment: number) => Promise<string[]>): Promise<string[]> {
  const found: string[] = [];
  const rest = [...moments];
  const worker = async () => {
    for (let moment = rest.shift(); moment !== undefined; moment = rest.shift())
      for (const fault of await kill(moment)) found.push(`${moment}: ${fault}`);
  };
  await Promise.all(Array.from({ length: atOnce }, worker));
  return found;
}

/** A small linear congruential generator: the same seed, the same times. */
function randomTimes(start: number, count: number, longest: number): number[] {
  let state = start;
  return Array.from({ length: count }, () => {
    state = (state * 1_103_515_245 + 12_345) % 2 ** 31;
    return 20 + Math.floor((state / 2 ** 31) * longest);
  });
}
