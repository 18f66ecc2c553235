import type { OrderEvent } from '@dist/orchestration';
import type { Dispatch } from '@dist/orchestration/runtime';
import {
  decodeAcknowledgment,
  type InterchangeFile,
  parse,
  type ReceivedInterchange,
  type ReconciledSet,
  reconcile,
  type SentSet,
  type UnmatchedAcknowledgment,
} from '@dist/x12';
import type { Captured, Source } from './capture-order.ts';
import { faultsInWords } from './faults-in-words.ts';
import type { GatewayOptions } from './gateway-options.ts';
import type { ReceiptIssue } from './receipt.ts';
import type { SentGroup, SentGroupSet, SentInterchange } from './sent-group.ts';
import { sentGroupKey, sentInterchangeKey } from './sent-group-key.ts';

/** A set that was sent, by what an acknowledgment names it with, and whose it is. */
interface OwnSet extends SentSet, SentGroupSet {
  readonly document: string;
}

/**
 * What the TA1, 997 and 999 of an interchange say of what we sent: each set by itself moves the document of its order (R13, R14),
 * with the faults shown on our own bytes. A TA1 that rejects, and AK9 where it rejects, take all of their sets with them.
 */
export async function matchAcknowledgments(
  gateway: Pick<GatewayOptions, 'journal'>,
  partner: string,
  interchange: ReceivedInterchange,
  source: Source,
): Promise<Captured> {
  const sent = await answeredSets(gateway, partner, interchange);
  const now = new Date(source.receivedAt);
  const { sets, unmatched } = reconcile(sent, [interchange], { now, allowed: 0 });
  const dispatches: Dispatch[] = [];
  const issues: ReceiptIssue[] = unmatched.flatMap((answer) => strange(partner, interchange, answer));
  const files = ownFiles(gateway);
  for (const settled of sets) {
    if (settled.by === undefined) issues.push(...unclear(settled));
    else dispatches.push({ id: settled.set.order, events: [await answer(files, settled, source)] });
  }
  return { dispatches, issues };
}

/** The sets of the groups and interchanges that are answered; what is not known to have been sent has none. */
async function answeredSets(
  { journal }: Pick<GatewayOptions, 'journal'>,
  partner: string,
  interchange: ReceivedInterchange,
): Promise<readonly OwnSet[]> {
  const { header, acknowledgments, groups } = interchange;
  const keys = new Set<string>();
  for (const { elements } of acknowledgments) {
    const text = await journal.mark(sentInterchangeKey(partner, elements[0]?.repeats[0]?.[0] ?? ''));
    for (const key of text === undefined ? [] : (JSON.parse(text) as SentInterchange)) keys.add(key);
  }
  for (const { segments } of groups.flatMap(({ sets }) => sets)) {
    const [identifier, number] = segments.find(({ id }) => id === 'AK1')?.elements ?? [];
    if (identifier !== undefined && number !== undefined)
      keys.add(sentGroupKey(partner, identifier.repeats[0]?.[0] ?? '', number.repeats[0]?.[0] ?? ''));
  }
  const texts = await Promise.all([...keys].map((key) => journal.mark(key)));
  return texts.flatMap((text) => (text === undefined ? [] : ownSets(JSON.parse(text) as SentGroup, header)));
}

/** The profile says whose addresses these are; an acknowledgment has them the other way round. */
function ownSets(
  { document, interchange, functionalIdentifier, group, at, sets }: SentGroup,
  { sender, receiver }: ReceivedInterchange['header'],
): readonly OwnSet[] {
  return sets.map((set) => ({
    ...set,
    document,
    sender: receiver,
    receiver: sender,
    interchangeControlNumber: interchange,
    functionalIdentifier,
    groupControlNumber: group,
    setControlNumber: set.set,
    at: new Date(at),
  }));
}

/** Our own bytes, each file read once. */
function ownFiles({ journal }: Pick<GatewayOptions, 'journal'>): (key: string) => Promise<InterchangeFile | undefined> {
  const files = new Map<string, Promise<InterchangeFile | undefined>>();
  return (key) => {
    const known = files.get(key) ?? journal.document(key).then((document) => document && parse(document.bytes));
    files.set(key, known);
    return known;
  };
}

async function answer(
  files: ReturnType<typeof ownFiles>,
  { set, by, status, faults }: ReconciledSet<OwnSet>,
  { key, receivedAt }: Source,
): Promise<OrderEvent> {
  const { groupControlNumber: group, setControlNumber: number, type = '997' } = by ?? {};
  const place = group === undefined ? type : `${group}/${number}`;
  const own = faults.length > 0 ? await files(set.document) : undefined;
  return {
    type: 'acknowledgment.received',
    key: `${key}/${place}/${set.groupControlNumber}/${set.set}`,
    at: receivedAt,
    v: 2,
    document: set.effect,
    by: type,
    status: statuses[status],
    codes: [...new Set(faults.map(({ code }) => code))],
    ...(faults.length > 0 && { faults: faultsInWords(faults, own, set) }),
  };
}

const statuses = {
  accepted: 'accepted',
  'accepted-with-errors': 'acceptedWithErrors',
  rejected: 'rejected',
  // Neither is one of a set that was answered.
  pending: 'acceptedWithErrors',
  overdue: 'acceptedWithErrors',
} as const;

/** What answers nothing of ours. A TA1 that only says that something arrived needs nobody. */
function strange(
  partner: string,
  { acknowledgments }: ReceivedInterchange,
  { reason, names, type }: UnmatchedAcknowledgment,
): readonly ReceiptIssue[] {
  if (reason === 'unusable') {
    const message = `A ${type} of ${partner} is faulty itself: what it says does not count.`;
    return [{ code: 'acknowledgment-unusable', severity: 'warning', message, path: ['AK1'] }];
  }
  const isArrival = acknowledgments.some((segment) => {
    const read = decodeAcknowledgment(segment);
    return read.ok && read.value.controlNumber === names.interchange && read.value.code === 'A';
  });
  if (isArrival) return [];
  const what =
    names.interchange !== undefined
      ? `interchange ${names.interchange}`
      : `${names.functionalIdentifier} group ${names.group}${names.set === undefined ? '' : `, set ${names.set}`}`;
  const message = `A ${type} for ${what}, which was never sent to ${partner}.`;
  const path = names.interchange === undefined ? ['AK1', 'AK102'] : ['TA1', 'TA101'];
  return [{ code: 'acknowledgment-unmatched', severity: 'warning', message, path }];
}

function unclear({ set, notes }: ReconciledSet<OwnSet>): readonly ReceiptIssue[] {
  if (notes.length === 0) return [];
  const message = `Of set ${set.set} of group ${set.groupControlNumber} (${set.effect}): ${notes.join('; ')}.`;
  return [{ code: 'acknowledgment-unclear', severity: 'warning', message, path: ['AK9'] }];
}
