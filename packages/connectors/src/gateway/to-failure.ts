import type { Failure } from '@dist/orchestration';
import type { ConnectorFailure } from '../port/failure.ts';
import { failureClasses } from './failure-classes.ts';

/** A connector's failure in the words of the order machine. What is safe to replay is never in doubt: it is tried again. */
export function toFailure({ class: name, message, safeToReplay, vendor }: ConnectorFailure): Failure {
  const business = failureClasses[name];
  const code = vendor?.code ?? name;
  return { class: business === 'inDoubt' && safeToReplay ? 'transport' : business, code, message };
}
