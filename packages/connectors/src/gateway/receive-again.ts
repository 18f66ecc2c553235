import type { StoredDocument } from '@dist/orchestration/runtime';
import { type OutgoingInterchange, write } from '@dist/x12';
import { sha256 } from '../bytes/sha256.ts';
import { takeNumber } from './control-numbers.ts';
import { delivery } from './delivery.ts';
import type { GatewayOptions } from './gateway-options.ts';
import { toWorklist } from './intake/worklist.ts';
import type { InterchangeRecord } from './interchange-record.ts';
import type { Plan } from './plan.ts';
import type { ReceiptIssue, SentAcknowledgment } from './receipt.ts';
import { issuesOf, type Received } from './received.ts';
import { sequenceNames } from './sequence-names.ts';

interface Again {
  readonly key: string;
  readonly hash: string;
  readonly record: InterchangeRecord;
  /** The record as it stands in the journal. */
  readonly kept: { readonly name: string; readonly text: string };
}

/** The numbers of an interchange that is known (R03): the same bytes are answered again, others are put aside. */
export async function receiveAgain(gateway: GatewayOptions, received: Received, again: Again): Promise<Plan> {
  return again.hash === again.record.hash
    ? retransmission(gateway, received, again)
    : quarantine(gateway, received, again);
}

/** No event; the stored acknowledgment's bytes go out once more for this copy. */
async function retransmission(gateway: GatewayOptions, received: Received, again: Again): Promise<Plan> {
  const { interchange, receivedAt } = received;
  const { record, kept } = again;
  const times = record.times + 1;
  const stored = record.document === undefined ? undefined : await gateway.journal.document(record.document);
  const file = stored?.name.replace(/(\.\w+)?$/, `-again-${times - 1}$1`);
  const copy: StoredDocument | undefined =
    stored && file ? { ...stored, key: `${stored.key}/${times}`, name: file, at: receivedAt } : undefined;
  const acknowledgment = record.acknowledgment && file ? { ...record.acknowledgment, file } : undefined;
  return {
    receipt: {
      status: 'retransmission',
      partner: record.partner,
      controlNumber: interchange.header.controlNumber,
      acknowledgment,
      orders: record.orders,
      issues: issuesOf(received),
    },
    dispatches: [],
    batch: {
      documents: copy ? [copy] : [],
      effects: copy ? [delivery(copy)] : [],
      marks: [{ key: kept.name, expected: kept.text, value: JSON.stringify({ ...record, times }) }],
    },
  };
}

/** Other contents under used numbers: kept apart, refused by TA1 025, for a person to look at. */
async function quarantine(gateway: GatewayOptions, received: Received, again: Again): Promise<Plan> {
  const { interchange, bytes, place, receivedAt, offset } = received;
  const { header, address } = interchange;
  const { key, hash, record } = again;
  const { partner } = record;
  const controlNumbers = [header.controlNumber];
  const kept = { direction: 'in', partner, type: 'interchange', name: place, bytes, hash, controlNumbers } as const;
  const aside = `quarantine/${key}/${hash}`;
  const refusal = await refuse(gateway, received, partner);
  const issue: ReceiptIssue = {
    code: 'interchange-repeated',
    severity: 'error',
    message: `Interchange ${header.controlNumber} was received before with other contents. It is put aside, and nothing follows.`,
    path: ['ISA', 'ISA13'],
    at: { offset, length: 106, segment: 1, element: 13 },
    address,
    acknowledgment: 'TA1-025',
  };
  const item = toWorklist(partner, { key: aside, receivedAt }, 'quarantine', [issue]);
  const { document } = refusal;
  return {
    receipt: {
      status: 'quarantined',
      partner: record.partner,
      controlNumber: header.controlNumber,
      acknowledgment: refusal.sent,
      orders: item.dispatches.map(({ id }) => id),
      issues: [issue],
    },
    dispatches: item.dispatches,
    batch: {
      documents: [{ ...kept, key: aside, at: receivedAt }, ...(document ? [document] : [])],
      effects: document ? [delivery(document)] : [],
      sequences: document ? [refusal.move] : [],
    },
  };
}

async function refuse(gateway: GatewayOptions, { interchange, receivedAt, place }: Received, partner: string) {
  const { sender, receiver, controlNumber, date, time } = interchange.header;
  const number = await takeNumber(gateway.journal, sequenceNames.interchange(receiver, sender, gateway.usage));
  const outgoing: OutgoingInterchange = {
    sender: receiver,
    receiver: sender,
    controlNumber: number.value,
    at: new Date(receivedAt),
    usage: gateway.usage,
    version: interchange.header.version,
    delimiters: interchange.delimiters,
    acknowledgments: [{ controlNumber, date, time, code: 'R', note: '025' }],
    groups: [],
  };
  const written = write(outgoing);
  if (!written.ok) return { move: number.move };
  const file = `${partner}/TA1-${number.value}.edi`;
  const sent: SentAcknowledgment = { type: 'TA1', controlNumber: number.value, file, codes: ['R'] };
  const document: StoredDocument = {
    key: `refusal/${place}/${number.value}`,
    direction: 'out',
    partner,
    type: 'TA1',
    name: file,
    bytes: written.value,
    hash: await sha256(written.value),
    controlNumbers: [number.value],
    at: receivedAt,
  };
  return { move: number.move, sent, document };
}
