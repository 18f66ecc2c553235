import { execFile } from 'node:child_process';
import { fileURLToPath } from 'node:url';
import { describe, expect, it } from 'vitest';
import { type Broken, brokenLaws } from './broken-laws.ts';
import { shrinkRun } from './shrink-run.ts';
import type { Summary } from './simulate-many.ts';
import { type RunRequest, simulateRun } from './simulate-run.ts';

/** Runs in `npm test`; `npm run simulate -- --runs N --seed S` does as many as are wanted. */
const runs = 500;

describe('one order against a hostile outside', () => {
  it('R01 R12 R13 R19 R22 R23 R26 R28 keeps every law, whatever gets lost and whoever dies', async () => {
    const { failed, faults, crashes, lostReplies } = await simulated(['--runs', String(runs), '--seed', '7']);
    expect(failed).toEqual([]);
    // The test means something only when the faults happened.
    expect(crashes).toBeGreaterThan(runs);
    expect(lostReplies).toBeGreaterThan(runs / 4);
    for (const kind of ['unsent', 'repeated', 'delayed', 'refused', 'late-997', 'late-submit', 'throttled', 'overship'])
      expect([kind, (faults[kind] ?? 0) > runs / 100]).toEqual([kind, true]);
    // Messages of the ERP that nobody got, and orders edited there: one run in four has some.
    expect(faults['dropped']).toBeGreaterThan(runs / 40);
    expect(faults['edited']).toBeGreaterThan(runs / 200);
  });

  it('tells the same story for the same seed and run', async () => {
    const told = async (): Promise<readonly string[]> => {
      const lines: string[] = [];
      await simulateRun({ seed: 3, run: 4, tell: (line) => lines.push(line) });
      return lines;
    };
    const [first, second] = [await told(), await told()];
    expect(first.length).toBeGreaterThan(20);
    expect(second).toEqual(first);
  });

  it('R19 sees the second ERP order that a lying look-up makes, and leaves out what it does not take', async () => {
    const request = { seed: 44, lookUpLies: true };
    const run = await firstBroken(request, ({ law }) => law === 'doubleSubmits');
    const shrunk = await shrinkRun({ ...request, run });
    const whole = await simulateRun({ ...request, run });
    expect(shrunk?.faults.length).toBeGreaterThan(0);
    expect(shrunk?.faults.length).toBeLessThanOrEqual(2);
    expect(shrunk?.faults.length).toBeLessThan(whole.faults.length);
    const again = await simulateRun({ ...request, run, without: shrunk?.without });
    expect(brokenLaws(again).map(({ law }) => law)).toContain('doubleSubmits');
  });

  it('R28 sees what reconciliation does not find', async () => {
    const request = { seed: 3, listsNothing: true, reconciled: true };
    const run = await firstBroken(request, ({ what }) => what.endsWith('was not found by the reconciliation after it'));
    expect((await simulateRun({ ...request, run })).faults.join()).toMatch(/dropped|edited/);
  });
});

const script = fileURLToPath(new URL('../../../../scripts/simulate.mjs', import.meta.url));

/** The command itself, in one process: bundled, thousands of runs take a third less than in a test runner. */
function simulated(options: readonly string[]): Promise<Summary> {
  return new Promise((resolve, reject) => {
    execFile(process.execPath, [script, ...options, '--processes', '1', '--json'], (error, stdout, stderr) => {
      if (stdout === '') reject(new Error(`${error?.message} ${stderr}`));
      else resolve(JSON.parse(stdout) as Summary);
    });
  });
}

/** The first run of the first 200 that breaks such a law. */
async function firstBroken(request: Omit<RunRequest, 'run'>, is: (broken: Broken) => boolean): Promise<number> {
  for (let run = 0; run < 200; run++) if (brokenLaws(await simulateRun({ ...request, run })).some(is)) return run;
  throw new Error('no run breaks it');
}
