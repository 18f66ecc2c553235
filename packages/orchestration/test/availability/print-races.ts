import { runRaces } from './checks.ts';

// Run by scripts/races.mjs: so many races, what they came to as one line of JSON, and what was wrong as further lines.
const [argument = ''] = process.argv.slice(2);
const { faults, ...totals } = await runRaces(Number(argument));
process.stdout.write(`${JSON.stringify(totals)}\n`);
for (const fault of faults) process.stderr.write(`${fault}\n`);
process.exitCode = faults.length > 0 ? 1 : 0;
