import type { Runtime } from '../runtime/create-runtime.ts';
import type { Journal } from '../runtime/journal.ts';
import type { RuntimeOptions } from '../runtime/runtime-options.ts';
import type { Finding } from './finding.ts';
import type { Observed, ObservedRecord } from './observed.ts';

/** What a run is made of. */
export interface ReconcileOptions {
  /** Tells the orders. With several processes on one journal give it a runtime of its own that keeps no orders (`cache: 0`). */
  readonly runtime: Pick<Runtime, 'dispatch'>;
  readonly journal: Pick<Journal, 'mark' | 'append' | 'orders' | 'load'>;
  /** As the runtime has it. */
  readonly policy: RuntimeOptions['policy'];
  readonly observed: Observed;
  /** The order that a record is of, by its names; undefined when there is none. Not asked where the record says it. */
  readonly locate: (record: ObservedRecord) => Promise<string | undefined>;
  /** The instant it is now, ISO 8601 in UTC with milliseconds. */
  readonly clock: () => string;
  /** Is told each finding after the commit of what comes of it; those of one page together. */
  readonly report?: ((findings: readonly Finding[]) => Promise<void> | void) | undefined;
  /** Orders in one transaction; 50 when absent. */
  readonly pageSize?: number | undefined;
  /** Everything that the system has, and every order of the journal: costs as much as there are. Needs `observed.find`. */
  readonly sweep?: boolean | undefined;
}
