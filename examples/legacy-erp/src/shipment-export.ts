import { Shipment } from '@dist/canonical';
import { type ColumnOf, csvTable } from './csv.ts';
import { decimalOf } from './decimal-of.ts';
import type { DocumentExport } from './list-export.ts';
import { unitOf } from './order-file.ts';

/** SHIPMENTS.CSV: a row for each line in each carton. */
export const shipmentTable = csvTable([
  'SHIPMENT',
  'CREATED',
  'SHIPPED',
  'ORDER',
  'CUSTOMER',
  'SHIPTO',
  'SCAC',
  'PRO',
  'LINE',
  'ITEM',
  'QUANTITY',
  'UNIT',
  'CARTON',
  'SSCC',
]);

/** The shipments of this ERP. `orderNumber` is its own number. */
export const shipmentExport: DocumentExport<ColumnOf<typeof shipmentTable>, Shipment> = {
  name: 'SHIPMENTS.CSV',
  table: shipmentTable,
  number: 'SHIPMENT',
  created: 'CREATED',
  schema: Shipment,
  document: (rows) => {
    const [{ SHIPMENT, CREATED, SHIPPED, CUSTOMER, SHIPTO, SCAC, PRO }] = rows;
    const cartons = new Map(rows.map(({ CARTON, SSCC }) => [CARTON, SSCC]));
    return {
      kind: 'shipment',
      version: '1',
      purpose: 'original',
      shipmentId: SHIPMENT,
      createdAt: CREATED,
      shippedOn: SHIPPED,
      carrier: { scac: SCAC, ...(PRO === '' ? {} : { trackingNumber: PRO }) },
      parties: {
        buyer: { ids: [{ scheme: 'erp', value: CUSTOMER }] },
        shipTo: { ids: [{ scheme: 'erp', value: SHIPTO }] },
      },
      references: [],
      units: [...cartons].map(([unitId, sscc]) => ({ unitId, type: 'carton', ...(sscc === '' ? {} : { sscc }) })),
      items: rows.map(({ ORDER, LINE, ITEM, QUANTITY, UNIT, CARTON }) => ({
        orderNumber: ORDER,
        lineId: LINE,
        unitId: CARTON,
        ids: [{ scheme: 'seller', value: ITEM }],
        quantity: { value: decimalOf(QUANTITY), unit: unitOf(UNIT) },
      })),
    };
  },
};
