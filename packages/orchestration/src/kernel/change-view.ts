import type { Price, Quantity } from '@dist/canonical';
import type { Fact } from './fact.ts';

/** What a change makes of one line. */
export interface ChangedLineView {
  readonly lineId: string;
  readonly quantity: Quantity;
  readonly price?: Price | undefined;
}

/**
 * A change order and how far it is. `waiting`: an earlier change, or the order itself, comes first. `held`: a person
 * decides. `pending`: an ERP has the order and is asked. `applied` and `refused` are for good: the 865 says so.
 */
export interface ChangeView {
  readonly change: string;
  readonly request: Fact<'change.requested'>;
  decision: Fact<'change.decided'> | undefined;
  /** By part id. */
  readonly results: Map<string, Fact<'change.result'>>;
  status: 'waiting' | 'held' | 'pending' | 'applied' | 'refused';
  /** Why it is held or refused. */
  why: string | undefined;
  /** Whether it is held because nobody knows what it asks for: only `change.decided` ends that. */
  isUnclear: boolean;
  /** What the lines would be; empty while that can not be said. */
  lines: readonly ChangedLineView[];
}

/** Changes in the order in which they apply: by the partner's sequence, then by date, then by name (R17). */
export function inSequence(changes: Iterable<ChangeView>): readonly ChangeView[] {
  return [...changes].sort(
    ({ request: a }, { request: b }) =>
      (a.sequence ?? Number.MAX_SAFE_INTEGER) - (b.sequence ?? Number.MAX_SAFE_INTEGER) ||
      compareText(a.content.changedOn ?? '', b.content.changedOn ?? '') ||
      compareText(a.change, b.change),
  );
}

function compareText(a: string, b: string): number {
  return a < b ? -1 : a > b ? 1 : 0;
}
