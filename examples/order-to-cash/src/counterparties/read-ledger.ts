import { join } from 'node:path';
import { openDatabase } from '../open-database.ts';
import type { ErpInvoice } from './bill.ts';
import type { ErpShipment } from './ship.ts';
import type { KeptFulfillment } from './shop-answers.ts';

/** What the counterparties hold, for tests and for the table at the end of a run. */
export interface LedgerReport {
  readonly orders: readonly {
    readonly number: string;
    readonly externalReference: string;
    readonly idempotencyKey: string;
    readonly purchaseOrder: string;
    readonly status: 'open' | 'rejected' | 'closed' | 'cancelled';
    /** How often it was submitted, repeats included. */
    readonly received: number;
    readonly lines: readonly {
      readonly line: string;
      readonly item: string;
      readonly unit: string;
      readonly quantity: string;
      readonly allocated: string;
      readonly shipped: string;
      readonly cancelled: string;
    }[];
  }[];
  readonly shipments: readonly (ErpShipment & { readonly order: string; readonly externalReference: string })[];
  readonly invoices: readonly (ErpInvoice & {
    readonly order: string;
    readonly externalReference: string;
    readonly paid: boolean;
  })[];
  /** Each one that was created; `created` counts those of the same order and tracking numbers: above 1 is a double. */
  readonly fulfillments: readonly (KeptFulfillment & {
    readonly id: string;
    readonly order: string;
    readonly at: string;
    readonly created: number;
  })[];
  /** Metafields of orders, which carry the invoices; `received` counts how often each was set. */
  readonly shopInvoices: readonly {
    readonly order: string;
    readonly namespace: string;
    readonly key: string;
    readonly type: string;
    readonly value: string;
    readonly at: string;
    readonly received: number;
  }[];
}

/** Reads `<directory>/ledger.sqlite`, which the counterparties may hold open. Throws when there is no ledger. */
export function readLedger(directory: string): LedgerReport {
  const handle = openDatabase(join(directory, 'ledger.sqlite'));
  try {
    const rows = <Row>(sql: string) => handle.prepare(sql).all() as Row[];
    // One snapshot, though orders go on while it is read.
    handle.exec('BEGIN');
    return {
      orders: readOrders(rows),
      shipments: rows<{ shipment: string; order: string; externalReference: string }>(
        `SELECT shipment, number AS "order", external_reference AS externalReference
         FROM shipments JOIN orders ON number = order_number ORDER BY shipments.position`,
      ).map(({ shipment, ...rest }) => ({ ...(JSON.parse(shipment) as ErpShipment), ...rest })),
      invoices: rows<{ invoice: string; order: string; externalReference: string; paid_at: string | null }>(
        `SELECT invoice, orders.number AS "order", external_reference AS externalReference, paid_at
         FROM invoices JOIN orders ON orders.number = order_number ORDER BY invoices.position`,
      ).map(({ invoice, paid_at, ...rest }) => ({
        ...(JSON.parse(invoice) as ErpInvoice),
        ...rest,
        paid: paid_at !== null,
      })),
      fulfillments: rows<{ fulfillment: string; id: string; order: string; at: string; created: number }>(
        `SELECT 'gid://shopify/Fulfillment/' || position AS id, order_id AS "order", at, fulfillment,
         count(*) OVER (PARTITION BY order_id, tracking_numbers) AS created FROM shop_fulfillments ORDER BY position`,
      ).map(({ fulfillment, ...rest }) => ({ ...(JSON.parse(fulfillment) as KeptFulfillment), ...rest })),
      shopInvoices: rows(
        `SELECT owner_id AS "order", namespace, key, type, value, at, received FROM shop_metafields ORDER BY position`,
      ),
    };
  } finally {
    handle.close();
  }
}

type Rows = <Row>(sql: string) => Row[];
type Order = LedgerReport['orders'][number];

function readOrders(rows: Rows): Order[] {
  const lines = new Map<string, Order['lines'][number][]>();
  for (const { order_number, ...line } of rows<Order['lines'][number] & { order_number: string }>(
    `SELECT order_number, line, item, unit, quantity, allocated, shipped, cancelled
     FROM order_lines ORDER BY order_number, position`,
  )) {
    const before = lines.get(order_number);
    if (before === undefined) lines.set(order_number, [line]);
    else before.push(line);
  }
  return rows<Omit<Order, 'lines'>>(
    `SELECT number, external_reference AS externalReference, idempotency_key AS idempotencyKey,
     json_extract(content, '$.purchaseOrder') AS purchaseOrder, received,
     CASE WHEN json_extract(answer, '$.status') = 'rejected' THEN 'rejected' WHEN next_step IS NOT NULL THEN 'open'
     WHEN EXISTS (SELECT 1 FROM shipments WHERE order_number = number) THEN 'closed' ELSE 'cancelled' END AS status
     FROM orders ORDER BY position`,
  ).map((order) => ({ ...order, lines: lines.get(order.number) ?? [] }));
}
