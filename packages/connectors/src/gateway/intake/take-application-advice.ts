import type { AdviceError, AdvisedDocument, ApplicationAdvice } from '@dist/canonical';
import type { MapResult } from '@dist/mapping';
import type { OrderEvent } from '@dist/orchestration';
import type { Dispatch } from '@dist/orchestration/runtime';
import type { Captured } from '../capture-order.ts';
import type { ReceiptIssue } from '../receipt.ts';
import type { SentGroup } from '../sent-group.ts';
import { sentGroupKey } from '../sent-group-key.ts';
import { eventBase } from './event-base.ts';
import type { IntakeSource } from './intake-source.ts';
import { type SentDocument, sentDocuments } from './sent-documents.ts';
import { toWorklist, worklistIssue } from './worklist.ts';

/**
 * An application advice (824): what it says of each of our documents moves that document (R11). What names none of them, and
 * what takes only some items of one, waits for a person.
 */
export async function takeApplicationAdvice(
  source: IntakeSource,
  { value, issues }: MapResult<ApplicationAdvice>,
): Promise<Captured> {
  if (value === undefined) return { dispatches: [], issues };
  const dispatches: Dispatch[] = [];
  const open: ReceiptIssue[] = [];
  for (const [index, advised] of value.documents.entries()) {
    const sent = await find(source, advised);
    if (sent === undefined) {
      open.push(
        worklistIssue('unmatched', `The 824 ${value.number} is about ${nameOf(advised)}, which was never sent.`),
      );
      continue;
    }
    dispatches.push({ id: sent.order, events: [answerOf(source, index, advised, sent)] });
    if (advised.status === 'partiallyAccepted')
      open.push(
        worklistIssue(
          'unmatched',
          `Of ${nameOf(advised)} only some items are accepted: ${faultsOf(advised).join('; ')}`,
        ),
      );
  }
  if (open.length === 0) return { dispatches, issues };
  const item = toWorklist(source.partner.profile.id, source, 'unmatched', open);
  return { dispatches: [...dispatches, ...item.dispatches], issues: [...issues, ...item.issues] };
}

function answerOf(source: IntakeSource, index: number, advised: AdvisedDocument, { effect }: SentDocument): OrderEvent {
  return {
    ...eventBase({ ...source, key: `${source.key}/${index + 1}` }),
    type: 'acknowledgment.received',
    document: effect,
    by: '824',
    status: statuses[advised.status],
    codes: [...new Set(advised.errors.map(({ code }) => code))],
    faults: faultsOf(advised),
  };
}

const statuses = {
  accepted: 'accepted',
  acceptedWithErrors: 'acceptedWithErrors',
  acceptedWithChange: 'acceptedWithErrors',
  partiallyAccepted: 'acceptedWithErrors',
  rejected: 'rejected',
} as const;

/** Sets of ours by what the advice calls the number that it names (OTI02). */
const documentsOf: Readonly<Record<string, readonly string[]>> = {
  invoice: ['810'],
  creditMemo: ['810'],
  shipment: ['856'],
  order: ['855', '865'],
};

async function find(source: IntakeSource, advised: AdvisedDocument): Promise<SentDocument | undefined> {
  const { gateway, partner } = source;
  const { type, value } = advised.reference;
  const named = Object.hasOwn(documentsOf, type) ? (documentsOf[type] ?? []) : [];
  // OTI10 says which set, where it stands; else what its number is of.
  const asked = advised.document === undefined ? named : [advised.document];
  for (const document of asked.length > 0 ? asked : ['810', '856', '855', '865']) {
    const sent = await sentDocuments.find(gateway.journal, partner.profile.id, document, value);
    if (sent !== undefined) return sent;
  }
  return findBySet(source, advised);
}

/** By the control numbers that it came to the partner under (OTI08, OTI09), where the advice has them. */
async function findBySet(
  { gateway, partner }: IntakeSource,
  { document, groupControlNumber, setControlNumber }: AdvisedDocument,
): Promise<SentDocument | undefined> {
  const identifier = document === undefined ? undefined : functionalIdentifiers.get(document);
  if (identifier === undefined || groupControlNumber === undefined || !/^\d{1,9}$/.test(groupControlNumber))
    return undefined;
  const text = await gateway.journal.mark(sentGroupKey(partner.profile.id, identifier, groupControlNumber));
  if (text === undefined) return undefined;
  const { sets } = JSON.parse(text) as SentGroup;
  const meant = setControlNumber === undefined ? sets : sets.filter(({ set }) => set === setControlNumber);
  return meant.length === 1 ? meant[0] : undefined;
}

const functionalIdentifiers: ReadonlyMap<string, string> = new Map([
  ['810', 'IN'],
  ['855', 'PR'],
  ['856', 'SH'],
  ['865', 'CA'],
]);

const nameOf = ({ document, reference: { type, value } }: AdvisedDocument): string =>
  `${type} ${value}${document === undefined ? '' : ` (${document})`}`;

const mostFaults = 50;

function faultsOf({ errors }: AdvisedDocument): readonly string[] {
  const told = errors.slice(0, mostFaults).map(inWords);
  return errors.length > mostFaults ? [...told, `and ${errors.length - mostFaults} more`] : told;
}

function inWords({
  code,
  message,
  notes = [],
  segment,
  segmentPosition,
  elementPosition,
  found,
  corrected,
}: AdviceError) {
  const text = [message, ...notes].filter((part) => part !== undefined && part !== '').join(', ');
  const place = segment && `${segment}${elementPosition ? String(elementPosition).padStart(2, '0') : ''}`;
  const where = place && `at ${place}${segmentPosition ? ` (segment ${segmentPosition})` : ''}`;
  const was = found && `found ${found}${corrected ? `, taken as ${corrected}` : ''}`;
  return [text === '' ? code : text, where, was].filter((part) => part !== undefined && part !== '').join(', ');
}
