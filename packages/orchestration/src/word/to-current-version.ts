import { eventVersion, type OrderEvent } from './event.ts';

/** An event as some release stored it. */
export type StoredEvent = OrderEvent | { readonly type: string; readonly v: number };

/**
 * An event of this release or an earlier one, in the shape of this release. It looks at the version alone: `upcast` checks
 * the rest of what comes from a stranger.
 *
 * @throws RangeError for an event of a later release: update before this one opens the journal.
 */
export function toCurrentVersion(stored: StoredEvent): OrderEvent {
  if (stored.v === eventVersion) return stored as OrderEvent;
  if (stored.v === 1) return { ...stored, ...(firstVersion[stored.type] ?? {}), v: eventVersion } as OrderEvent;
  throw new RangeError(
    `A stored ${stored.type} has version ${stored.v}; this release reads events up to ${eventVersion}. Update @dist/orchestration.`,
  );
}

/** Version 1 knew one kind of acknowledgment, the 997, and did not say so. All other events have kept their shape. */
const firstVersion: Readonly<Record<string, object>> = { 'acknowledgment.received': { by: '997' } };
