import type { Dispatch, StoredDocument } from '@dist/orchestration/runtime';
import { captureOrder } from './capture-order.ts';
import { delivery } from './delivery.ts';
import type { GatewayOptions } from './gateway-options.ts';
import { type InterchangeRecord, recordNames } from './interchange-record.ts';
import { makeAcknowledgment } from './make-acknowledgment.ts';
import { matchAcknowledgments } from './match-acknowledgments.ts';
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
  const { interchange, receivedAt } = received;
  const { sender, receiver, controlNumber } = interchange.header;
  const partner = await gateway.partners.byAddress(sender, receiver);
  if (partner === undefined) return unknown(received, identity);
  const rejected = interchange.status === 'rejected';
  const key = rejected ? `${identity.key}/${identity.hash}` : identity.key;
  const document = inbound(received, { ...identity, key }, partner.profile.id);
  const answer = await makeAcknowledgment(gateway, partner, interchange, { key, at: receivedAt });
  const followed = await follow(gateway, received, partner, document.key);
  const orders = [...new Set(followed.dispatches.map(({ id }) => id))];
  const issues = [...issuesOf(interchange), ...followed.issues, ...(answer?.issues ?? [])];
  const acknowledgment = answer?.sent;
  const name = rejected ? recordNames.rejected(identity.key, identity.hash) : recordNames.accepted(identity.key);
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
      controlNumber,
      acknowledgment,
      orders,
      issues,
    },
    dispatches: followed.dispatches,
    batch: {
      documents: [document, ...(answer?.document ? [answer.document] : [])],
      sequences: answer?.moves ?? [],
      effects: answer?.document ? [delivery(answer.document)] : [],
      marks: [{ key: name, expected: undefined, value: JSON.stringify(record) }],
    },
  };
}

function inbound(
  { bytes, place, receivedAt, interchange }: Received,
  { key, hash }: Identity,
  partner: string,
): StoredDocument {
  const type = interchange.groups[0]?.sets[0]?.type ?? 'interchange';
  const controlNumbers = [interchange.header.controlNumber];
  return { key: `in/${key}`, direction: 'in', partner, type, name: place, bytes, hash, controlNumbers, at: receivedAt };
}

/** What the accepted sets lead to. */
async function follow(gateway: GatewayOptions, received: Received, partner: GatewayPartner, document: string) {
  const dispatches: Dispatch[] = [];
  const issues: ReceiptIssue[] = [];
  if (received.interchange.status === 'rejected') return { dispatches, issues };
  for (const group of received.interchange.groups) {
    if (group.status === 'rejected') continue;
    for (const set of group.sets) {
      if (set.status === 'rejected') continue;
      const source = { key: `${document}/${group.header.controlNumber}/${set.controlNumber}`, document };
      const { receivedAt } = received;
      const found =
        set.type === '850'
          ? captureOrder(partner.profile.id, partner.maps['850'].read(set.document), { ...source, receivedAt })
          : await matchAcknowledgments(gateway, partner.profile.id, set.document, { ...source, receivedAt });
      dispatches.push(...found.dispatches);
      issues.push(...found.issues);
    }
  }
  return { dispatches, issues };
}

/** Nothing is remembered of it but its bytes: once there is a profile, the same file is read as if new. */
function unknown(received: Received, identity: Identity): Plan {
  const { header, address, offset } = received.interchange;
  const { sender, receiver, controlNumber } = header;
  const found = `${sender.qualifier}/${sender.id} to ${receiver.qualifier}/${receiver.id}`;
  const issue: ReceiptIssue = {
    code: 'partner-unknown',
    severity: 'error',
    message: `The interchange is from ${found}, which is none of the trading partners. It is kept, and nothing follows. Add a profile with these addresses.`,
    path: ['ISA', 'ISA06'],
    at: { offset, length: 106, segment: 1, element: 6 },
    address,
    expected: 'the addresses of a trading partner',
    found,
  };
  const issues = [issue, ...issuesOf(received.interchange)];
  const document = { ...inbound(received, identity, 'unknown'), key: `unknown/${identity.key}/${identity.hash}` };
  return {
    receipt: {
      status: 'unknown-partner',
      partner: undefined,
      controlNumber,
      acknowledgment: undefined,
      orders: [],
      issues,
    },
    dispatches: [],
    batch: { documents: [document] },
  };
}
