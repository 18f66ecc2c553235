import { type Order, validate } from '@dist/canonical';
import type { Facts } from '@dist/mapping';
import type { OrderEncoder } from '../order/order-encoder.ts';
import type { ConnectorFailure } from '../port/failure.ts';
import type { SubmitCall, SubmitOutcome } from '../port/orders.ts';
import { type EncodedOrder, encodeSalesOrder } from './encode-sales-order.ts';
import { findSalesOrder } from './find-sales-order.ts';
import { incompleteMark } from './incomplete-mark.ts';
import { crossCompany, type LegalEntity, recordPath } from './legal-entity.ts';
import { otherLine } from './other-line.ts';
import { readSalesOrder } from './read-sales-order.ts';
import { headerWire } from './wire.ts';

interface Submitting {
  readonly entity: LegalEntity;
  readonly encoder: OrderEncoder;
  readonly factsOf: (order: Order) => Facts;
}

/**
 * Makes an order: its header, then its lines one by one ("Sales order lines V2": after the header has been created). It is
 * stopped (IsSalesProcessingStopped) and marked until every line is there once, so that nobody ships a half. One that a lost
 * answer left half made is completed by the next submit, which says `duplicate`. One of which a line is refused is deleted again:
 * it is stopped, so that nothing of it has left.
 */
export async function submitSalesOrder(
  { entity, encoder, factsOf }: Submitting,
  order: Order,
  call: SubmitCall,
): Promise<SubmitOutcome> {
  const { externalReference } = call;
  const { dataAreaId } = entity;
  const encoded = encodeSalesOrder(encoder, order, { externalReference, dataAreaId, facts: factsOf(order) });
  if (!encoded.ok) return { status: 'rejected', reason: encoded.reason, message: encoded.message };
  const known = await findSalesOrder(entity, { by: 'externalReference', value: externalReference }, call);
  if (known.status === 'failed') return { status: 'failed', failure: { ...known.failure, safeToReplay: true } };
  if (known.status === 'found') {
    const { number, lines, isIncomplete } = known.order;
    if (!isIncomplete) return { status: 'duplicate', order: known.order };
    const there = new Set(lines.map(({ lineId }) => lineId));
    const missing = encoded.value.lines.filter((line) => !there.has(String(line['CustomersLineNumber'])));
    return await complete(entity, { number, missing, lines: encoded.value.lines, status: 'duplicate' }, call);
  }
  const made = await makeHeader(entity, encoded.value, call);
  if (!('number' in made)) return refused(made.failure, externalReference);
  const { lines } = encoded.value;
  return await complete(entity, { number: made.number, missing: lines, lines, status: 'accepted' }, call);
}

async function makeHeader(
  { client }: LegalEntity,
  { header }: EncodedOrder,
  call: SubmitCall,
): Promise<{ readonly number: string } | { readonly failure: ConnectorFailure }> {
  const marked = `${header['CustomersOrderReference']}${incompleteMark}`;
  const body = { ...header, CustomersOrderReference: marked, IsSalesProcessingStopped: 'Yes' };
  const request = { method: 'POST', path: '/SalesOrderHeadersV2', body, operation: 'orders.submit' } as const;
  const answer = await client.call('write', request, call);
  if (!answer.ok) return answer;
  const made = validate(headerWire, answer.json);
  if (!made.ok) return { failure: client.fail('contract-drift', 'the order was made, and the answer cannot be read') };
  const { SalesOrderNumber, CustomersOrderReference, CustomerRequisitionNumber } = made.value;
  const isKept =
    CustomersOrderReference === marked && CustomerRequisitionNumber === header['CustomerRequisitionNumber'];
  if (isKept) return { number: SalesOrderNumber };
  const text = `order ${SalesOrderNumber} was made, and its references are not kept as they were sent`;
  return { failure: client.fail('contract-drift', text) };
}

/** An order that is half made: which of its lines are missing, and which are to be there at the end. */
interface HalfMade {
  readonly number: string;
  readonly missing: EncodedOrder['lines'];
  readonly lines: EncodedOrder['lines'];
  readonly status: 'accepted' | 'duplicate';
}

/** Adds the lines that are missing, looks whether all are there as they were sent, and only then lets the order go. */
async function complete(
  entity: LegalEntity,
  { number, missing, lines, status }: HalfMade,
  call: SubmitCall,
): Promise<SubmitOutcome> {
  const { client } = entity;
  const operation = 'orders.submit';
  const inDoubt = (failure: ConnectorFailure): SubmitOutcome => {
    const probe = { externalReference: call.externalReference };
    return { status: 'unknown', probe, failure: { ...failure, safeToReplay: false } };
  };
  const record = { path: recordPath(entity, 'SalesOrderHeadersV2', 'SalesOrderNumber', number), query: crossCompany };
  for (const line of missing) {
    const body = { ...line, SalesOrderNumber: number };
    const answer = await client.call('write', { method: 'POST', path: '/SalesOrderLines', body, operation }, call);
    if (answer.ok) continue;
    if (answer.failure.class !== 'validation') return inDoubt(answer.failure);
    const gone = await client.call('write', { method: 'DELETE', ...record, operation }, call);
    return gone.ok ? refused(answer.failure, call.externalReference) : inDoubt(gone.failure);
  }
  const known = await readSalesOrder(entity, number, { ...call, operation });
  if (!known.ok) return inDoubt(known.failure);
  const other = otherLine(known.lines, lines);
  if (other !== undefined) return inDoubt(client.fail('conflict', `order ${number} is stopped: ${other}`));
  const body = { CustomersOrderReference: call.externalReference, IsSalesProcessingStopped: 'No' };
  const headers = { 'if-match': '*' };
  const answer = await client.call('write', { method: 'PATCH', ...record, headers, body, operation }, call);
  if (!answer.ok) return inDoubt(answer.failure);
  const found = await findSalesOrder(entity, { by: 'number', value: number }, call);
  if (found.status === 'found') return { status, order: found.order };
  const unseen = client.fail('timeout-unknown', `order ${number} was made, and is not found yet`);
  return inDoubt(found.status === 'failed' ? found.failure : unseen);
}

function refused(failure: ConnectorFailure, externalReference: string): SubmitOutcome {
  if (!failure.safeToReplay) return { status: 'unknown', probe: { externalReference }, failure };
  if (failure.class !== 'validation') return { status: 'failed', failure };
  return { status: 'rejected', reason: failure.vendor?.code || 'validation', message: failure.message };
}
