import {
  functionalAcknowledgment997,
  invoice810,
  purchaseOrder850,
  purchaseOrderAcknowledgment855,
  shipNotice856,
} from '../src/004010/definitions.ts';
import type { TypedSet } from './render-types.ts';

/** The sets of release 004010 whose documents have interfaces. */
export const typedSets004010: readonly TypedSet[] = [
  { definition: purchaseOrder850, name: 'PurchaseOrder850', file: 'purchase-order-850.ts' },
  {
    definition: purchaseOrderAcknowledgment855,
    name: 'PurchaseOrderAcknowledgment855',
    file: 'purchase-order-acknowledgment-855.ts',
  },
  { definition: shipNotice856, name: 'ShipNotice856', file: 'ship-notice-856.ts' },
  { definition: invoice810, name: 'Invoice810', file: 'invoice-810.ts' },
  {
    definition: functionalAcknowledgment997,
    name: 'FunctionalAcknowledgment997',
    file: 'functional-acknowledgment-997.ts',
  },
];
