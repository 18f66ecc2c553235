import { validate } from '@dist/canonical';
import * as z from 'zod';
import { odataText } from '../odata/odata-text.ts';
import type { Call } from '../port/call.ts';
import type { ConnectorFailure } from '../port/failure.ts';
import { type LegalEntity, readSet } from './legal-entity.ts';
import { headerWire, type LineWire, lineWire } from './wire.ts';

/** An order as it is held, with the versions of its lines. */
export type OrderRead =
  | { readonly ok: true; readonly isStopped: boolean; readonly lines: readonly LineWire[] }
  | { readonly ok: false; readonly failure: ConnectorFailure };

/** Reads an order to change it; that there is none is a failure. */
export async function readSalesOrder(
  entity: LegalEntity,
  number: string,
  { operation, ...call }: Call & { readonly operation: string },
): Promise<OrderRead> {
  const { client } = entity;
  const filter = `SalesOrderNumber eq ${odataText(number)}`;
  const headers = await readSet(entity, 'SalesOrderHeadersV2', { filter, top: '1', operation }, call);
  if (!headers.ok) return headers;
  if (headers.value.length === 0)
    return { ok: false, failure: client.fail('not-found', `there is no order ${number}`) };
  const rows = await readSet(entity, 'SalesOrderLines', { filter, operation }, call);
  if (!rows.ok) return rows;
  const header = validate(headerWire, headers.value[0]);
  const lines = validate(z.array(lineWire), rows.value);
  if (header.ok && lines.ok) {
    return { ok: true, isStopped: header.value.IsSalesProcessingStopped === 'Yes', lines: lines.value };
  }
  const [issue] = [...header.issues, ...lines.issues];
  const text = `the answer cannot be read: ${issue?.message ?? 'it has another shape'}`;
  return { ok: false, failure: client.fail('contract-drift', text, { safeToReplay: true }) };
}
