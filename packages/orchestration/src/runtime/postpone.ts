import type { AppendResult, Claimed } from './journal.ts';
import type { Postponement } from './performers.ts';
import type { RuntimeOptions } from './runtime-options.ts';
import { tellNotes } from './tell-notes.ts';

/** Sooner than that nothing comes again: who says a time that has gone by would be asked without end. */
const soonest = 1000;

/** Gives a claimed effect back until its time has come. It is the same attempt, and its order hears nothing of it. */
export async function postpone(
  options: RuntimeOptions,
  { effect, lease }: Claimed,
  { until, reason }: Postponement,
): Promise<AppendResult> {
  const { journal, clock } = options;
  const at = clock();
  const first = new Date(Date.parse(at) + soonest).toISOString();
  const again = { ...effect, notBefore: until > first ? until : first };
  const { key, order, attempt, notBefore } = again;
  const result = await journal.append({ settle: [{ key, lease }], postponed: [again] });
  const data = { attempt, notBefore };
  const note = { at, order, type: 'effect.postponed', message: `${key} waits: ${reason}`, effect: key, data };
  if (result.status === 'appended') tellNotes(options, [note]);
  return result;
}
