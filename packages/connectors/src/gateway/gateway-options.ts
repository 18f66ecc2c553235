import type { Order } from '@dist/canonical';
import type { CompiledMap } from '@dist/mapping';
import type { Journal } from '@dist/orchestration/runtime';
import type { PartnerDirectory } from './partner-directory.ts';

/** A shop whose orders come as JSON. */
export interface GatewayShop {
  readonly id: string;
  readonly orders: CompiledMap<unknown, Order>;
}

/** Where documents leave: a folder, a mailbox. The same name with the same bytes again must change nothing. */
export interface DocumentTransport {
  put(name: string, bytes: Uint8Array): Promise<void>;
}

export interface GatewayOptions {
  readonly journal: Journal;
  readonly partners: PartnerDirectory;
  readonly shops?: readonly GatewayShop[] | undefined;
  /** An installation is for test or for production: an interchange of the other usage is refused (R06). */
  readonly usage: 'T' | 'P';
  readonly transport: DocumentTransport;
  /** ISO 8601 instant in UTC with milliseconds. */
  readonly clock: () => string;
}
