import type { Invoice } from '@dist/canonical';
import { invoiceOf } from '../compose/invoice-of.ts';
import type { OrderState } from '../word/state.ts';
import { viewOf } from './view-of.ts';

/**
 * The invoice of one order (810): the ERP's amounts as they are, with the buyer's purchase order number and date, item
 * numbers, units, parties, terms and references from the order. Throws a TypeError when no order was captured.
 */
export function composeInvoice(state: OrderState, invoice: Invoice): Invoice {
  return invoiceOf(viewOf(state), invoice);
}
