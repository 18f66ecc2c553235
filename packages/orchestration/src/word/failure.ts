/**
 * Why an effect failed, by what it means for the business. Each class has an owner and an action (`policy/error-classes.ts`):
 * the first four are tried again or looked up by the machine, the others wait for the team that owns them.
 */
export type ErrorClass =
  | 'transport'
  | 'throttled'
  | 'system'
  | 'inDoubt'
  | 'pricing'
  | 'customerMaster'
  | 'itemCrossReference'
  | 'unitOfMeasure'
  | 'inventory'
  | 'credit'
  | 'partnerFormat'
  | 'configuration';

/** One failure in words for a person. */
export interface Failure {
  readonly class: ErrorClass;
  readonly code: string;
  readonly message: string;
  readonly lineId?: string | undefined;
  /** What the other side asked for (`Retry-After`). */
  readonly retryAfterSeconds?: number | undefined;
}
