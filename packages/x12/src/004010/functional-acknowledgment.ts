import { defineSet } from '../definition/define-set.ts';
import type { Definition } from '../definition/definition.ts';
import { structure } from '../standard/004010/sets/functional-acknowledgment-997.ts';
import { acknowledgmentRelease004010 } from './acknowledgment-release.ts';

/** 997 of release 004010, apart from the business documents: `acknowledge` needs it without them. */
export const functionalAcknowledgment997: Definition<'997', never> = /* @__PURE__ */ defineSet(
  '997',
  acknowledgmentRelease004010,
  structure,
);
