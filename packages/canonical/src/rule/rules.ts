import type { Customer } from '../document/customer.ts';
import type { CanonicalDocument } from '../document/document.ts';
import type { Item } from '../document/item.ts';
import type { PartnerIdentity } from '../document/partner-identity.ts';
import { acknowledgmentRules } from './acknowledgment-rules.ts';
import { availabilityRules } from './availability-rules.ts';
import { changeRules } from './change-rules.ts';
import { fulfillmentConfirmationRules, fulfillmentRequestRules } from './fulfillment-rules.ts';
import { identityRules } from './identity-rules.ts';
import { invoiceRules } from './invoice-rules.ts';
import { customerRules, itemRules } from './master-rules.ts';
import { adviceRules, shipmentStatusRules } from './message-rules.ts';
import { nodeRules } from './node-rules.ts';
import { orderRules } from './order-rules.ts';
import { remittanceRules } from './remittance-rules.ts';
import { returnRules } from './return-rules.ts';
import type { Rule, RuleName } from './rule.ts';
import { shipmentRules } from './shipment-rules.ts';

type Kind = CanonicalDocument['kind'];

/** The rules of each document, by its kind. */
export const documentRules: { readonly [K in Kind]: readonly Rule<Extract<CanonicalDocument, { kind: K }>>[] } = {
  order: orderRules,
  orderChange: changeRules,
  orderAcknowledgment: acknowledgmentRules,
  shipment: shipmentRules,
  invoice: invoiceRules,
  inventoryAvailability: availabilityRules,
  return: returnRules,
  remittance: remittanceRules,
  fulfillmentRequest: fulfillmentRequestRules,
  fulfillmentConfirmation: fulfillmentConfirmationRules,
  shipmentStatus: shipmentStatusRules,
  applicationAdvice: adviceRules,
  // R11: free text is for a person; nothing in it is to be judged.
  textMessage: [],
};

/** The rules of each master. */
export const masterRules: {
  readonly item: readonly Rule<Item>[];
  readonly customer: readonly Rule<Customer>[];
  readonly partnerIdentity: readonly Rule<PartnerIdentity>[];
} = { item: itemRules, customer: customerRules, partnerIdentity: identityRules };

/**
 * Every rule that `check` and `validate` apply: of which document or master (`any`: of single values wherever they stand), its
 * code, how much a breach weighs, and what it asks for.
 */
export const rules: readonly (RuleName & { readonly of: Kind | keyof typeof masterRules | 'any' })[] = [
  ...namesOf(documentRules),
  ...namesOf(masterRules),
  ...nodeRules.map(({ code, severity, meaning }) => ({ of: 'any' as const, code, severity, meaning })),
];

function namesOf<K extends string>(
  byKind: Readonly<Record<K, readonly RuleName[]>>,
): (RuleName & { readonly of: K })[] {
  const kinds = Object.keys(byKind) as K[];
  return kinds.flatMap((of) => byKind[of].map(({ code, severity, meaning }) => ({ of, code, severity, meaning })));
}
