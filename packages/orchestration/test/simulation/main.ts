import { parseArgs } from 'node:util';
import { brokenLaws } from './broken-laws.ts';
import { shrinkRun } from './shrink-run.ts';
import { simulateMany } from './simulate-many.ts';
import { simulateRun } from './simulate-run.ts';

// One process of `npm run simulate` (scripts/simulate.mjs): its share of the runs as JSON, or one run with its story.
const { values } = parseArgs({
  options: {
    runs: { type: 'string', default: '0' },
    from: { type: 'string', default: '0' },
    step: { type: 'string', default: '1' },
    seed: { type: 'string', default: '1' },
    run: { type: 'string' },
    json: { type: 'boolean', default: false },
  },
});
const seed = Number(values.seed);
if (values.run === undefined) {
  const share = { from: Number(values.from), step: Number(values.step) };
  process.stdout.write(JSON.stringify(await simulateMany(Number(values.runs), { seed }, share)));
} else {
  process.exitCode = await tellRun(Number(values.run));
}

/** One run again, with as few faults as it takes when it breaks a law. */
async function tellRun(run: number): Promise<number> {
  const shrunk = await shrinkRun({ seed, run });
  const story: string[] = [];
  const end = await simulateRun({ seed, run, without: shrunk?.without, tell: (line) => story.push(line) });
  const broken = brokenLaws(end);
  const { faults } = end;
  if (values.json) process.stdout.write(`${JSON.stringify({ seed, run, broken, faults, story })}\n`);
  else {
    process.stdout.write(`${story.join('\n')}\n\nfaults: ${faults.join(', ') || 'none'}\n`);
    for (const { law, what } of broken) process.stdout.write(`${law}: ${what}\n`);
    if (shrunk !== undefined) process.stdout.write(`made smaller in ${shrunk.tries} tries\n`);
  }
  return broken.length > 0 ? 1 : 0;
}
