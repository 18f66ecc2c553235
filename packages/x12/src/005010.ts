import * as definitions from './005010/definitions.ts';
import type { Definition } from './definition/definition.ts';
import type { ApplicationAdvice824 } from './generated/005010/application-advice-824.ts';
import type { FunctionalAcknowledgment997 } from './generated/005010/functional-acknowledgment-997.ts';
import type { ImplementationAcknowledgment999 } from './generated/005010/implementation-acknowledgment-999.ts';
import type { InventoryAdvice846 } from './generated/005010/inventory-advice-846.ts';
import type { Invoice810 } from './generated/005010/invoice-810.ts';
import type { PaymentOrder820 } from './generated/005010/payment-order-820.ts';
import type { PriceCatalog832 } from './generated/005010/price-catalog-832.ts';
import type { ProductActivity852 } from './generated/005010/product-activity-852.ts';
import type { PurchaseOrder850 } from './generated/005010/purchase-order-850.ts';
import type { PurchaseOrderAcknowledgment855 } from './generated/005010/purchase-order-acknowledgment-855.ts';
import type { PurchaseOrderChange860 } from './generated/005010/purchase-order-change-860.ts';
import type { PurchaseOrderChangeAcknowledgment865 } from './generated/005010/purchase-order-change-acknowledgment-865.ts';
import type { ShipNotice856 } from './generated/005010/ship-notice-856.ts';
import type { ShipmentStatus214 } from './generated/005010/shipment-status-214.ts';
import type { TextMessage864 } from './generated/005010/text-message-864.ts';
import type { WarehouseShippingAdvice945 } from './generated/005010/warehouse-shipping-advice-945.ts';
import type { WarehouseShippingOrder940 } from './generated/005010/warehouse-shipping-order-940.ts';
import type { WarehouseTransferReceipt944 } from './generated/005010/warehouse-transfer-receipt-944.ts';
import type { WarehouseTransferShipment943 } from './generated/005010/warehouse-transfer-shipment-943.ts';

export type {
  ApplicationAdvice824,
  FunctionalAcknowledgment997,
  ImplementationAcknowledgment999,
  InventoryAdvice846,
  Invoice810,
  PaymentOrder820,
  PriceCatalog832,
  ProductActivity852,
  PurchaseOrder850,
  PurchaseOrderAcknowledgment855,
  PurchaseOrderChange860,
  PurchaseOrderChangeAcknowledgment865,
  ShipmentStatus214,
  ShipNotice856,
  TextMessage864,
  WarehouseShippingAdvice945,
  WarehouseShippingOrder940,
  WarehouseTransferReceipt944,
  WarehouseTransferShipment943,
};

// The facts are those of the standard (order, requirement, repeats, lengths, syntax notes), the words are ours. Code lists
// are open unless they are complete. A definition is read when it is first used: importing it does nothing.

/** 850, purchase order, release 005010. */
export const purchaseOrder850: Definition<'850', PurchaseOrder850> = definitions.purchaseOrder850;

/** 855, purchase order acknowledgment, release 005010. */
export const purchaseOrderAcknowledgment855: Definition<'855', PurchaseOrderAcknowledgment855> =
  definitions.purchaseOrderAcknowledgment855;

/** 856, ship notice, release 005010. Its levels (HL) are a tree. */
export const shipNotice856: Definition<'856', ShipNotice856> = definitions.shipNotice856;

/** 810, invoice, release 005010. */
export const invoice810: Definition<'810', Invoice810> = definitions.invoice810;

/** 860, purchase order change by the buyer, release 005010. */
export const purchaseOrderChange860: Definition<'860', PurchaseOrderChange860> = definitions.purchaseOrderChange860;

/** 865, purchase order change acknowledgment, or change by the seller, release 005010. */
export const purchaseOrderChangeAcknowledgment865: Definition<'865', PurchaseOrderChangeAcknowledgment865> =
  definitions.purchaseOrderChangeAcknowledgment865;

/** 846, inventory inquiry or advice, release 005010. */
export const inventoryAdvice846: Definition<'846', InventoryAdvice846> = definitions.inventoryAdvice846;

/** 820, payment order or remittance advice, release 005010. */
export const paymentOrder820: Definition<'820', PaymentOrder820> = definitions.paymentOrder820;

/** 824, application advice: what became of a document, release 005010. */
export const applicationAdvice824: Definition<'824', ApplicationAdvice824> = definitions.applicationAdvice824;

/** 940, warehouse shipping order, release 005010. */
export const warehouseShippingOrder940: Definition<'940', WarehouseShippingOrder940> =
  definitions.warehouseShippingOrder940;

/** 945, warehouse shipping advice, release 005010. */
export const warehouseShippingAdvice945: Definition<'945', WarehouseShippingAdvice945> =
  definitions.warehouseShippingAdvice945;

/** 214, carrier shipment status, release 005010. */
export const shipmentStatus214: Definition<'214', ShipmentStatus214> = definitions.shipmentStatus214;

/** 832, price and sales catalog, release 005010. */
export const priceCatalog832: Definition<'832', PriceCatalog832> = definitions.priceCatalog832;

/** 852, product activity: sales and stock by place and period, release 005010. */
export const productActivity852: Definition<'852', ProductActivity852> = definitions.productActivity852;

/** 864, text message, release 005010. */
export const textMessage864: Definition<'864', TextMessage864> = definitions.textMessage864;

/** 943, warehouse stock transfer shipment advice: what is on its way to a warehouse, release 005010. */
export const warehouseTransferShipment943: Definition<'943', WarehouseTransferShipment943> =
  definitions.warehouseTransferShipment943;

/** 944, warehouse stock transfer receipt advice: what a warehouse has received, release 005010. */
export const warehouseTransferReceipt944: Definition<'944', WarehouseTransferReceipt944> =
  definitions.warehouseTransferReceipt944;

/** 997, functional acknowledgment, release 005010. */
export const functionalAcknowledgment997: Definition<'997', FunctionalAcknowledgment997> =
  definitions.functionalAcknowledgment997;

/** 999, implementation acknowledgment, release 005010. */
export const implementationAcknowledgment999: Definition<'999', ImplementationAcknowledgment999> =
  definitions.implementationAcknowledgment999;
