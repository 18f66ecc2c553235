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

export interface ClassRule {
  /** Trying again later, with nothing changed, may succeed. */
  readonly retryable: boolean;
  /** The same request may be sent again without first asking what became of it. */
  readonly safeToReplay: boolean;
  readonly owner: FailureOwner;
  readonly impact: BusinessImpact;
}

/** What each class says of a failure. Every connector carries it, and none the sentences of `errorClasses`. */
export const classRules: Readonly<Record<ErrorClass, ClassRule>> = {
  auth: {
    retryable: false,
    safeToReplay: true,
    owner: 'integration',
    impact: 'halted',
  },
  permission: {
    retryable: false,
    safeToReplay: true,
    owner: 'system operator',
    impact: 'halted',
  },
  'not-found': {
    retryable: false,
    safeToReplay: true,
    owner: 'order desk',
    impact: 'blocked',
  },
  validation: {
    retryable: false,
    safeToReplay: true,
    owner: 'order desk',
    impact: 'blocked',
  },
  conflict: {
    retryable: false,
    safeToReplay: true,
    owner: 'order desk',
    impact: 'blocked',
  },
  duplicate: {
    retryable: false,
    safeToReplay: true,
    owner: 'integration',
    impact: 'none',
  },
  'rate-limited': {
    retryable: true,
    safeToReplay: true,
    owner: 'integration',
    impact: 'delayed',
  },
  'concurrency-limited': {
    retryable: true,
    safeToReplay: true,
    owner: 'integration',
    impact: 'delayed',
  },
  unavailable: {
    retryable: true,
    safeToReplay: true,
    owner: 'system operator',
    impact: 'delayed',
  },
  'timeout-unknown': {
    retryable: true,
    safeToReplay: false,
    owner: 'integration',
    impact: 'in-doubt',
  },
  'business-hold': {
    retryable: false,
    safeToReplay: true,
    owner: 'credit',
    impact: 'blocked',
  },
  'contract-drift': {
    retryable: false,
    safeToReplay: false,
    owner: 'integration',
    impact: 'halted',
  },
  config: {
    retryable: false,
    safeToReplay: true,
    owner: 'integration',
    impact: 'halted',
  },
};
