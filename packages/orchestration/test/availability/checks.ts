import { examine as examineMachine } from './examine.ts';
import * as machine from './machine.ts';
import { runRaces as runRacesOf } from './run-races.ts';

/** The checks and the machine that they look at, in one: `builtChecks` makes it of right and of wrong sources. */
export interface Checks {
  readonly examine: (count: number) => ReturnType<typeof examineMachine>;
  readonly runRaces: (count: number, first?: number) => ReturnType<typeof runRacesOf>;
}

export const examine: Checks['examine'] = (count) => examineMachine(machine, count);
export const runRaces: Checks['runRaces'] = (count, first) => runRacesOf(count, machine, first);
