import { defineSet } from '../definition/define-set.ts';
import type { Definition } from '../definition/definition.ts';
import { structure as structure824 } from '../standard/005010/sets/application-advice-824.ts';
import { structure as structure846 } from '../standard/005010/sets/inventory-advice-846.ts';
import { structure as structure810 } from '../standard/005010/sets/invoice-810.ts';
import { structure as structure820 } from '../standard/005010/sets/payment-order-820.ts';
import { structure as structure832 } from '../standard/005010/sets/price-catalog-832.ts';
import { structure as structure852 } from '../standard/005010/sets/product-activity-852.ts';
import { structure as structure850 } from '../standard/005010/sets/purchase-order-850.ts';
import { structure as structure855 } from '../standard/005010/sets/purchase-order-acknowledgment-855.ts';
import { structure as structure860 } from '../standard/005010/sets/purchase-order-change-860.ts';
import { structure as structure865 } from '../standard/005010/sets/purchase-order-change-acknowledgment-865.ts';
import { structure as structure856 } from '../standard/005010/sets/ship-notice-856.ts';
import { structure as structure214 } from '../standard/005010/sets/shipment-status-214.ts';
import { structure as structure864 } from '../standard/005010/sets/text-message-864.ts';
import { structure as structure945 } from '../standard/005010/sets/warehouse-shipping-advice-945.ts';
import { structure as structure940 } from '../standard/005010/sets/warehouse-shipping-order-940.ts';
import { structure as structure944 } from '../standard/005010/sets/warehouse-transfer-receipt-944.ts';
import { structure as structure943 } from '../standard/005010/sets/warehouse-transfer-shipment-943.ts';
import { additionalRelease005010 } from './additional-release.ts';
import { furtherRelease005010 } from './further-release.ts';
import { release005010 } from './release.ts';

// The sets without their document types, which are generated from here; `@dist/x12/005010` gives them with their types.
export const purchaseOrder850: Definition<'850', never> = /* @__PURE__ */ defineSet('850', release005010, structure850);
export const purchaseOrderAcknowledgment855: Definition<'855', never> = /* @__PURE__ */ defineSet(
  '855',
  release005010,
  structure855,
);
export const shipNotice856: Definition<'856', never> = /* @__PURE__ */ defineSet('856', release005010, structure856);
export const invoice810: Definition<'810', never> = /* @__PURE__ */ defineSet('810', release005010, structure810);
export const purchaseOrderChange860: Definition<'860', never> = /* @__PURE__ */ defineSet(
  '860',
  furtherRelease005010,
  structure860,
);
export const purchaseOrderChangeAcknowledgment865: Definition<'865', never> = /* @__PURE__ */ defineSet(
  '865',
  furtherRelease005010,
  structure865,
);
export const inventoryAdvice846: Definition<'846', never> = /* @__PURE__ */ defineSet(
  '846',
  furtherRelease005010,
  structure846,
);
export const paymentOrder820: Definition<'820', never> = /* @__PURE__ */ defineSet(
  '820',
  furtherRelease005010,
  structure820,
);
export const applicationAdvice824: Definition<'824', never> = /* @__PURE__ */ defineSet(
  '824',
  furtherRelease005010,
  structure824,
);
export const warehouseShippingOrder940: Definition<'940', never> = /* @__PURE__ */ defineSet(
  '940',
  furtherRelease005010,
  structure940,
);
export const warehouseShippingAdvice945: Definition<'945', never> = /* @__PURE__ */ defineSet(
  '945',
  furtherRelease005010,
  structure945,
);
export const shipmentStatus214: Definition<'214', never> = /* @__PURE__ */ defineSet(
  '214',
  additionalRelease005010,
  structure214,
);
export const priceCatalog832: Definition<'832', never> = /* @__PURE__ */ defineSet(
  '832',
  additionalRelease005010,
  structure832,
);
export const productActivity852: Definition<'852', never> = /* @__PURE__ */ defineSet(
  '852',
  additionalRelease005010,
  structure852,
);
export const textMessage864: Definition<'864', never> = /* @__PURE__ */ defineSet(
  '864',
  additionalRelease005010,
  structure864,
);
export const warehouseTransferShipment943: Definition<'943', never> = /* @__PURE__ */ defineSet(
  '943',
  additionalRelease005010,
  structure943,
);
export const warehouseTransferReceipt944: Definition<'944', never> = /* @__PURE__ */ defineSet(
  '944',
  additionalRelease005010,
  structure944,
);
export { functionalAcknowledgment997 } from './functional-acknowledgment.ts';
export { implementationAcknowledgment999 } from './implementation-acknowledgment.ts';
