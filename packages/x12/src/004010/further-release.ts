import { defineRelease } from '../definition/release.ts';
import { codes } from '../standard/004010/codes.ts';
import { composites } from '../standard/004010/composites.ts';
import { furtherSegments } from '../standard/004010/further-segments.ts';
import { segments } from '../standard/004010/segments.ts';

/** Those segments and the ones that only changes, inventory, payments, advices and warehouses use; apart, so that an 850 stays small. */
export const furtherRelease004010 = /* @__PURE__ */ defineRelease({
  release: '004010',
  segments: [segments, furtherSegments],
  composites,
  codes,
});
