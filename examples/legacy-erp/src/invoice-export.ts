import { Invoice } from '@dist/canonical';
import { type ColumnOf, csvTable } from './csv.ts';
import { decimalOf } from './decimal-of.ts';
import type { DocumentExport } from './list-export.ts';
import { unitOf } from './order-file.ts';

/** INVOICES.CSV: a row for each line. */
export const invoiceTable = csvTable([
  'INVOICE',
  'CREATED',
  'DATE',
  'ORDER',
  'CUSTOMER',
  'SHIPMENT',
  'CURRENCY',
  'LINE',
  'ITEM',
  'QUANTITY',
  'UNIT',
  'PRICE',
  'NET',
  'TOTAL',
]);

/** The invoices of this ERP. `orderNumber` is its own number. */
export const invoiceExport: DocumentExport<ColumnOf<typeof invoiceTable>, Invoice> = {
  name: 'INVOICES.CSV',
  table: invoiceTable,
  number: 'INVOICE',
  created: 'CREATED',
  schema: Invoice,
  document: (rows) => {
    const [{ INVOICE, DATE, ORDER, CUSTOMER, SHIPMENT, CURRENCY, TOTAL }] = rows;
    return {
      kind: 'invoice',
      version: '1',
      number: INVOICE,
      type: 'invoice',
      date: DATE,
      orderNumber: ORDER,
      shipmentIds: [SHIPMENT],
      currency: CURRENCY,
      parties: { buyer: { ids: [{ scheme: 'erp', value: CUSTOMER }] } },
      references: [],
      lines: rows.map(({ LINE, ITEM, QUANTITY, UNIT, PRICE, NET }) => ({
        lineId: LINE,
        ids: [{ scheme: 'seller', value: ITEM }],
        quantity: { value: decimalOf(QUANTITY), unit: unitOf(UNIT) },
        price: { amount: decimalOf(PRICE) },
        net: decimalOf(NET),
      })),
      total: decimalOf(TOTAL),
    };
  },
};
