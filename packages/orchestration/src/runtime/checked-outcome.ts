import type { Issue } from '@dist/canonical';
import * as z from 'zod';
import { isPlain } from '../policy/is-plain.ts';
import { eventVersion } from '../word/event.ts';
import type { Failure } from '../word/failure.ts';
import { instantSchema } from '../word/schema/instant-schema.ts';
import { failureSchema } from '../word/schema/word-schema.ts';
import { upcast } from '../word/upcast.ts';
import type { OutboxEffect } from './journal.ts';
import type { Outcome } from './performers.ts';

/**
 * What a performer has answered, where it is an outcome; a failure that says what is wrong with it otherwise, so that the
 * attempt counts and a person hears of it. Performers are called with types and answer what they like: an event that the
 * machine can not take would be brought to it for ever.
 */
export function checkedOutcome(effect: Pick<OutboxEffect, 'key' | 'safety'>, answer: unknown): Outcome {
  const wrong = (what: string): Outcome => ({ failure: failureOf(effect, what) });
  if (!isPlain(answer)) return wrong(`${answer === null ? 'null' : typeof answer} is no outcome`);
  const { failure, postponed, events, sent, batch } = answer;
  if (failure !== undefined) return readFailure(failure) ?? wrong('its failure has no class of failure or no message');
  if (postponed !== undefined)
    return readPostponement(postponed) ?? wrong('it is postponed without an instant or a reason');
  if (events !== undefined && !Array.isArray(events)) return wrong('its events are no list');
  const done = faultOf({ type: 'effect.done', effect: effect.key, attempt: 1, sent });
  if (done !== undefined) return wrong(`what was sent is wrong: ${done.message}`);
  if (batch !== undefined && !isBatch(batch)) return wrong('its batch has something else than lists of records');
  for (const event of events ?? []) {
    const fault = faultOf(event);
    if (fault !== undefined) return wrong(`its event ${fault.path.join('.')} is wrong: ${fault.message}`);
  }
  return answer as Outcome;
}

function isBatch(batch: unknown): boolean {
  if (!isPlain(batch)) return false;
  const lists = [batch['effects'], batch['sequences'], batch['documents'], batch['marks']];
  return lists.every((list) => list === undefined || (Array.isArray(list) && list.every(isPlain)));
}

/** Undefined where it is none. A wait that can not be told is none; the machine bounds those that can. */
function readFailure(failure: unknown): Outcome | undefined {
  if (!isPlain(failure)) return undefined;
  const { retryAfterSeconds: wait, ...rest } = failure;
  const isWait = typeof wait === 'number' && Number.isFinite(wait) && wait >= 0;
  const read = failureSchema.safeParse({ code: '', ...rest, ...(isWait && { retryAfterSeconds: wait }) });
  return read.success ? { failure: read.data } : undefined;
}

function readPostponement(postponed: unknown): Outcome | undefined {
  const read = postponementSchema.safeParse(postponed);
  return read.success ? { postponed: read.data } : undefined;
}

const postponementSchema = z.object({ until: instantSchema, reason: z.string() });

const told = { key: 'reported', at: '2000-01-01T00:00:00.000Z', v: eventVersion };

function faultOf(event: unknown): Issue | undefined {
  const read = upcast(isPlain(event) ? { ...event, ...told } : event);
  return 'code' in read ? read : undefined;
}

/** What must be looked up first may have happened, whatever was answered. */
function failureOf({ key, safety }: Pick<OutboxEffect, 'key' | 'safety'>, what: string): Failure {
  const message = `The performer of ${key} has answered what is no outcome: ${what}. Mend the performer, then replay this`;
  return { class: safety === 'lookupFirst' ? 'inDoubt' : 'system', code: 'performer-answer', message };
}
