import type { Policy } from '../index.ts';
import { checkedOutcome } from '../runtime/checked-outcome.ts';
import type { Batch, DeliveryEffect, OutboxEffect } from '../runtime/journal.ts';
import { longestTimeout } from '../runtime/longest-timeout.ts';
import type { Outcome, Performer } from '../runtime/performers.ts';
import { reportedEvents } from '../runtime/reported-events.ts';
import { textOfError } from '../runtime/text-of-error.ts';
import { eventVersion, type OrderEvent } from '../word/event.ts';
import type { Failure } from '../word/failure.ts';
import type { HostOptions } from './host.ts';
import { nextDelivery } from './next-delivery.ts';

/** What came of one attempt, to be told to the order. JSON. */
export interface Performed {
  readonly key: string;
  readonly attempt: number;
  readonly events: readonly OrderEvent[];
  /** What has to be carried now: what the performer has frozen, or the next attempt of a delivery. */
  readonly deliveries: readonly DeliveryEffect[];
  /** What another order is told, before this one hears that it was. */
  readonly tell?: { readonly order: string; readonly events: readonly OrderEvent[] } | undefined;
}

/** Under this many workers racing for one number each gets its turn; more means a fault, not bad luck. */
const mostConflicts = 50;

/**
 * Performs one attempt of an effect, however often an engine runs this for it. What may not be done twice without asking
 * is begun by a mark in the records: a second run finds it and reports the first one's answer as lost, so that it is
 * looked up. What is committed with an outcome is committed once, and the outcome with it. Rejects only when the
 * records fail: then the engine runs it again.
 */
export async function performEffect(options: HostOptions, effect: OutboxEffect, policy: Policy): Promise<Performed> {
  const known = await outcomeOf(options, effect);
  if (known !== undefined) return known;
  if (effect.safety !== 'idempotent' && !(await begin(options, effect))) return told(options, effect, lost(effect));
  for (let runs = 1; ; runs++) {
    const outcome = await perform(options, effect, policy);
    const performed = told(options, effect, outcome);
    const conflict = await commit(options, outcome, performed).catch(untaken);
    if (conflict === undefined) return performed;
    if (conflict instanceof RangeError) return told(options, effect, unkept(effect, conflict));
    const other = await outcomeOf(options, effect);
    if (other !== undefined) return other;
    // Another took the same number meanwhile: what may be done twice is made anew with the next one.
    const race = conflict.what === 'sequence' || conflict.what === 'mark';
    if (race && effect.safety === 'idempotent' && runs < mostConflicts) continue;
    return told(options, effect, refused(effect, conflict));
  }
}

/** What an earlier run of the attempt has committed. */
async function outcomeOf({ records }: HostOptions, effect: OutboxEffect): Promise<Performed | undefined> {
  const text = await records.mark(markOf('performed', effect));
  return text === undefined ? undefined : (JSON.parse(text) as Performed);
}

/** Whether this is the first run of the attempt. Durable before anything is done, and only one of several gets a yes. */
async function begin({ records, clock }: HostOptions, effect: OutboxEffect): Promise<boolean> {
  const mark = { key: markOf('begun', effect), expected: undefined, value: clock() };
  return (await records.append({ marks: [mark] })).status === 'appended';
}

function markOf(what: 'begun' | 'performed', { key, attempt }: Pick<OutboxEffect, 'key' | 'attempt'>): string {
  return `host/${what}/${key}@${attempt}`;
}

async function perform(options: HostOptions, effect: OutboxEffect, policy: Policy): Promise<Outcome> {
  const { records, performers } = options;
  const { body, key, attempt, safety } = effect;
  // What one order tells another goes with the outcome.
  if (body.type === 'order.tell') return {};
  const performer = performers[body.type] as Performer<OutboxEffect>;
  const signal = AbortSignal.timeout(Math.min(timeFor(options, effect, policy), longestTimeout));
  // No engine tells whether it runs something for the first time; of what is idempotent an earlier run may be.
  const context = { signal, attempt, reclaimed: safety === 'idempotent', key, journal: records, policy };
  try {
    const answer = await Promise.race([performer(effect, context), aborted(signal)]);
    return asAttempt(checkedOutcome(effect, answer), options.clock());
  } catch (error) {
    return failure(effect, 'performer-threw', textOfError(error));
  }
}

/** An engine keeps no outbox in which an attempt could wait: what is postponed comes again as the next one, a day later at most. */
function asAttempt(outcome: Outcome, now: string): Outcome {
  if (outcome.postponed === undefined) return outcome;
  const { until, reason } = outcome.postponed;
  const retryAfterSeconds = Math.max(0, (Date.parse(until) - Date.parse(now)) / 1000);
  return { failure: { class: 'throttled', code: 'postponed', message: reason, retryAfterSeconds } };
}

/** An order may be pinned to a policy that looks up sooner than that of new orders: it must have ended before that. */
function timeFor({ timeout = 10_000 }: HostOptions, { safety }: OutboxEffect, { retry }: Policy): number {
  return safety === 'lookupFirst' ? Math.min(timeout, retry.lookUpAfterSeconds * 1000) : timeout;
}

/** A performer that does not mind the signal is not waited for. */
function aborted(signal: AbortSignal): Promise<never> {
  return new Promise((_, reject) => {
    signal.addEventListener('abort', () => reject(signal.reason), { once: true });
  });
}

function told({ clock }: HostOptions, effect: OutboxEffect, outcome: Outcome): Performed {
  const { key, attempt } = effect;
  const at = clock();
  if (effect.body.type === 'document.deliver') {
    return { key, attempt, events: [], deliveries: nextDelivery(effect, outcome, at) };
  }
  const deliveries = outcome.failure === undefined ? (outcome.batch?.effects ?? []) : [];
  return { key, attempt, events: reportedEvents(effect, outcome, at), deliveries, ...tellOf(effect, at) };
}

/** The event's key is the effect's: told twice, it is one event. */
function tellOf({ key, body }: OutboxEffect, at: string): Pick<Performed, 'tell'> {
  if (body.type !== 'order.tell') return {};
  const event = { ...body.told, key, at, v: eventVersion, causation: key } as OrderEvent;
  return { tell: { order: body.to, events: [event] } };
}

/** Commits what comes with an outcome, once: with it a mark that holds the outcome. Undefined when it is committed. */
async function commit({ records }: HostOptions, outcome: Outcome, performed: Performed) {
  const batch: Batch | undefined = outcome.failure === undefined ? outcome.batch : undefined;
  if (batch === undefined) return undefined;
  const value = JSON.stringify(performed);
  const mark = { key: markOf('performed', performed), expected: undefined, value };
  const { effects: _carriedByTheEngine, ...rest } = batch;
  const result = await records.append({ ...rest, marks: [...(batch.marks ?? []), mark] });
  return result.status === 'conflict' ? result : undefined;
}

/** Records that are not there fail with errors of their own: then the engine runs it again. */
function untaken(error: unknown): RangeError {
  if (error instanceof RangeError) return error;
  throw error;
}

function unkept(effect: OutboxEffect, error: RangeError): Outcome {
  const message = `What came of ${effect.key} cannot be taken: ${error.message}. Mend the performer, then replay this`;
  return failure(effect, 'performer-answer', message);
}

function lost(effect: OutboxEffect): Outcome {
  return failure(
    effect,
    'interrupted',
    `The worker that had ${effect.key} ended or took too long: it may have happened.`,
  );
}

function refused(effect: OutboxEffect, { what, key }: { readonly what: string; readonly key: string }): Outcome {
  const message = `What came of ${effect.key} could not be committed: ${what} ${key} is another already.`;
  return failure(effect, 'commit-conflict', message);
}

/** What may not be done twice has perhaps happened all the same. */
function failure({ safety }: OutboxEffect, code: string, message: string): { readonly failure: Failure } {
  return { failure: { class: safety === 'idempotent' ? 'system' : 'inDoubt', code, message } };
}
