import type {
  FulfillmentRequest,
  InventoryAvailability,
  Invoice,
  Order,
  OrderAcknowledgment,
  Shipment,
} from '@dist/canonical';
import type { HttpRuntime } from '../http/http-client.ts';
import type { Capability, Offer } from '../port/connector.ts';
import type { AvailabilityQuery } from '../port/inventory.ts';
import type { LabelRequest } from '../port/labels.ts';
import type { CustomerKey, ItemKey, LookUp } from '../port/look-up.ts';
import type { ExportedNote } from '../port/notes.ts';
import type { LineQuantity } from '../port/orders.ts';
import type { RefundRequest } from '../port/payments.ts';
import type { VendorPolicy } from '../port/policy.ts';
import type { RateQuery } from '../port/rates.ts';
import type { TrackingKey } from '../port/tracking.ts';

/** The outside of an adapter under test: one wire, one clock. */
export type ContractRuntime = Required<Pick<HttpRuntime, 'fetch' | 'now' | 'timeout' | 'timeoutMs' | 'maximumBytes'>>;

/** A connector as the kit drives it: whatever it offers. */
export type ContractConnector = Offer & {
  readonly policy: VendorPolicy;
  readonly capabilities: readonly Capability[];
};

/** What the operations of an adapter are called with. One that is offered and has no sample is an error, never left out. */
export interface ContractSamples {
  /** For an adapter without `orders.submit`: an order that the fake holds from the beginning. */
  readonly 'orders.find'?: string;
  readonly 'orders.status'?: string;
  /** What is cancelled of the order; all of it when empty. */
  readonly 'orders.cancel'?: { readonly lines?: readonly LineQuantity[] };
  readonly 'orders.change'?: readonly LineQuantity[];
  readonly 'inventory.availability'?: AvailabilityQuery;
  readonly 'inventory.publish'?: InventoryAvailability;
  readonly 'shipments.publish'?: { readonly channelOrderId: string; readonly shipment: Shipment };
  readonly 'invoices.publish'?: { readonly channelOrderId: string; readonly invoice: Invoice };
  readonly 'acknowledgments.publish'?: {
    readonly channelOrderId: string;
    readonly acknowledgment: OrderAcknowledgment;
  };
  readonly 'customers.find'?: LookUp<CustomerKey>;
  readonly 'items.find'?: LookUp<ItemKey>;
  readonly 'rates.quote'?: RateQuery;
  readonly 'labels.create'?: LabelRequest;
  /** Our reference of a label that the fake holds from the beginning, and the id of one that can be given back. */
  readonly 'labels.find'?: string;
  readonly 'labels.void'?: string;
  readonly 'tracking.find'?: TrackingKey;
  readonly 'fulfillments.request'?: FulfillmentRequest;
  /** Number of a request that the fake holds from the beginning and has not begun. */
  readonly 'fulfillments.cancel'?: string;
  readonly 'payments.find'?: string;
  readonly 'payments.refund'?: RefundRequest;
  readonly 'notes.export'?: readonly ExportedNote[];
}

/** How an adapter verifies webhooks, and how one is made that it must believe. */
export interface ContractWebhooks {
  /** A delivery that is signed now, in milliseconds since 1970. */
  deliver(now: number): Promise<{ readonly body: Uint8Array; readonly headers: Readonly<Record<string, string>> }>;
  /** `id` is the same for every delivery of one message. */
  verify(
    body: Uint8Array,
    headers: Readonly<Record<string, string>>,
    now: number,
  ): Promise<{ readonly ok: boolean; readonly id?: string | undefined }>;
  /** Name of the header with the signature. */
  readonly signature: string;
  /** How old or young a delivery may be, in seconds; absent where the time is not signed. */
  readonly toleranceSeconds?: number | undefined;
}

/** What the kit needs to know of an adapter. */
export interface ContractAdapter {
  /** The adapter with this runtime, with credentials that contain `secret` where it takes any. */
  connect(runtime: ContractRuntime): ContractConnector;
  /** An order that the system accepts, and one that it refuses for what is in it; for adapters with `orders.submit`. */
  readonly orders?: { readonly accepted: Order; readonly refused: Order } | undefined;
  readonly samples?: ContractSamples | undefined;
  /**
   * Whether a request changes something; every method but GET when absent. Faults of writing operations meet the request
   * that does, so that an adapter may look before it writes.
   */
  readonly isWrite?: ((request: Request) => boolean | Promise<boolean>) | undefined;
  /** Whether a request is for a token or a session and not for the system's work; none is when absent. */
  readonly isTokenRequest?: ((request: Request) => boolean) | undefined;
  /** Which requests need that token; all of them when absent, so that it is seen at the first read. */
  readonly tokensAreFor?: 'writes' | undefined;
  /**
   * Text that goes to the system with each request and must stand in no message: a token or password that is set, or with
   * OAuth 2 the access token that the fake gives.
   */
  readonly secret?: string | undefined;
  /** Bodies of errors in the system's own form; `{}` when absent. */
  readonly errorBody?: ((status: number, message: string) => string) | undefined;
  /** An answer with a status of success and an error inside, where the system gives such ones. */
  readonly errorInside?: ((message: string) => Response) | undefined;
  readonly webhooks?: ContractWebhooks | undefined;
  /** Cases that the system cannot pass, each with the reason why not. */
  readonly skip?: readonly { readonly name: string; readonly reason: string }[] | undefined;
}
