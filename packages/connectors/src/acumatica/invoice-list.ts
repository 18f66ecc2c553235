import type { Invoice } from '@dist/canonical';
import { decodeInvoice } from './decode-invoice.ts';
import type { DocumentList } from './list-documents.ts';
import type { UnitTable } from './unit-table.ts';

/** Invoices and credit memos of sales orders that are released: `Open` is not paid yet, `Closed` is. */
export function invoiceList(units: UnitTable): DocumentList<Invoice> {
  return {
    operation: 'invoices.list',
    entity: 'SalesInvoice',
    keys: ['Type', 'ReferenceNbr'],
    filter: "(Status eq 'Open' or Status eq 'Closed')",
    expand: 'Details',
    decode: (json, lineIds) => decodeInvoice(json, units, lineIds),
  };
}
