import type { Failure } from '../word/failure.ts';
import type { AppendResult, Claimed } from './journal.ts';
import type { Outcome } from './performers.ts';
import type { RuntimeOptions } from './runtime-options.ts';
import { tellNotes } from './tell-notes.ts';

/**
 * A delivery belongs to no order, so no policy ends its attempts: it is settled when done, and tried again when not,
 * after 2, 4, 8 … seconds and at most five minutes. Its failures are told as notes.
 */
export async function settleDelivery(options: RuntimeOptions, claim: Claimed, outcome: Outcome): Promise<AppendResult> {
  const settle = [{ key: claim.effect.key, lease: claim.lease }];
  if (outcome.failure === undefined) return options.journal.append({ ...outcome.batch, settle });
  return tryAgain(options, claim, outcome.failure);
}

async function tryAgain(options: RuntimeOptions, { effect, lease }: Claimed, failure: Failure): Promise<AppendResult> {
  const { journal, clock } = options;
  const { key, order, body } = effect;
  if (body.type !== 'document.deliver') throw new TypeError(`${key} is no delivery`);
  const at = clock();
  const attempt = effect.attempt + 1;
  const notBefore = new Date(Date.parse(at) + Math.min(1000 * 2 ** effect.attempt, 300_000)).toISOString();
  const again = { ...effect, body, safety: 'idempotent', attempt, notBefore } as const;
  const result = await journal.append({ settle: [{ key, lease }], effects: [again] });
  const data = { attempt, notBefore, class: failure.class };
  const message = `${key} again: ${failure.message}`;
  const note = { at, order, type: 'effect.retry', message, effect: key, data };
  if (result.status === 'appended') tellNotes(options, [note]);
  return result;
}
