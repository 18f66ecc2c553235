import { dueAt } from '../policy/due-at.ts';
import type { SlaRule } from '../policy/policy.ts';
import { newestOf } from './ledger.ts';
import type { Step } from './step.ts';
import type { OwedDocument } from './view.ts';

/**
 * Names the deadline of a document until it is satisfied (R26): sent, received by the transport, or acknowledged, as the
 * policy says, or given up by a person. A rejection opens it again, with the time that it had. False when nothing is owed any more.
 */
export function slaDue(
  step: Step,
  { document, timer, key }: OwedDocument,
  startsAt: (from: SlaRule['startsAt']) => string | undefined,
  due: (timer: string, at: string) => void,
): boolean {
  const rule = step.policy.sla[document];
  if (rule === undefined || isSatisfied(step, key, rule.satisfiedBy ?? 'transmitted')) return false;
  const start = startsAt(rule.startsAt);
  if (start === undefined) return true;
  due(timer, dueOnce(step, timer, rule, start));
  return true;
}

/** The calendar is asked once: while nothing has moved its start, a deadline stays. */
export function dueOnce(step: Step, timer: string, rule: SlaRule, start: string): string {
  const asked = step.dues.get(timer);
  if (asked?.rule === rule && asked.start === start) return asked.at;
  const at = dueAt(rule, start, step.policy.work.calendars);
  step.dues.set(timer, { rule, start, at });
  return at;
}

function isSatisfied(step: Step, key: string, by: 'transmitted' | 'mdn' | 'acknowledged'): boolean {
  const newest = newestOf(step, key);
  // What a person has given up is not waited for any more.
  if (newest?.status === 'withdrawn') return true;
  if (newest?.status !== 'done') return false;
  const { answers, receipts } = step.view;
  if (by === 'transmitted') return true;
  const answered = answers.get(newest.effect.key);
  return by === 'acknowledged' ? answered !== undefined : answered !== undefined || receipts.has(newest.effect.key);
}
