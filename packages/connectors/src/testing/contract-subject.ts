import type { HttpRuntime } from '../http/http-client.ts';
import type { Orders, SubmitOrder } from '../port/orders.ts';

/** A stand-in for the system, with a memory of its own: made anew for each case. */
export interface Vendor {
  /** Answers one request as the system would. */
  handle(request: Request): Response | Promise<Response>;
  /** How many orders it holds. */
  orders(): number | Promise<number>;
}

/** The part of a connector that the kit drives. */
export interface OrderSystem {
  readonly orders: Pick<Orders, 'submit' | 'find'>;
}

/** What the kit needs to know of an adapter. */
export interface ContractSubject {
  /** The adapter with this runtime, with a token that contains `secret` where it takes one. */
  connect(runtime: Required<Pick<HttpRuntime, 'fetch' | 'now' | 'timeout' | 'timeoutMs'>>): OrderSystem;
  vendor(): Vendor;
  /** An order that the system accepts, and one that it refuses for what is in it. */
  readonly orders: { readonly accepted: SubmitOrder; readonly refused: SubmitOrder };
  /**
   * Whether a request changes something; every method but GET when absent. Faults of `submit` meet the request that does, so
   * that an adapter may look before it writes.
   */
  readonly isWrite?: ((request: Request) => boolean | Promise<boolean>) | undefined;
  /** Text that stands in the adapter's credentials and must stand in no message. */
  readonly secret?: string | undefined;
  /** Bodies of errors in the system's own form; `{}` when absent. */
  readonly errorBody?: ((status: number, message: string) => string) | undefined;
  /** Cases that the system cannot pass, each with the reason why not. */
  readonly skip?: readonly { readonly name: string; readonly reason: string }[] | undefined;
}
