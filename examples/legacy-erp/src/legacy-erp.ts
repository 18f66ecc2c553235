import { type Connector, defineConnector, type Invoices, type Orders, type Shipments } from '@dist/connectors';
import type { Mailbox } from '@dist/connectors/node/files';
import { findOrder } from './find-order.ts';
import { invoiceExport } from './invoice-export.ts';
import { listExport } from './list-export.ts';
import { shipmentExport } from './shipment-export.ts';
import { submitOrder } from './submit-order.ts';

/** The ERP's three folders, on a disk or an SFTP server. */
export interface LegacyErpFolders {
  /** It imports from here, and moves what it has read into `imported`. */
  readonly orders: Mailbox;
  readonly imported: Mailbox;
  /** It writes ORDERS.CSV, SHIPMENTS.CSV and INVOICES.CSV here, each anew as a whole. */
  readonly exports: Mailbox;
}

/** What can be done with it. */
export type LegacyErp = Connector<{
  readonly orders: Pick<Orders, 'submit' | 'find'>;
  readonly shipments: Pick<Shipments, 'list'>;
  readonly invoices: Pick<Invoices, 'list'>;
}>;

/** A connector to an ERP that knows nothing but files. */
export function legacyErp(folders: LegacyErpFolders): LegacyErp {
  return defineConnector({
    id: 'legacy-erp',
    apiVersion: '1',
    policy: {
      name: 'Legacy ERP (sample)',
      baseUrl: '{folder}',
      auth: { kind: 'none' },
      limits: [],
      retry: { headers: [], nothingDone: [] },
      idempotency: { 'orders.submit': { class: 'search-then-create' } },
    },
    offers: {
      orders: {
        submit: (order, call) => submitOrder(folders, order, call),
        find: (externalReference) => findOrder(folders, externalReference),
      },
      shipments: { list: (start) => listExport(folders.exports, shipmentExport, start) },
      invoices: { list: (start) => listExport(folders.exports, invoiceExport, start) },
    },
  });
}
