import { defineSet } from '../definition/define-set.ts';
import type { Definition } from '../definition/definition.ts';
import { structure } from '../standard/005010/sets/implementation-acknowledgment-999.ts';
import { acknowledgmentRelease005010 } from './acknowledgment-release.ts';

/** 999 of release 005010, apart from the business documents: `acknowledge` needs it without them. */
export const implementationAcknowledgment999: Definition<'999', never> = /* @__PURE__ */ defineSet(
  '999',
  acknowledgmentRelease005010,
  structure,
);
