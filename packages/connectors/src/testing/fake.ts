import type { PlacedLine } from '../fakes/placed-order.ts';
import type { Capability } from '../port/connector.ts';

/** The lists of a connector. */
export type ListCapability = 'orders.list' | 'shipments.list' | 'invoices.list' | 'fulfillments.list' | 'payments.list';

/**
 * A stand-in for a system, with a memory of its own: made anew for each case. The kit submits under `kit.PO-1`: what is near
 * that (`xx.kit.PO-10`) and stands there from the beginning shows whether an adapter takes one order for another.
 */
export interface Fake {
  /** Answers one request as the system would. */
  handle(request: Request): Response | Promise<Response>;
  /** How many orders it holds, those that it held from the beginning included. */
  orders(): number | Promise<number>;
  /**
   * How many documents it holds of those that an operation makes: refunds, labels, requests. The kit then sees that what is
   * sent again makes no second one. Undefined for an operation whose documents it does not count.
   */
  made?(capability: Capability): number | undefined;
  /** Numbers of the documents that a list must give now. */
  listed?(list: ListCapability): readonly string[];
  /** Changes what a list is read from, as others do meanwhile: something comes, something that was given moves. */
  shift?(list: ListCapability): void;
  /** Makes one record of a list unreadable, and tells its number. */
  spoil?(list: ListCapability): string;
  /** Puts a word into an order's status that is not in the description. */
  inventStatus?(): void;
  /** What one of each line costs in the order that was made last, as decimals in the order of its lines. Another text where it holds none. */
  prices?(): readonly string[];
  /** Ships and invoices all that is open, as people at the system would. `now` in milliseconds since 1970. */
  fulfil?(now: number): void;
  /** Places an order as a buyer would, where buyers can; answers the shop's number of it. */
  place?(lines: readonly PlacedLine[], now: number): string;
  /** Makes every token that it gave worthless. */
  expireTokens?(): void;
}
