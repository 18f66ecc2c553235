import type { Invoice } from '@dist/canonical';
import { decodeBilling } from './decode-billing.ts';
import { itemTexts } from './item-texts.ts';
import type { DocumentList } from './list-documents.ts';
import { odataInstant } from './odata-instant.ts';
import { odataInstantOf } from './odata-instant-of.ts';
import type { UnitTable } from './unit-table.ts';

/** Billing documents. */
export function billingList(units: UnitTable): DocumentList<Invoice> {
  return {
    operation: 'invoices.list',
    path: '/API_BILLING_DOCUMENT_SRV/A_BillingDocument',
    key: 'BillingDocument',
    changed: 'LastChangeDateTime',
    filter: undefined,
    expand: 'to_Item',
    begin: (from) => new Date(from).toISOString(),
    literal: odataInstant,
    markOf: ({ LastChangeDateTime: instant }) => (typeof instant === 'string' ? odataInstantOf(instant) : undefined),
    ordersOf: (record) => itemTexts(record, 'to_Item', 'SalesDocument'),
    decode: (json, lineIds) => decodeBilling(json, units, lineIds),
  };
}
