import type { Machine } from './machine.ts';
import { addDays, oracle } from './oracle.ts';
import { runRaces } from './run-races.ts';
import { nothing, patient, start } from './sample-stock.ts';
import { seeded } from './seeded.ts';
import { someLog } from './some-log.ts';

/** Safety stock as well, because the races have none. */
const careful = { ...patient, items: [{ safetyStock: '2', places: 0 }] };

/** What a machine does otherwise than the oracle says, for many logs, step by step; empty for a right one. */
function againstOracle(machine: Machine, seeds: Iterable<number>): readonly string[] {
  for (const seed of seeds) {
    const log = someLog(seeded(seed));
    let state = nothing;
    for (const [index, event] of log.entries()) {
      state = machine.availabilityTransition(state, event, careful).state;
      if (machine.availabilityTransition(state, event, careful).state !== state)
        return [`seed ${seed}, event ${index}: the same event again changes the state`];
    }
    const at = log.at(-1)?.at ?? start;
    for (let days = 0; days < 3; days++) {
      const on = addDays(start.slice(0, 10), days);
      const expected = oracle(log, careful, at, on);
      const { value } = machine.available(state, { location: 'WH1', at, on }, careful).quantity;
      if (value !== String(expected.quantity))
        return [`seed ${seed}, ${on}: ${value}, the oracle says ${expected.quantity}`];
      const statuses = Object.fromEntries(Object.entries(state.reservations).map(([key, { status }]) => [key, status]));
      if (!isSame(statuses, expected.statuses))
        return [`seed ${seed}: ${JSON.stringify(statuses)}, the oracle says ${JSON.stringify(expected.statuses)}`];
    }
  }
  return [];
}

/** Everything that is asked of a machine, race by race and log by log; what is wrong with it, in words, at the first fault. */
export async function examine(machine: Machine, count: number): Promise<readonly string[]> {
  for (let seed = 1; seed <= count; seed++) {
    const { faults } = await runRaces(1, machine, seed);
    const all = [...faults, ...againstOracle(machine, [seed])];
    if (all.length > 0) return all;
  }
  return [];
}

function isSame(one: Readonly<Record<string, string>>, other: Readonly<Record<string, string>>): boolean {
  const text = (of: Readonly<Record<string, string>>) => JSON.stringify(Object.entries(of).sort());
  return text(one) === text(other);
}
