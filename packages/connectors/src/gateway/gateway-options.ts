import type { InventoryAvailability } from '@dist/canonical';
import type { Journal, PartnerState } from '@dist/orchestration/runtime';
import type { Limits } from '@dist/x12';
import type { DocumentStore } from '../document-store/document-store.ts';
import type { OrderRead } from './order-read.ts';
import type { PartnerDirectory } from './partner-directory.ts';

/** A shop whose orders come as JSON. */
export interface GatewayShop {
  readonly id: string;
  /** Reads the shop's messages: a compiled map, or `readOrders`. */
  readonly orders: { readonly read: (payload: unknown) => OrderRead };
}

/** Where documents leave: a folder, a mailbox. The same name with the same bytes again must change nothing. */
export interface DocumentTransport {
  put(name: string, bytes: Uint8Array): Promise<void>;
}

/** Where a stock report came from. The key is the same for the same report, however often it is told. */
export interface InventorySource {
  readonly partner: string;
  readonly key: string;
  readonly receivedAt: string;
}

export interface GatewayOptions {
  readonly journal: Journal;
  readonly partners: PartnerDirectory;
  readonly shops?: readonly GatewayShop[] | undefined;
  /** An installation is for test or for production: an interchange of the other usage is refused (R06). */
  readonly usage: 'T' | 'P';
  readonly transport: DocumentTransport;
  /** Takes stock reports (846), at least once each; without it they wait for a person. */
  readonly inventory?: ((report: InventoryAvailability, source: InventorySource) => Promise<void>) | undefined;
  /** What a partner is that no operator has given a state, as the policy says it (`work.unknownPartner`); `live` when absent. */
  readonly unknownPartner?: Extract<PartnerState, 'live' | 'draft'> | undefined;
  /** Bounds on what one received file may cost; 64 MiB of bytes, otherwise those of `@dist/x12`, when absent. */
  readonly limits?: Limits | undefined;
  /** Where documents are kept for years, and found again (R02): each is copied there after its commit. */
  readonly documents?: DocumentStore | undefined;
  /** ISO 8601 instant in UTC with milliseconds. */
  readonly clock: () => string;
}
