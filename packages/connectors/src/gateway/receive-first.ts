import type { StoredDocument } from '@dist/orchestration/runtime';
import { delivery } from './delivery.ts';
import type { GatewayOptions } from './gateway-options.ts';
import { type Followed, followInterchange } from './intake/follow-interchange.ts';
import { makeAdvice } from './intake/make-advice.ts';
import { type NumberBook, numberBook } from './intake/number-book.ts';
import { type InterchangeRecord, recordNames } from './interchange-record.ts';
import { makeAcknowledgment } from './make-acknowledgment.ts';
import type { GatewayPartner } from './partner-directory.ts';
import type { Plan } from './plan.ts';
import type { ReceiptIssue } from './receipt.ts';
import { issuesOf, type Received } from './received.ts';

interface Identity {
  readonly key: string;
  readonly hash: string;
}

/** A new interchange: its orders, its acknowledgment and its bytes, in one plan. Rejected sets lead to nothing (R08). */
export async function receiveFirst(gateway: GatewayOptions, received: Received, identity: Identity): Promise<Plan> {
  const { interchange, receivedAt, partner } = received;
  if (partner === undefined) return unknown(received, identity);
  const rejected = interchange.status === 'rejected';
  const key = rejected ? `${identity.key}/${identity.hash}` : identity.key;
  const document = inbound(received, { ...identity, key }, partner.profile.id);
  const numbers = numberBook(gateway.journal);
  const answer = await makeAcknowledgment(gateway, partner, interchange, { key, at: receivedAt, numbers });
  const found = await followInterchange(gateway, received, partner, document.key);
  const followed = await answerGuides(gateway, partner, found, { key, at: receivedAt, numbers });
  const orders = [...new Set(followed.dispatches.map(({ id }) => id))];
  const issues = [...issuesOf(received), ...followed.issues, ...(answer?.issues ?? [])];
  const acknowledgment = answer?.sent;
  const name = rejected ? recordNames.rejected(identity.key, identity.hash) : recordNames.accepted(identity.key);
  const leaving = [answer?.document, followed.advice].filter((out) => out !== undefined);
  const record: InterchangeRecord = {
    hash: identity.hash,
    partner: partner.profile.id,
    acknowledgment,
    document: answer?.document?.key,
    orders,
    times: 1,
  };
  return {
    receipt: {
      status: rejected ? 'rejected' : 'received',
      partner: partner.profile.id,
      controlNumber: interchange.header.controlNumber,
      acknowledgment,
      orders,
      issues,
    },
    dispatches: followed.dispatches,
    batch: {
      documents: [document, ...leaving],
      sequences: numbers.moves(),
      effects: leaving.map(delivery),
      marks: [{ key: name, expected: undefined, value: JSON.stringify(record) }],
    },
  };
}

interface AnswerPlace {
  readonly key: string;
  readonly at: string;
  readonly numbers: NumberBook;
}

/** The 824 for what only the guide refuses; what can not be told by one is held instead (R10). */
async function answerGuides(
  gateway: GatewayOptions,
  partner: GatewayPartner,
  { dispatches, issues, advised }: Followed,
  place: AnswerPlace,
): Promise<Omit<Followed, 'advised'> & { readonly advice?: StoredDocument | undefined }> {
  if (advised.length === 0) return { dispatches, issues };
  const advice = await makeAdvice(gateway, partner, advised, place);
  if (advice.document !== undefined) return { dispatches, issues, advice: advice.document };
  const held = advised.flatMap((set) => set.held.dispatches);
  return { dispatches: [...dispatches, ...held], issues: [...issues, ...advice.issues] };
}

function inbound(
  { bytes, place, receivedAt, interchange }: Received,
  { key, hash }: Identity,
  partner: string,
): StoredDocument {
  const first = interchange.groups[0]?.sets[0]?.type ?? '';
  // A partner may write anything there, also what no journal takes for a name.
  const type = /^[0-9]{3}$/.test(first) ? first : 'interchange';
  const controlNumbers = [interchange.header.controlNumber];
  return { key: `in/${key}`, direction: 'in', partner, type, name: place, bytes, hash, controlNumbers, at: receivedAt };
}

/** Nothing is remembered of it but its bytes: once there is a profile, the same file is read as if new. */
function unknown(received: Received, identity: Identity): Plan {
  const { interchange, offset } = received;
  const { sender, receiver, controlNumber } = interchange.header;
  const found = `${sender.qualifier}/${sender.id} to ${receiver.qualifier}/${receiver.id}`;
  const issue: ReceiptIssue = {
    code: 'partner-unknown',
    severity: 'error',
    message: `The interchange is from ${found}, which is none of the trading partners. It is kept, and nothing follows. Add a profile with these addresses.`,
    path: ['ISA', 'ISA06'],
    at: { offset, length: 106, segment: 1, element: 6 },
    address: interchange.address,
    expected: 'the addresses of a trading partner',
    found,
  };
  const document = { ...inbound(received, identity, 'unknown'), key: `unknown/${identity.key}/${identity.hash}` };
  return {
    receipt: {
      status: 'unknown-partner',
      partner: undefined,
      controlNumber,
      acknowledgment: undefined,
      orders: [],
      issues: [issue, ...issuesOf(received)],
    },
    dispatches: [],
    batch: { documents: [document] },
  };
}
