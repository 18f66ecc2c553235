import * as z from 'zod';

/** What a trading partner is to us: who orders, who ships for us, who carries, who pays. */
export type PartnerRole = 'customer' | 'warehouse' | 'carrier' | 'bank';

/** Checks a role that comes from JSON. */
export const PartnerRole: z.ZodType<PartnerRole> = z.enum(['customer', 'warehouse', 'carrier', 'bank']);

/** Kinds of documents that are acted on when they come from a partner of a role. */
const kinds: Readonly<Record<PartnerRole, readonly string[]>> = {
  customer: ['order', 'orderChange', 'remittance', 'applicationAdvice', 'textMessage', 'inventoryAvailability'],
  warehouse: ['fulfillmentConfirmation', 'inventoryAvailability', 'applicationAdvice', 'textMessage'],
  carrier: ['shipmentStatus', 'applicationAdvice', 'textMessage'],
  bank: ['remittance', 'applicationAdvice', 'textMessage'],
};

/** Whether a partner of a role may say that: nobody's orders come from a carrier, and a customer confirms no shipment. */
export function maySay(role: PartnerRole, kind: string): boolean {
  return kinds[role].includes(kind);
}
