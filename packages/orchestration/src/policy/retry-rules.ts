import * as z from 'zod';
import { sha256 } from '../identity/sha256.ts';
import type { ErrorClass } from '../word/failure.ts';
import { instantAt } from './instant-at.ts';
import { Seconds } from './seconds.ts';

/** How often something is tried, and how long it waits in between. */
export interface RetryRule {
  readonly maximumAttempts: number;
  /** Wait after the first, second, … attempt; the last holds for all further ones. */
  readonly backoffSeconds: readonly number[];
  /**
   * Adds up to so many percent to each wait, by a hash of the effect's key and its attempt: those that failed together do
   * not come back together, and the same effect always waits the same. 0 when absent.
   */
  readonly jitterPercent?: number | undefined;
}

/** What one class of failure has for itself. */
export type RetryOfClass = { readonly [Name in keyof RetryRule]?: RetryRule[Name] | undefined };

/** Attempts and back-off for all failures, and what is otherwise for some classes of them. */
export interface RetryRules extends RetryRule {
  /** Wait before a lost answer is looked up, so that an order still on its way can land. */
  readonly lookUpAfterSeconds: number;
  /** What a class of failure has for itself; what it leaves out is that of all. */
  readonly byClass?: Readonly<Partial<Record<ErrorClass, RetryOfClass | undefined>>> | undefined;
}

/** The rule of one class of failure. */
export function retryOf(retry: RetryRules, failure: ErrorClass): RetryRule {
  const { maximumAttempts, backoffSeconds, jitterPercent = 0 } = retry;
  const own = retry.byClass?.[failure];
  return {
    maximumAttempts: own?.maximumAttempts ?? maximumAttempts,
    backoffSeconds: own?.backoffSeconds ?? backoffSeconds,
    jitterPercent: own?.jitterPercent ?? jitterPercent,
  };
}

/** An attempt that failed. */
export interface FailedAttempt {
  readonly key: string;
  /** From 1. */
  readonly attempt: number;
  readonly class: ErrorClass;
  /** ISO instant of the failure. */
  readonly at: string;
  /** What the other side asked for (`Retry-After`): the next attempt does not start earlier, up to a day. */
  readonly retryAfterSeconds?: number | undefined;
}

/**
 * The instant before which the next attempt must not start; undefined when there is none left. Pure: the same attempt has
 * the same answer. Whether the class may be tried again at all is `errorClasses`.
 */
export function retryAt(retry: RetryRules, failed: FailedAttempt): string | undefined {
  const { maximumAttempts, backoffSeconds, jitterPercent = 0 } = retryOf(retry, failed.class);
  if (failed.attempt >= maximumAttempts) return undefined;
  const wait = backoffSeconds[Math.min(failed.attempt, backoffSeconds.length) - 1] ?? 0;
  const spread = wait * (1 + (jitterPercent / 100) * drawn(failed));
  const seconds = Math.max(spread, askedWait(failed));
  return instantAt(Date.parse(failed.at) + Math.ceil(seconds * 1000));
}

/** Nobody is believed who says to come back in a year, or when it can not be said. */
function askedWait({ retryAfterSeconds = 0 }: FailedAttempt): number {
  return retryAfterSeconds > 0 ? Math.min(retryAfterSeconds, 86_400) : 0;
}

/** A number from 0 up to 1 that only the effect and its attempt decide. */
function drawn({ key, attempt }: FailedAttempt): number {
  return Number.parseInt(sha256(`${key}@${attempt}`).slice(0, 8), 16) / 0x100000000;
}

const attempts = z.int().min(1);
const waits = z.array(Seconds).min(1);
const jitter = z.number().min(0).max(100).optional();
const ofClass = z
  .strictObject({ maximumAttempts: attempts.optional(), backoffSeconds: waits.optional(), jitterPercent: jitter })
  .optional();

export const RetryRules: z.ZodType<RetryRules> = z.strictObject({
  maximumAttempts: attempts,
  backoffSeconds: waits,
  jitterPercent: jitter,
  lookUpAfterSeconds: Seconds,
  byClass: z
    .strictObject({
      transport: ofClass,
      throttled: ofClass,
      system: ofClass,
      inDoubt: ofClass,
      pricing: ofClass,
      customerMaster: ofClass,
      itemCrossReference: ofClass,
      unitOfMeasure: ofClass,
      inventory: ofClass,
      credit: ofClass,
      partnerFormat: ofClass,
      configuration: ofClass,
    })
    .optional(),
});
