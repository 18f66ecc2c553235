import type { Call } from '../port/call.ts';
import type { ConnectorFailure } from '../port/failure.ts';
import { errorTexts } from './error-texts.ts';
import type { Tenant } from './tenant.ts';

/** What becomes of one line of an order, by the line's id: a new total, or nothing any more. */
export type RowChange = { readonly id: string } & (
  | { readonly OrderQty: { readonly value: number } }
  | { readonly delete: true }
);

/**
 * Changes lines of one order, all or none of them (Update the Detail Lines of a Sales Order). `If-Match: *` keeps Acumatica from
 * making a new order where the number is gone.
 */
export async function changeRows(
  { client, orderType }: Tenant,
  number: string,
  rows: readonly RowChange[],
  { operation, ...call }: Call & { readonly operation: string },
): Promise<ConnectorFailure | undefined> {
  const body = { OrderType: { value: orderType }, OrderNbr: { value: number }, Details: rows };
  const request = { method: 'PUT', path: '/SalesOrder', query: { $expand: 'Details' }, body } as const;
  const answer = await client.call('write', { ...request, headers: { 'if-match': '*' }, operation }, call);
  if (!answer.ok) return answer.failure;
  const errors = errorTexts(answer.json);
  return errors.length === 0 ? undefined : client.fail('validation', errors.join('; '));
}
