import type { Failure } from '@dist/orchestration';
import type { ConnectorFailure } from '../port/failure.ts';
import { failureClasses } from './failure-classes.ts';

/**
 * A connector's failure in the words of the order machine. What is safe to replay is never in doubt: it is tried again, not
 * before the system takes requests again. What is not, and would be tried again by its class, is in doubt.
 */
export function toFailure({ class: name, message, safeToReplay, vendor, retryAfterMs }: ConnectorFailure): Failure {
  const business = failureClasses[name];
  const code = vendor?.code ?? name;
  const wait = retryAfterMs === undefined ? {} : { retryAfterSeconds: Math.ceil(retryAfterMs / 1000) };
  if (safeToReplay) return { class: business === 'inDoubt' ? 'transport' : business, code, message, ...wait };
  const isTriedAgain = business === 'transport' || business === 'throttled';
  return { class: isTriedAgain ? 'inDoubt' : business, code, message };
}
