export type { DocumentPart, PartKey, Per, SplitDocument, SplitRest } from './split/document-part.ts';
export { mergeInvoices } from './split/merge-invoices.ts';
export { mergeShipments } from './split/merge-shipments.ts';
export { type SplitInvoiceSettings, type StoreQuantity, splitInvoice } from './split/split-invoice.ts';
export { type SplitShipmentSettings, splitShipment } from './split/split-shipment.ts';
