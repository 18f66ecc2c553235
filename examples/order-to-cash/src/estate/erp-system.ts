import type { Fetch } from '@dist/connectors';
import type { FakeCatalog } from '@dist/connectors/fakes';
import type { Erp, FollowedDocuments } from '@dist/connectors/gateway';
import type { Fake } from '@dist/connectors/testing';

/** What an order to cash asks of an ERP. */
export type EstateErp = Erp & Pick<FollowedDocuments, 'orders' | 'shipments' | 'invoices'>;

/** How an ERP is reached. */
export interface ErpAccess {
  readonly fetch: Fetch;
  readonly timeoutMs: number;
}

/** An ERP beside its stand-in: its connector in one process, the fake in that of the counterparties. */
export interface ErpSystem {
  /** The system's codes of the seller's units, as a company would have set them up. */
  readonly units: Readonly<Record<string, string>>;
  connect(access: ErpAccess): EstateErp;
  fake(catalog: FakeCatalog): Fake;
}
