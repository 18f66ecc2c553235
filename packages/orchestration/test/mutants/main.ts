import { parseArgs } from 'node:util';
import { mutants } from './list.ts';
import { tryMutants, type Verdict } from './try-mutants.ts';

// `npm run core-mutants`: wrong machines that the fast suite must see. `--only TEXT` tries those whose sentence has the
// text, `--json` prints `{ killed, total, survivors, stale }`. It fails when one survives or is stale.
const { values } = parseArgs({ options: { json: { type: 'boolean', default: false }, only: { type: 'string' } } });
const tell = ({ sentence, end, by }: Verdict): void => {
  if (!values.json) process.stdout.write(`${end.padEnd(8)} ${sentence}${by === '' ? '' : ` (${by})`}\n`);
};
const list = mutants.filter(({ sentence }) => sentence.includes(values.only ?? ''));
const verdicts = await tryMutants(tell, list);
const named = (end: Verdict['end']): readonly string[] =>
  verdicts.filter((verdict) => verdict.end === end).map(({ sentence }) => sentence);
const [killed, survivors, stale] = [named('killed').length, named('survived'), named('stale')];
if (values.json) process.stdout.write(`${JSON.stringify({ killed, total: verdicts.length, survivors, stale })}\n`);
else
  process.stdout.write(`${killed} of ${verdicts.length} killed, ${survivors.length} survive, ${stale.length} stale\n`);
process.exitCode = survivors.length + stale.length > 0 ? 1 : 0;
