import { defineSet } from '../definition/define-set.ts';
import type { Definition } from '../definition/definition.ts';
import { structure as structure997 } from '../standard/004010/sets/functional-acknowledgment-997.ts';
import { structure as structure810 } from '../standard/004010/sets/invoice-810.ts';
import { structure as structure850 } from '../standard/004010/sets/purchase-order-850.ts';
import { structure as structure855 } from '../standard/004010/sets/purchase-order-acknowledgment-855.ts';
import { structure as structure856 } from '../standard/004010/sets/ship-notice-856.ts';
import { acknowledgmentRelease004010 } from './acknowledgment-release.ts';
import { release004010 } from './release.ts';

// The sets without their document types, which are generated from here; `@dist/x12/004010` gives them with their types.
export const purchaseOrder850: Definition<'850', never> = /* @__PURE__ */ defineSet('850', release004010, structure850);
export const purchaseOrderAcknowledgment855: Definition<'855', never> = /* @__PURE__ */ defineSet(
  '855',
  release004010,
  structure855,
);
export const shipNotice856: Definition<'856', never> = /* @__PURE__ */ defineSet('856', release004010, structure856);
export const invoice810: Definition<'810', never> = /* @__PURE__ */ defineSet('810', release004010, structure810);
export const functionalAcknowledgment997: Definition<'997', never> = /* @__PURE__ */ defineSet(
  '997',
  acknowledgmentRelease004010,
  structure997,
);
