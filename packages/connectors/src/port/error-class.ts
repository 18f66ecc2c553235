/**
 * What a failure of another system means for the caller. The list is closed: every answer of every system becomes one of
 * these, and an answer that nobody has seen before is `contract-drift`.
 */
export type ErrorClass =
  | 'auth'
  | 'permission'
  | 'not-found'
  | 'validation'
  | 'conflict'
  | 'duplicate'
  | 'rate-limited'
  | 'concurrency-limited'
  | 'unavailable'
  | 'timeout-unknown'
  | 'business-hold'
  | 'contract-drift'
  | 'config';

/** Who can end a failure. */
export type FailureOwner = 'integration' | 'system operator' | 'order desk' | 'credit';

/**
 * What the business feels until it ends: nothing; one document is late; one document stands still; one document may have
 * been made or not; everything for this system stands still.
 */
export type BusinessImpact = 'none' | 'delayed' | 'blocked' | 'in-doubt' | 'halted';

export interface ErrorClassRule {
  /** Trying again later, with nothing changed, may succeed. */
  readonly retryable: boolean;
  /** The same request may be sent again without first asking what became of it. */
  readonly safeToReplay: boolean;
  readonly owner: FailureOwner;
  readonly impact: BusinessImpact;
  /** One sentence for a person. */
  readonly meaning: string;
}

/** Every class, with what to do about it. A failure may say otherwise where more is known: a read is always safe to replay. */
export const errorClasses: Readonly<Record<ErrorClass, ErrorClassRule>> = {
  auth: {
    retryable: false,
    safeToReplay: true,
    owner: 'integration',
    impact: 'halted',
    meaning: 'The credentials are wrong or have expired',
  },
  permission: {
    retryable: false,
    safeToReplay: true,
    owner: 'system operator',
    impact: 'halted',
    meaning: 'The credentials are right and may not do this',
  },
  'not-found': {
    retryable: false,
    safeToReplay: true,
    owner: 'order desk',
    impact: 'blocked',
    meaning: 'The record that the request names is not there',
  },
  validation: {
    retryable: false,
    safeToReplay: true,
    owner: 'order desk',
    impact: 'blocked',
    meaning: 'The system refuses the content',
  },
  conflict: {
    retryable: false,
    safeToReplay: true,
    owner: 'order desk',
    impact: 'blocked',
    meaning: 'The record stands in a state, or has a content, that does not go with the request',
  },
  duplicate: {
    retryable: false,
    safeToReplay: true,
    owner: 'integration',
    impact: 'none',
    meaning: 'It was done before',
  },
  'rate-limited': {
    retryable: true,
    safeToReplay: true,
    owner: 'integration',
    impact: 'delayed',
    meaning: 'Too many requests in a time',
  },
  'concurrency-limited': {
    retryable: true,
    safeToReplay: true,
    owner: 'integration',
    impact: 'delayed',
    meaning: 'Too many requests at once',
  },
  unavailable: {
    retryable: true,
    safeToReplay: true,
    owner: 'system operator',
    impact: 'delayed',
    meaning: 'The system cannot be reached or does not work; nothing was done',
  },
  'timeout-unknown': {
    retryable: true,
    safeToReplay: false,
    owner: 'integration',
    impact: 'in-doubt',
    meaning: 'The request may have been sent and no answer tells what became of it: look it up',
  },
  'business-hold': {
    retryable: false,
    safeToReplay: true,
    owner: 'credit',
    impact: 'blocked',
    meaning: 'The system holds the record until a person releases it',
  },
  'contract-drift': {
    retryable: false,
    safeToReplay: false,
    owner: 'integration',
    impact: 'halted',
    meaning: 'The answer is not what the interface promises',
  },
  config: {
    retryable: false,
    safeToReplay: true,
    owner: 'integration',
    impact: 'halted',
    meaning: 'An address, version or setting is wrong',
  },
};
