import type { OrderEvent, OrderState } from '@dist/orchestration';
import type { Runtime, StoredDocument } from '@dist/orchestration/runtime';
import { type ReceivedSet, read } from '@dist/x12';
import type { Captured } from '../capture-order.ts';
import type { GatewayOptions } from '../gateway-options.ts';
import { receivedSets } from '../partner/received-sets.ts';
import { versionsOf } from '../partner/versions-of.ts';
import type { GatewayPartner } from '../partner-directory.ts';
import type { ReceiptIssue } from '../receipt.ts';
import { intakeSet } from './intake-set.ts';
import { readSwitchesOnce } from './read-switches-once.ts';
import { keyOfWorklist } from './worklist.ts';

/** A document on the worklist that is to be acted on now: a map was added, the partner may order again, a person decided. */
export interface TakeUp {
  /** Id of its stream, as the list of held orders has it. */
  readonly item: string;
  readonly by: string;
}

/**
 * What came of it. `taken`: told to its orders, and the hold of the item is released. `waiting`: it would wait again, for the
 * reason in `issues`; nothing has changed. `unknown`: there is no such document.
 */
export interface TakenUp {
  readonly status: 'taken' | 'waiting' | 'unknown';
  readonly orders: readonly string[];
  readonly issues: readonly ReceiptIssue[];
}

/**
 * Reads a received document from its stored bytes once more, by what is agreed with its partner now, and acts on it as if it
 * had just come; deadlines still start at its receipt (R26). The partner has its answer already, and hears nothing: of an
 * interchange that was put aside (R03) all sets are acted on, though it was refused.
 */
export async function takeUp(
  gateway: GatewayOptions,
  runtime: Pick<Runtime, 'dispatch'>,
  { item, by }: TakeUp,
): Promise<TakenUp> {
  const unknown: TakenUp = { status: 'unknown', orders: [], issues: [] };
  const key = keyOfWorklist(item);
  const isAside = key?.startsWith('quarantine/') ?? false;
  const document = (isAside ? key : key?.split('/').slice(0, -2).join('/')) ?? '';
  const stored = await gateway.journal.document(document);
  const partner = stored && (await gateway.partners.byId(stored.partner, { at: gateway.clock() }));
  if (stored === undefined || partner === undefined || key === undefined) return unknown;
  const all = setsIn(gateway, partner, stored);
  const meant = isAside ? all : [setOf(all, key)];
  const switches = readSwitchesOnce(gateway.journal);
  const taken: Captured[] = [];
  for (const set of meant) {
    if (set?.definition === undefined || set.status === 'rejected') continue;
    const own = isAside ? `${document}/${set.group.controlNumber}/${set.controlNumber}` : key;
    const source = { gateway, partner, set: set.type, key: own, document, receivedAt: stored.at, switches };
    taken.push(await intakeSet(source, set.definition, set.document));
  }
  const dispatches = taken.flatMap((captured) => captured.dispatches);
  const issues = taken.flatMap((captured) => captured.issues);
  if (taken.length === 0) return unknown;
  if (dispatches.some(({ id }) => id === item)) return { status: 'waiting', orders: [], issues };
  const decide = (state: OrderState) => releases(state, key, by, gateway.clock());
  const result = await runtime.dispatch([...dispatches, { id: item, events: [], decide }]);
  if (result.status !== 'appended')
    throw new Error(`${item} could not be committed: ${result.what} ${result.key} keeps changing.`);
  return { status: 'taken', orders: [...new Set(dispatches.map(({ id }) => id))], issues };
}

/** The transaction sets of stored bytes, read by what is agreed with the partner now. */
function setsIn(gateway: GatewayOptions, partner: GatewayPartner, { bytes }: StoredDocument): readonly ReceivedSet[] {
  const sets = receivedSets(partner.profile, versionsOf(partner));
  const { nearestRelease } = partner.profile;
  const [interchange] = read(bytes, { sets, nearestRelease, limits: gateway.limits }).interchanges;
  return interchange?.groups.flatMap((group) => group.sets) ?? [];
}

/** The set that a key names; of several with one control number the one of that ordinal. */
function setOf(sets: readonly ReceivedSet[], key: string): ReceivedSet | undefined {
  const [group = '', name = ''] = key.split('/').slice(-2);
  const [number, ordinal = '1'] = name.split('~');
  const same = sets.filter((set) => set.group.controlNumber === group && set.controlNumber === number);
  return same.filter(({ status }) => status !== 'rejected')[Number(ordinal) - 1];
}

/** What the item is held for; it has one hold, by its reason. */
function releases(state: OrderState, key: string, by: string, at: string): readonly OrderEvent[] {
  return Object.keys(state.holds).map(
    (hold): OrderEvent => ({ type: 'hold.released', key: `${key}/taken-up/${hold}`, at, v: 2, hold, by }),
  );
}
