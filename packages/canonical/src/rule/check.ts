import type { CanonicalDocument } from '../document/document.ts';
import type { Issue } from '../issue.ts';
import { acknowledgmentRules } from './acknowledgment-rules.ts';
import { invoiceRules } from './invoice-rules.ts';
import { orderRules } from './order-rules.ts';
import { applyRules, type CheckSettings } from './rule.ts';
import { shipmentRules } from './shipment-rules.ts';

/**
 * Checks what no single field can state: unique ids, sums, the tree of units, dates in order, amounts, check digits.
 * For documents whose types are right already; `validate` reads unknown data. Never throws for what a document holds.
 */
export function check(document: CanonicalDocument, settings: CheckSettings = {}): readonly Issue[] {
  switch (document.kind) {
    case 'order':
      return applyRules(orderRules, document, settings);
    case 'orderAcknowledgment':
      return applyRules(acknowledgmentRules, document, settings);
    case 'shipment':
      return applyRules(shipmentRules, document, settings);
    case 'invoice':
      return applyRules(invoiceRules, document, settings);
  }
}
