import type { Provenance } from '../word/event.ts';
import type { Failure } from '../word/failure.ts';

/** What one question of enrichment gives: a value or failures, and the records that were used. */
export interface Finding<Value> {
  readonly value?: Value | undefined;
  readonly used: readonly Provenance[];
  readonly failures: readonly Failure[];
}

/** An answer. */
export function found<Value>(value: Value, used: readonly Provenance[] = []): Finding<Value> {
  return { value, used, failures: [] };
}

/** No answer, and why. */
export function failed<Value>(...failures: readonly Failure[]): Finding<Value> {
  return { used: [], failures };
}
