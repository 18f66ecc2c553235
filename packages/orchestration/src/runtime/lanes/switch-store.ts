import type { WorkRules } from '../../policy/work-rules.ts';
import type { Journal } from '../journal.ts';
import { noSwitches, type SwitchChange, type Switches, type SwitchResult, setSwitch } from './switches.ts';

/** Mark that holds all switches; `switches/<n>` holds the n-th change. */
const mark = 'switches';

/** More operators than that at the same instant are a fault. */
const mostConflicts = 50;

/** The switches as they stand in a journal: the same for all its workers. */
export async function readSwitches(journal: Pick<Journal, 'mark'>): Promise<Switches> {
  return parsed(await journal.mark(mark));
}

/** Sets a switch in a journal, and keeps the change with who and why. Refused, it changes nothing. */
export async function writeSwitch(
  journal: Pick<Journal, 'mark' | 'append'>,
  change: SwitchChange,
  work: Pick<WorkRules, 'unknownPartner'>,
): Promise<SwitchResult> {
  for (let conflicts = 0; conflicts < mostConflicts; conflicts++) {
    const expected = await journal.mark(mark);
    const result = setSwitch(parsed(expected), change, work);
    if (result.status === 'refused') return result;
    const marks = [
      { key: mark, expected, value: JSON.stringify(result.switches) },
      { key: `${mark}/${result.switches.changes}`, expected: undefined, value: JSON.stringify(change) },
    ];
    if ((await journal.append({ marks })).status === 'appended') return result;
  }
  throw new Error('the switches change all the time');
}

/** All changes of switches, oldest first: the audit of who stopped what and why. */
export async function* switchHistory(journal: Pick<Journal, 'mark'>): AsyncIterable<SwitchChange> {
  for (let count = 1; ; count++) {
    const change = await journal.mark(`${mark}/${count}`);
    if (change === undefined) return;
    yield JSON.parse(change) as SwitchChange;
  }
}

function parsed(stored: string | undefined): Switches {
  return stored === undefined ? noSwitches : (JSON.parse(stored) as Switches);
}
