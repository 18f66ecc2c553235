import type { Stage } from './stage.ts';

/** A case before it has an adapter. */
export interface ContractCase {
  readonly name: string;
  readonly run: (stage: Stage) => Promise<void>;
}
