import { notOffered } from '@dist/orchestration/runtime';

/** What this house has nobody for: its ERP ships and invoices by itself, it has no warehouse of its own, and its shop is only told. */
export const otherEffects = notOffered(
  'credit.check',
  'erp.change',
  'erp.shipment',
  'erp.invoice',
  'erp.credit',
  'erp.cash',
  'warehouse.release',
  'warehouse.cancel',
  'shop.cancel',
  'shop.refund',
);
