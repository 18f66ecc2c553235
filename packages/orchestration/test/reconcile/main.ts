import { parseArgs } from 'node:util';
import { examinations } from './built-examination.ts';
import { memoryRun } from './memory-run.ts';
import { outOfBandRun } from './out-of-band-run.ts';
import { wrongReconciliations } from './wrong-reconciliations.ts';

// The long runs of reconciliation: `--orders N --seed S` simulates a day of so many orders and prints what it came to;
// `--killed P` has each call of the journal end its process with that probability; `--mutants` makes the reconciliation wrong
// in every way of the list and says which ones the checks do not see; `--records N` reads so many in one run and says how much
// memory that takes (with `--expose-gc`). It fails when something is wrong.
const { values } = parseArgs({
  options: {
    orders: { type: 'string', default: '20000' },
    seed: { type: 'string', default: '1' },
    killed: { type: 'string' },
    mutants: { type: 'boolean', default: false },
    records: { type: 'string' },
  },
});
process.exitCode = values.mutants
  ? await mutants()
  : values.records === undefined
    ? await simulation()
    : await memory(Number(values.records));

async function simulation(): Promise<number> {
  const started = performance.now();
  const killed = values.killed === undefined ? undefined : Number(values.killed);
  const { faults, ...end } = await outOfBandRun({ orders: Number(values.orders), seed: Number(values.seed), killed });
  const seconds = Math.round(performance.now() - started) / 1000;
  process.stdout.write(`${JSON.stringify({ ...end, seconds, faults }, undefined, 1)}\n`);
  return faults.length === 0 ? 0 : 1;
}

async function memory(records: number): Promise<number> {
  process.stdout.write(`${JSON.stringify(await memoryRun(records))}\n`);
  return 0;
}

async function mutants(): Promise<number> {
  const examine = await examinations();
  const sound = await examine.of();
  const survivors: string[] = [];
  for (const one of wrongReconciliations) if ((await examine.of(one)).length === 0) survivors.push(one.wrong);
  await examine.close();
  const [total, killed] = [wrongReconciliations.length, wrongReconciliations.length - survivors.length];
  process.stdout.write(`${JSON.stringify({ killed, total, survivors, sound })}\n`);
  return survivors.length + sound.length === 0 ? 0 : 1;
}
