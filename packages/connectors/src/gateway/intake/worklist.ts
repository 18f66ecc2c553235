import type { ErrorClass } from '@dist/orchestration';
import type { Captured, Source } from '../capture-order.ts';
import type { ReceiptIssue } from '../receipt.ts';
import { placeHold } from './place-hold.ts';

/** Why a received document waits for a person. */
export type WorklistReason =
  /** There is no map for its set and release. */
  | 'map-missing'
  /** The map could not make a document of it. */
  | 'not-mapped'
  /** It is free text: a person reads it (R11). */
  | 'text'
  /** It is about something that was never sent, asked or ordered. */
  | 'unmatched'
  /** A partner of this role has no say in that. */
  | 'role'
  /** New orders of the partner are not taken in now (R29). */
  | 'not-taken'
  /** The numbers of another interchange with other contents: it was refused, and is put aside (R03). */
  | 'quarantine'
  /** Only the partner's guide forbids what it says (R10). */
  | 'guide'
  /** What it says cannot be stored as it is. */
  | 'unstorable'
  /** Nothing here acts on such a document. */
  | 'no-use';

/**
 * Id of the stream under which a received document waits for a person: it is listed among the orders, held, under the name
 * of its reason, until someone releases the hold. The colon is in no id of an order.
 */
export function worklistId(partner: string, key: string): string {
  return `${encodeURIComponent(partner)}/received:${encodeURIComponent(key.replace(/^in\//, ''))}`;
}

/** The key of the document that a stream of the worklist is of; undefined where it is none. */
export function keyOfWorklist(id: string): string | undefined {
  const [, name] = /^[^/]*\/received:([^/]+)$/.exec(id) ?? [];
  try {
    const key = name === undefined ? undefined : decodeURIComponent(name);
    return key === undefined || key.startsWith('quarantine/') ? key : `in/${key}`;
  } catch {
    return undefined;
  }
}

/** Puts a received document on the worklist: its bytes are kept, the partner has its acknowledgment, and it is never lost. */
export function toWorklist(
  partner: string,
  { key, receivedAt }: Pick<Source, 'key' | 'receivedAt'>,
  reason: WorklistReason,
  faults: readonly ReceiptIssue[],
): Captured {
  const hold = { hold: reason, key: `${key}/${reason}`, at: receivedAt, class: owners[reason] };
  return { dispatches: [{ id: worklistId(partner, key), events: [placeHold(hold, faults)] }], issues: faults };
}

/** One fault that puts a document on the worklist. */
export function worklistIssue(reason: WorklistReason, message: string): ReceiptIssue {
  return { code: `worklist-${reason}`, severity: 'warning', message, path: [] };
}

/** Whose the item is: the team that owns the class of failure. */
const owners: Readonly<Record<WorklistReason, ErrorClass>> = {
  'map-missing': 'configuration',
  'not-mapped': 'partnerFormat',
  text: 'partnerFormat',
  unmatched: 'partnerFormat',
  role: 'configuration',
  'not-taken': 'configuration',
  quarantine: 'partnerFormat',
  guide: 'partnerFormat',
  unstorable: 'partnerFormat',
  'no-use': 'configuration',
};
