import * as definitions from './004010/definitions.ts';
import type { Definition } from './definition/definition.ts';
import type { FunctionalAcknowledgment997 } from './generated/004010/functional-acknowledgment-997.ts';
import type { Invoice810 } from './generated/004010/invoice-810.ts';
import type { PurchaseOrder850 } from './generated/004010/purchase-order-850.ts';
import type { PurchaseOrderAcknowledgment855 } from './generated/004010/purchase-order-acknowledgment-855.ts';
import type { ShipNotice856 } from './generated/004010/ship-notice-856.ts';

export type {
  FunctionalAcknowledgment997,
  Invoice810,
  PurchaseOrder850,
  PurchaseOrderAcknowledgment855,
  ShipNotice856,
};

// The facts are those of the standard (order, requirement, repeats, lengths, syntax notes), the words are ours. Code lists
// are open unless they are complete. A definition is read when it is first used: importing it does nothing.

/** 850, purchase order, release 004010. */
export const purchaseOrder850: Definition<'850', PurchaseOrder850> = definitions.purchaseOrder850;

/** 855, purchase order acknowledgment, release 004010. */
export const purchaseOrderAcknowledgment855: Definition<'855', PurchaseOrderAcknowledgment855> =
  definitions.purchaseOrderAcknowledgment855;

/** 856, ship notice, release 004010. Its levels (HL) are a tree. */
export const shipNotice856: Definition<'856', ShipNotice856> = definitions.shipNotice856;

/** 810, invoice, release 004010. */
export const invoice810: Definition<'810', Invoice810> = definitions.invoice810;

/** 997, functional acknowledgment, release 004010. */
export const functionalAcknowledgment997: Definition<'997', FunctionalAcknowledgment997> =
  definitions.functionalAcknowledgment997;
