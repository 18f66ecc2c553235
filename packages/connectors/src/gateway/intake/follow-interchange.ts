import type { Dispatch } from '@dist/orchestration/runtime';
import type { ReceivedSet } from '@dist/x12';
import type { Captured } from '../capture-order.ts';
import type { GatewayOptions } from '../gateway-options.ts';
import { matchAcknowledgments } from '../match-acknowledgments.ts';
import type { GatewayPartner } from '../partner-directory.ts';
import type { ReceiptIssue } from '../receipt.ts';
import type { Received } from '../received.ts';
import { guideFaults, guideOutcome } from './guide-faults.ts';
import { holdForGuide } from './hold-for-guide.ts';
import { intakeSet } from './intake-set.ts';
import type { IntakeSource } from './intake-source.ts';
import type { AdvisedSet } from './make-advice.ts';
import { readSwitchesOnce } from './read-switches-once.ts';

/** What the accepted sets of an interchange lead to. */
export interface Followed {
  readonly dispatches: readonly Dispatch[];
  readonly issues: readonly ReceiptIssue[];
  /** Sets that are refused by an 824, with what they would have led to were it not for the guide. */
  readonly advised: readonly RefusedSet[];
}

/** A set that an 824 is to refuse; held like any other where none can be made. */
export interface RefusedSet extends AdvisedSet {
  readonly held: Captured;
}

/** Rejected sets lead to nothing, the others go on, also in a group that is accepted in part (R08). */
export async function followInterchange(
  gateway: GatewayOptions,
  received: Received,
  partner: GatewayPartner,
  document: string,
): Promise<Followed> {
  const dispatches: Dispatch[] = [];
  const issues: ReceiptIssue[] = [];
  const advised: RefusedSet[] = [];
  const keys = new Set<string>();
  const switches = readSwitchesOnce(gateway.journal);
  if (received.interchange.status === 'rejected') return { dispatches, issues, advised };
  const { receivedAt } = received;
  const answers = { key: document, document, receivedAt };
  const answered = await matchAcknowledgments(gateway, partner.profile.id, received.interchange, answers);
  dispatches.push(...answered.dispatches);
  issues.push(...answered.issues);
  for (const group of received.interchange.groups) {
    if (group.status === 'rejected') continue;
    for (const set of group.sets) {
      if (set.status === 'rejected') continue;
      const numbers = [group.header.controlNumber, set.controlNumber].map(encodeURIComponent);
      const key = unused(keys, `${document}/${numbers.join('/')}`);
      const source = { gateway, partner, set: set.type, key, document, receivedAt, switches };
      const found = await followSet(source, set);
      issues.push(...found.issues);
      if (found.refused === undefined) dispatches.push(...found.dispatches);
      else advised.push({ ...found.refused, group: group.header.controlNumber });
    }
  }
  return { dispatches, issues, advised };
}

async function followSet(
  source: IntakeSource,
  set: ReceivedSet,
): Promise<Captured & { readonly refused?: RefusedSet | undefined }> {
  const { partner } = source;
  if (set.definition === undefined || set.status === 'rejected') return { dispatches: [], issues: [] };
  // What acknowledgments say is matched for the whole interchange, TA1 and all.
  if (set.definition.functionalIdentifier === 'FA') return { dispatches: [], issues: [] };
  const captured = await intakeSet(source, set.definition, set.document);
  const faults = guideFaults(set.issues);
  const outcome = guideOutcome(faults, partner.profile, partner.maps['824'] !== undefined);
  if (outcome === 'none') return captured;
  const held = holdForGuide(source, captured, faults);
  if (outcome === 'hold') return held;
  const order = orderIn(captured);
  const base = { set: set.type, controlNumber: set.controlNumber, group: '', faults, held };
  return { ...held, refused: order === undefined ? base : { ...base, order } };
}

/** The number of the order that a document is, or is about. */
function orderIn({ dispatches }: Captured): string | undefined {
  for (const event of dispatches.flatMap(({ events }) => events))
    if (event.type === 'order.captured') return event.order.number;
  return undefined;
}

/** Control numbers are to be unique in an interchange; where they are not, each document is still one of its own. */
function unused(keys: Set<string>, key: string): string {
  let free = key;
  for (let times = 2; keys.has(free); times++) free = `${key}~${times}`;
  keys.add(free);
  return free;
}
