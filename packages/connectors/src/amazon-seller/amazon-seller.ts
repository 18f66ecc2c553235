import { amazonAnswer } from '../amazon/amazon-answer.ts';
import { type AmazonSettings, amazonClient } from '../amazon/amazon-client.ts';
import { dayInZone } from '../amazon/day-in-zone.ts';
import type { VendorClient } from '../http/vendor-client.ts';
import type { Call } from '../port/call.ts';
import { type Connector, defineConnector } from '../port/connector.ts';
import type { Health, HealthCheck } from '../port/health.ts';
import type { Inventory } from '../port/inventory.ts';
import type { Items } from '../port/look-up.ts';
import type { Orders } from '../port/orders.ts';
import type { Shipments } from '../port/shipments.ts';
import { amazonSellerErrors } from './amazon-seller-errors.ts';
import { amazonSellerPolicy } from './amazon-seller-policy.ts';
import { type AmazonCarrier, encodePackages } from './encode-packages.ts';
import { findAvailability } from './find-availability.ts';
import { findItem } from './find-item.ts';
import type { ListingAccount } from './find-listing.ts';
import { findOrder } from './find-order.ts';
import { listOrders } from './list-orders.ts';
import { orderPageWire } from './order-wire.ts';
import { publishInventory } from './publish-inventory.ts';
import { publishShipment } from './publish-shipment.ts';

export interface AmazonSellerSettings extends AmazonSettings {
  /** The marketplace that is sold in, by its id: `ATVPDKIKX0DER`. One connector for each. */
  readonly marketplaceId: string;
  /** The seller's merchant token, as its account info shows it: stock and items are those of its listings, and need it. */
  readonly sellerId?: string | undefined;
  /** Zone in which instants are days: that of the marketplace. */
  readonly timeZone: string;
  /**
   * Whether names and addresses of buyers are asked for: only an application with the role for them may. Not when absent.
   */
  readonly personalData?: boolean | undefined;
  /** Orders that Amazon fulfils itself come too; not when absent, since nothing is left to do for them. */
  readonly fulfilledByAmazon?: boolean | undefined;
  /** Carriers by SCAC, beside those that are known. */
  readonly carriers?: Readonly<Record<string, AmazonCarrier>> | undefined;
  /** Most orders in one page of a list, 1 to 100; 100 when absent. */
  readonly pageSize?: number | undefined;
}

type Offers = {
  readonly orders: Pick<Orders, 'find' | 'status' | 'list'>;
  readonly inventory: Inventory;
  readonly shipments: Pick<Shipments, 'publish'>;
  readonly items: Items<'sku'>;
  readonly health: HealthCheck;
};

/** A seller's account at a marketplace of Amazon: its orders, and what was shipped for them. */
export type AmazonSeller = Connector<Offers>;

/** Connects to one account and marketplace. Throws a TypeError or a RangeError when a setting cannot be right. */
export function amazonSeller(settings: AmazonSellerSettings): AmazonSeller {
  const { marketplaceId, timeZone, personalData = false, fulfilledByAmazon = false, pageSize = 100 } = settings;
  const { now = Date.now } = settings;
  if (!/^[A-Z0-9]{5,20}$/.test(marketplaceId)) throw new TypeError('marketplaceId is an id such as ATVPDKIKX0DER');
  const { sellerId } = settings;
  if (sellerId !== undefined && !/^[A-Z0-9]{8,20}$/.test(sellerId)) throw new TypeError('sellerId is a merchant token');
  if (!Number.isInteger(pageSize) || pageSize < 1 || pageSize > 100) throw new RangeError('pageSize is 1 to 100');
  dayInZone(timeZone);
  const client = amazonClient(settings, { policy: amazonSellerPolicy, errors: amazonSellerErrors });
  const account: ListingAccount = { client, sellerId, marketplaceId };
  const list = {
    marketplaceIds: [marketplaceId],
    includedData: [...(personalData ? ['BUYER', 'RECIPIENT'] : []), 'PROCEEDS', 'FULFILLMENT'],
    fulfilledBy: fulfilledByAmazon ? [] : ['MERCHANT'],
    pageSize,
    timeZone,
  };
  return defineConnector<Offers>({
    id: 'amazon-seller',
    apiVersion: '2026-01-01',
    policy: amazonSellerPolicy,
    offers: {
      orders: {
        find: (externalReference, call) => findOrder(client, externalReference, { ...call, operation: 'orders.find' }),
        status: (number, call) => findOrder(client, number, { ...call, operation: 'orders.status' }),
        list: (start, call = {}) => listOrders(client, { ...list, now: now() }, start, call),
      },
      shipments: {
        publish: ({ channelOrderId, shipment }, call) =>
          publishShipment(client, channelOrderId, encodePackages(shipment, channelOrderId, settings), call),
      },
      inventory: {
        availability: (query, call) =>
          findAvailability(account, query, { ...call, now: new Date(now()).toISOString() }),
        publish: (availability, call) => publishInventory(account, availability, call),
      },
      items: { find: (key, call) => findItem(account, key, call) },
      health: { check: (call) => checkHealth(client, marketplaceId, now(), call) },
    },
  });
}

async function checkHealth(client: VendorClient, marketplaceId: string, now: number, call: Call = {}): Promise<Health> {
  const lastUpdatedAfter = new Date(now - 3_600_000).toISOString();
  const query = { lastUpdatedAfter, marketplaceIds: marketplaceId, maxResultsPerPage: '1' };
  const path = '/orders/2026-01-01/orders';
  const request = { method: 'GET', path, query, operation: 'health.check', lane: 'searchOrders' } as const;
  const read = amazonAnswer(client, await client.call('read', request, call), orderPageWire);
  return read.ok ? { status: 'well', warnings: [] } : { status: 'failed', failure: read.failure };
}
