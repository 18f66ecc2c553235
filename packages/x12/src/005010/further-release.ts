import { defineRelease } from '../definition/release.ts';
import { codes } from '../standard/005010/codes.ts';
import { composites } from '../standard/005010/composites.ts';
import { furtherSegments } from '../standard/005010/further-segments.ts';
import { segments } from '../standard/005010/segments.ts';

/** Those segments and the ones that only changes, inventory, payments, advices and warehouses use; apart, so that an 850 stays small. */
export const furtherRelease005010 = /* @__PURE__ */ defineRelease({
  release: '005010',
  segments: [segments, furtherSegments],
  composites,
  codes,
});
