import type { Invoice } from '@dist/canonical';
import { fieldOf } from '../json/field-of.ts';
import { textOf } from '../json/text-of.ts';
import { decodeInvoice } from './decode-invoice.ts';
import type { DocumentList } from './list-documents.ts';
import type { UnitTable } from './unit-table.ts';

/** Posted invoices and credit notes. */
export function invoiceList(units: UnitTable): DocumentList<Invoice> {
  return {
    operation: 'invoices.list',
    set: 'SalesInvoiceHeadersV2',
    day: 'InvoiceDate',
    keys: ['InvoiceNumber', 'LedgerVoucher'],
    expand: 'SalesInvoiceLinesV2',
    ordersOf: (record) => {
      const order = textOf(fieldOf(record, 'SalesOrderNumber')) ?? '';
      return order === '' ? [] : [order];
    },
    decode: (json, lineIds) => decodeInvoice(json, units, lineIds),
  };
}
