import type { Call } from './call.ts';
import type { ConnectorFailure } from './failure.ts';

/** Whether a system can be worked with, asked without changing anything. */
export type Health =
  | {
      readonly status: 'well';
      /** The version that the system says it speaks, where it says so. */
      readonly apiVersion?: string | undefined;
      /** What will end soon or is odd, a sentence each: a version that retires, a scope that is missing. */
      readonly warnings: readonly string[];
    }
  | { readonly status: 'failed'; readonly failure: ConnectorFailure };

/** Tells whether credentials, permissions and version are right, before the first order depends on it. */
export interface HealthCheck {
  check(call?: Call): Promise<Health>;
}
