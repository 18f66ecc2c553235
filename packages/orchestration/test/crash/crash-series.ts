import { expect, it } from 'vitest';
import { type CrashResult, type CrashRound, crashRound } from './crash-round.ts';
import type { CrashStore } from './worker-settings.ts';

/** What is the same in all rounds of a series. */
export interface CrashSeries extends Pick<CrashRound, 'entry' | 'workers' | 'killServer'> {
  readonly rounds: number;
  /** How many rounds go at the same time. */
  readonly atOnce: number;
  store(seed: number): CrashStore;
}

// CRASH_SEED repeats a series; DIST_CRASH_ROUNDS makes it longer or shorter.
const first = Number(process.env['CRASH_SEED'] ?? Date.now() % 1_000_000);

/** Tests of many rounds, and that the rounds would see a worker that does things twice. */
export function crashSeries(series: CrashSeries): void {
  const rounds = Number(process.env['DIST_CRASH_ROUNDS'] ?? series.rounds);
  it(`${rounds} rounds end as if nothing had happened, seeds from ${first} on`, async () => {
    const results = new Map<number, CrashResult>();
    const seeds = Array.from({ length: rounds }, (_, index) => first + index);
    const next = async (): Promise<void> => {
      for (let seed = seeds.shift(); seed !== undefined; seed = seeds.shift())
        results.set(seed, await crashRound({ ...series, store: series.store(seed), seed }));
    };
    await Promise.all(Array.from({ length: series.atOnce }, next));
    const faults = [...results].flatMap(([seed, result]) => result.faults.map((fault) => `seed ${seed}: ${fault}`));
    expect(faults).toEqual([]);
    const kills = [...results.values()].reduce((sum, result) => sum + result.kills, 0);
    process.stdout.write(`${rounds} rounds, ${kills} processes killed, no fault\n`);
    expect(kills).toBeGreaterThan(rounds);
  });

  it('a worker that submits again without a look is seen', async () => {
    const kills = [{ instant: 'submit is done', times: 2, server: false }];
    const { killServer: _killServer, ...workers } = series;
    const result = await crashRound({ ...workers, store: series.store(-1), seed: 1, kills, blind: true });
    expect(result.faults.join('\n')).toMatch(/PO-\d was submitted 2 times/);
  });
}
