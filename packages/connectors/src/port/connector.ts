import type { Events } from './events.ts';
import type { Invoices } from './invoices.ts';
import type { Orders } from './orders.ts';
import type { VendorPolicy } from './policy.ts';
import type { Shipments } from './shipments.ts';

/** Everything a connector can offer: one small interface for each capability. */
export interface Ports {
  readonly orders: Orders;
  readonly shipments: Shipments;
  readonly invoices: Invoices;
  readonly events: Events;
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
type Read = 'orders.find' | 'events.list';

/**
 * A system that can be spoken to. Its type has the operations that it offers, and no others. Code that needs some of them
 * asks for these alone: `{ readonly orders: Pick<Orders, 'submit' | 'find'> }`.
 */
export type Connector<Offered extends Offer = Offer> = Offered & {
  readonly id: string;
  /** Version of the system's interface, pinned. */
  readonly apiVersion: string;
  readonly policy: VendorPolicy<Exclude<CapabilityOf<Offered>, Read>>;
  readonly capabilities: readonly CapabilityOf<Offered>[];
};

/**
 * Makes a connector of what an adapter offers; `capabilities` is derived. Throws a RangeError for an operation that no
 * port has, since nothing would ever call it.
 */
export function defineConnector<const Offered extends Offer>(definition: {
  readonly id: string;
  readonly apiVersion: string;
  readonly policy: VendorPolicy<Exclude<CapabilityOf<Offered>, Read>>;
  readonly offers: Offered;
}): Connector<Offered> {
  const { id, apiVersion, policy, offers } = definition;
  return Object.freeze({ ...offers, id, apiVersion, policy, capabilities: capabilitiesOf(offers) });
}

const known: ReadonlySet<string> = new Set<Capability>([
  'orders.submit',
  'orders.find',
  'orders.cancel',
  'shipments.publish',
  'invoices.publish',
  'events.list',
]);

function capabilitiesOf<Offered extends Offer>(offers: Offered): readonly CapabilityOf<Offered>[] {
  const names = Object.entries(offers).flatMap(([port, operations]) =>
    Object.keys(operations ?? {}).map((operation) => `${port}.${operation}`),
  );
  const unknown = names.find((name) => !known.has(name));
  if (unknown !== undefined) throw new RangeError(`${unknown} is no capability; there are ${[...known].join(', ')}`);
  return names as CapabilityOf<Offered>[];
}
