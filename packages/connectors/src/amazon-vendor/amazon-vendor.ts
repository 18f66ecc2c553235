import { amazonAnswer } from '../amazon/amazon-answer.ts';
import { type AmazonSettings, amazonClient } from '../amazon/amazon-client.ts';
import { amazonErrors } from '../amazon/amazon-errors.ts';
import { dayInZone } from '../amazon/day-in-zone.ts';
import type { VendorClient } from '../http/vendor-client.ts';
import type { Acknowledgments } from '../port/acknowledgments.ts';
import type { Call } from '../port/call.ts';
import { type Connector, defineConnector } from '../port/connector.ts';
import type { Health, HealthCheck } from '../port/health.ts';
import type { Invoices } from '../port/invoices.ts';
import type { Orders } from '../port/orders.ts';
import type { Shipments } from '../port/shipments.ts';
import { amazonVendorPolicy } from './amazon-vendor-policy.ts';
import { statusPageWire } from './decode-order-status.ts';
import { type AcknowledgmentOptions, encodeAcknowledgment } from './encode-acknowledgment.ts';
import { encodeInvoice, type InvoiceOptions } from './encode-invoice.ts';
import { encodeShipment, type ShipmentOptions } from './encode-shipment.ts';
import { findOrder } from './find-order.ts';
import { listOrders } from './list-orders.ts';
import { publishDocument } from './publish-document.ts';
import { type TransactionOutcome, transactionStatus } from './transaction-status.ts';

export interface AmazonVendorSettings extends AmazonSettings, AcknowledgmentOptions, ShipmentOptions, InvoiceOptions {
  /** Zone of Amazon's warehouses, in which its instants are days: `America/Los_Angeles`, `Europe/Berlin`, `Asia/Tokyo`. */
  readonly timeZone: string;
  /** Most orders in one page of a list, 1 to 100; 100 when absent. */
  readonly pageSize?: number | undefined;
}

type Offers = {
  readonly orders: Pick<Orders, 'find' | 'status' | 'list'>;
  readonly acknowledgments: Acknowledgments;
  readonly shipments: Pick<Shipments, 'publish'>;
  readonly invoices: Pick<Invoices, 'publish'>;
  readonly health: HealthCheck;
};

/** Amazon as a buyer: Retail Procurement of the Selling Partner API, which says in JSON what 850, 855, 856 and 810 say. */
export type AmazonVendor = Connector<Offers> & {
  /** What became of a document by the id that `publish` gave: Amazon looks into it after it has taken it. */
  readonly transactions: { status(id: string, call?: Call): Promise<TransactionOutcome> };
};

/** Connects to one vendor account. Throws a TypeError or a RangeError when a setting cannot be right. */
export function amazonVendor(settings: AmazonVendorSettings): AmazonVendor {
  const { timeZone, pageSize = 100, now = Date.now } = settings;
  if (!Number.isInteger(pageSize) || pageSize < 1 || pageSize > 100) throw new RangeError('pageSize is 1 to 100');
  dayInZone(timeZone);
  const client = amazonClient(settings, { policy: amazonVendorPolicy, errors: amazonErrors });
  const connector = defineConnector<Offers>({
    id: 'amazon-vendor',
    apiVersion: 'v1',
    policy: amazonVendorPolicy,
    offers: {
      orders: {
        find: (externalReference, call) => findOrder(client, externalReference, { ...call, operation: 'orders.find' }),
        status: (number, call) => findOrder(client, number, { ...call, operation: 'orders.status' }),
        list: (start, call = {}) => listOrders(client, { pageSize, timeZone, now: now() }, start, call),
      },
      acknowledgments: {
        publish: ({ acknowledgment }, call) =>
          publishDocument(client, answers, encodeAcknowledgment(acknowledgment, settings), call),
      },
      shipments: {
        publish: ({ shipment }, call) =>
          publishDocument(client, confirmations, encodeShipment(shipment, settings), call),
      },
      invoices: {
        publish: ({ invoice }, call) => publishDocument(client, invoices, encodeInvoice(invoice, settings), call),
      },
      health: { check: (call) => checkHealth(client, now(), call) },
    },
  });
  return Object.freeze({
    ...connector,
    transactions: { status: (id: string, call?: Call) => transactionStatus(client, id, call) },
  });
}

const answers = {
  operation: 'acknowledgments.publish',
  path: '/vendor/orders/v1/acknowledgements',
  lane: 'submitAcknowledgement',
} as const;

const confirmations = {
  operation: 'shipments.publish',
  path: '/vendor/shipping/v1/shipmentConfirmations',
  lane: 'submitShipmentConfirmations',
} as const;

const invoices = {
  operation: 'invoices.publish',
  path: '/vendor/payments/v1/invoices',
  lane: 'submitInvoices',
} as const;

/** Asks for one status of the last day: an account with the role may, whether there is one or not. */
async function checkHealth(client: VendorClient, now: number, call: Call = {}): Promise<Health> {
  const query = { createdAfter: new Date(now - 86_400_000).toISOString(), limit: '1' };
  const path = '/vendor/orders/v1/purchaseOrdersStatus';
  const request = { method: 'GET', path, query, operation: 'health.check', lane: 'getPurchaseOrdersStatus' } as const;
  const read = amazonAnswer(client, await client.call('read', request, call), statusPageWire);
  return read.ok ? { status: 'well', warnings: [] } : { status: 'failed', failure: read.failure };
}
