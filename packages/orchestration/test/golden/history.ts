import type { Policy } from '@dist/orchestration';
import type { StoryEvent } from '@dist/orchestration/testing';

/** A life of one order that is kept as a golden history: what became known, in the words of the first release. */
export interface History {
  readonly name: string;
  /** Of which aggregate; `order-1` when absent. */
  readonly id?: string | undefined;
  /** Sections of the default policy that are otherwise. */
  readonly policy?: Partial<Policy>;
  readonly events: readonly StoryEvent[];
}
