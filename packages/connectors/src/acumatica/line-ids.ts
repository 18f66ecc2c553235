import { validate } from '@dist/canonical';
import * as z from 'zod';
import { fieldOf } from '../json/field-of.ts';
import { textOf } from '../json/text-of.ts';
import { odataText } from '../odata/odata-text.ts';
import type { Call } from '../port/call.ts';
import type { ConnectorFailure } from '../port/failure.ts';
import { lineIdOf } from './line-id-of.ts';
import { lineNumber } from './line-number.ts';
import { readRecords } from './read-records.ts';
import { requiredText } from './required-text.ts';
import type { Tenant } from './tenant.ts';
import { textValue } from './text-value.ts';

/** So many orders fit in one address. */
const mostOrders = 20;

/** An order by its key. */
export interface OrderName {
  readonly type: string;
  readonly number: string;
}

/** The buyer's line ids of lines of orders; `acumatica:2` where the order or its line is not found. */
export type LineIds = (order: OrderName, line: string) => string;

const orderLines = z.array(
  z.object({
    OrderType: requiredText,
    OrderNbr: requiredText,
    Details: z.array(z.object({ LineNbr: lineNumber, ExternalRef: textValue })),
  }),
);

/** The orders that the details of a shipment or an invoice are of. */
export function orderNamesOf(record: unknown): readonly OrderName[] {
  const details = fieldOf(record, 'Details');
  return (Array.isArray(details) ? details : []).flatMap((detail: unknown) => {
    const type = textOf(fieldOf(fieldOf(detail, 'OrderType'), 'value'))?.trim();
    const number = textOf(fieldOf(fieldOf(detail, 'OrderNbr'), 'value'))?.trim();
    return type === undefined || number === undefined ? [] : [{ type, number }];
  });
}

/** Reads the lines of some orders, since shipments and invoices know Acumatica's number of a line only. */
export async function lineIdsOf(
  { client }: Pick<Tenant, 'client'>,
  orders: readonly OrderName[],
  { operation, ...call }: Call & { readonly operation: string },
): Promise<
  { readonly ok: true; readonly lineIds: LineIds } | { readonly ok: false; readonly failure: ConnectorFailure }
> {
  const known = new Map<string, string>();
  const all = [...new Map(orders.map((order) => [keyOf(order), order])).values()];
  for (let from = 0; from < all.length; from += mostOrders) {
    const any = all
      .slice(from, from + mostOrders)
      .map(({ type, number }) => `(OrderType eq ${odataText(type)} and OrderNbr eq ${odataText(number)})`);
    const $select = 'OrderType,OrderNbr,Details/LineNbr,Details/ExternalRef';
    const query = { $filter: any.join(' or '), $expand: 'Details', $select };
    const read = await readRecords(client, { path: '/SalesOrder', query, operation }, call);
    if (!read.ok) return read;
    const found = validate(orderLines, read.value);
    if (!found.ok) {
      const text = `the answer cannot be read: ${found.issues[0]?.message ?? 'it has another shape'}`;
      return { ok: false, failure: client.fail('contract-drift', text, { safeToReplay: true }) };
    }
    for (const { OrderType: type, OrderNbr: number, Details } of found.value) {
      const isKept = Details.some(({ ExternalRef }) => ExternalRef !== undefined);
      for (const row of Details) known.set(keyOf({ type, number }, row.LineNbr), lineIdOf(row, isKept));
    }
  }
  return { ok: true, lineIds: (order, line) => known.get(keyOf(order, line)) ?? lineIdOf({ LineNbr: line }, true) };
}

function keyOf({ type, number }: OrderName, line = ''): string {
  return JSON.stringify([type, number, line]);
}
