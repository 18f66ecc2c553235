import { type Order, validate } from '@dist/canonical';
import type { Facts } from '@dist/mapping';
import type { OrderEncoder } from '../order/order-encoder.ts';
import type { ConnectorFailure } from '../port/failure.ts';
import type { SubmitCall, SubmitOutcome } from '../port/orders.ts';
import { type EncodedOrder, encodeSalesOrder } from './encode-sales-order.ts';
import { findSalesOrder } from './find-sales-order.ts';
import { incompleteMark } from './incomplete-mark.ts';
import { crossCompany, type LegalEntity, recordPath } from './legal-entity.ts';
import { headerWire } from './wire.ts';

interface Submitting {
  readonly entity: LegalEntity;
  readonly encoder: OrderEncoder;
  readonly factsOf: (order: Order) => Facts;
}

/**
 * Makes an order: its header, then its lines one by one ("Sales order lines V2": after the header has been created). It is
 * stopped (IsSalesProcessingStopped) and marked until the last line is there, so that nobody ships a half. One that a lost
 * answer left half made is completed by the next submit, which says `duplicate`. One of which a line is refused is deleted again.
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
    return await complete(entity, number, missing, 'duplicate', call);
  }
  const made = await makeHeader(entity, encoded.value, call);
  if (!('number' in made)) return refused(made.failure, externalReference);
  return await complete(entity, made.number, encoded.value.lines, 'accepted', call);
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

async function complete(
  entity: LegalEntity,
  number: string,
  lines: EncodedOrder['lines'],
  status: 'accepted' | 'duplicate',
  call: SubmitCall,
): Promise<SubmitOutcome> {
  const { client } = entity;
  const probe = { externalReference: call.externalReference };
  const path = recordPath(entity, 'SalesOrderHeadersV2', 'SalesOrderNumber', number);
  for (const line of lines) {
    const body = { ...line, SalesOrderNumber: number };
    const request = { method: 'POST', path: '/SalesOrderLines', body, operation: 'orders.submit' } as const;
    const answer = await client.call('write', request, call);
    if (answer.ok) continue;
    const { failure } = answer;
    if (failure.class !== 'validation' || status === 'duplicate') {
      return { status: 'unknown', probe, failure: { ...failure, safeToReplay: false } };
    }
    const remove = { method: 'DELETE', path, query: crossCompany, operation: 'orders.submit' } as const;
    const gone = await client.call('write', remove, call);
    if (gone.ok) return refused(failure, call.externalReference);
    return { status: 'unknown', probe, failure: { ...gone.failure, safeToReplay: false } };
  }
  const body = { CustomersOrderReference: call.externalReference, IsSalesProcessingStopped: 'No' };
  const headers = { 'if-match': '*' };
  const query = crossCompany;
  const release = { method: 'PATCH', path, query, headers, body, operation: 'orders.submit' } as const;
  const answer = await client.call('write', release, call);
  if (!answer.ok) return { status: 'unknown', probe, failure: { ...answer.failure, safeToReplay: false } };
  const found = await findSalesOrder(entity, { by: 'number', value: number }, call);
  if (found.status === 'found') return { status, order: found.order };
  const unseen = client.fail('timeout-unknown', `order ${number} was made, and is not found yet`);
  return {
    status: 'unknown',
    probe,
    failure: found.status === 'failed' ? { ...found.failure, safeToReplay: false } : unseen,
  };
}

function refused(failure: ConnectorFailure, externalReference: string): SubmitOutcome {
  if (!failure.safeToReplay) return { status: 'unknown', probe: { externalReference }, failure };
  if (failure.class !== 'validation') return { status: 'failed', failure };
  return { status: 'rejected', reason: failure.vendor?.code || 'validation', message: failure.message };
}
