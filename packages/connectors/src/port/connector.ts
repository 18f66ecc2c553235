import type { Acknowledgments } from './acknowledgments.ts';
import type { Events } from './events.ts';
import type { Fulfillments } from './fulfillments.ts';
import type { HealthCheck } from './health.ts';
import type { Inventory } from './inventory.ts';
import type { Invoices } from './invoices.ts';
import type { Labels } from './labels.ts';
import type { Customers, Items } from './look-up.ts';
import type { Notes } from './notes.ts';
import type { Orders } from './orders.ts';
import type { Payments } from './payments.ts';
import type { VendorPolicy } from './policy.ts';
import type { Rates } from './rates.ts';
import type { Shipments } from './shipments.ts';
import type { Tracking } from './tracking.ts';

/** Everything a connector can offer: one small interface for each capability. */
export interface Ports {
  readonly orders: Orders;
  readonly inventory: Inventory;
  readonly shipments: Shipments;
  readonly invoices: Invoices;
  readonly acknowledgments: Acknowledgments;
  readonly customers: Customers;
  readonly items: Items;
  readonly events: Events;
  readonly health: HealthCheck;
  readonly rates: Rates;
  readonly labels: Labels;
  readonly tracking: Tracking;
  readonly fulfillments: Fulfillments;
  readonly payments: Payments;
  readonly notes: Notes;
}

/** Some operations of some ports. */
export type Offer = { readonly [Port in keyof Ports]?: Partial<Ports[Port]> };

/** The operations of an offer by name: `orders.submit`. */
export type CapabilityOf<Offered> = {
  [Port in keyof Offered & string]: `${Port}.${keyof Offered[Port] & string}`;
}[keyof Offered & string];

/** Every operation that a connector can offer, by name. */
export type Capability = CapabilityOf<Ports>;

/** The capabilities that only read. */
export type ReadCapability =
  | 'orders.find'
  | 'orders.status'
  | 'orders.list'
  | 'inventory.availability'
  | 'shipments.list'
  | 'invoices.list'
  | 'customers.find'
  | 'items.find'
  | 'events.list'
  | 'health.check'
  | 'rates.quote'
  | 'labels.find'
  | 'tracking.find'
  | 'fulfillments.list'
  | 'payments.find'
  | 'payments.list';

/** The operations of an offer that change something. */
export type WriteCapabilityOf<Offered> = Exclude<CapabilityOf<Offered>, ReadCapability>;

/**
 * A system that can be spoken to. Its type has the operations that it offers, and no others. Code that needs some of them
 * asks for these alone: `{ readonly orders: Pick<Orders, 'submit' | 'find'> }`.
 */
export type Connector<Offered extends Offer = Offer> = Offered & {
  readonly id: string;
  /** Version of the system's interface, pinned. */
  readonly apiVersion: string;
  readonly policy: VendorPolicy<WriteCapabilityOf<Offered>>;
  readonly capabilities: readonly CapabilityOf<Offered>[];
};

/**
 * Makes a connector of what an adapter offers; `capabilities` is derived. Throws a RangeError for an operation that no
 * port has, since nothing would ever call it.
 */
export function defineConnector<const Offered extends Offer>(definition: {
  readonly id: string;
  readonly apiVersion: string;
  readonly policy: VendorPolicy<WriteCapabilityOf<Offered>>;
  readonly offers: Offered;
}): Connector<Offered> {
  const { id, apiVersion, policy, offers } = definition;
  return Object.freeze({ ...offers, id, apiVersion, policy, capabilities: capabilitiesOf(offers) });
}

/** Every operation of every port. */
const known: Readonly<Record<Capability, true>> = {
  'orders.submit': true,
  'orders.find': true,
  'orders.status': true,
  'orders.cancel': true,
  'orders.change': true,
  'orders.list': true,
  'inventory.availability': true,
  'inventory.publish': true,
  'shipments.publish': true,
  'shipments.list': true,
  'invoices.publish': true,
  'invoices.list': true,
  'acknowledgments.publish': true,
  'customers.find': true,
  'items.find': true,
  'events.list': true,
  'health.check': true,
  'rates.quote': true,
  'labels.create': true,
  'labels.find': true,
  'labels.void': true,
  'tracking.find': true,
  'fulfillments.request': true,
  'fulfillments.cancel': true,
  'fulfillments.list': true,
  'payments.find': true,
  'payments.list': true,
  'payments.refund': true,
  'notes.export': true,
};

function capabilitiesOf<Offered extends Offer>(offers: Offered): readonly CapabilityOf<Offered>[] {
  const names = Object.entries(offers).flatMap(([port, operations]) =>
    Object.keys(operations ?? {}).map((operation) => `${port}.${operation}`),
  );
  const unknown = names.find((name) => !Object.hasOwn(known, name));
  if (unknown !== undefined) {
    throw new RangeError(`${unknown} is no capability; there are ${Object.keys(known).join(', ')}`);
  }
  return names as CapabilityOf<Offered>[];
}
