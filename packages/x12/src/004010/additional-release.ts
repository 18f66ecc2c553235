import { defineRelease } from '../definition/release.ts';
import { additionalSegments } from '../standard/004010/additional-segments.ts';
import { codes } from '../standard/004010/codes.ts';
import { composites } from '../standard/004010/composites.ts';
import { furtherSegments } from '../standard/004010/further-segments.ts';
import { segments } from '../standard/004010/segments.ts';

/** Those segments and the ones that only catalogs, product activity, text, warehouse transfers and carrier status use. */
export const additionalRelease004010 = /* @__PURE__ */ defineRelease({
  release: '004010',
  segments: [segments, furtherSegments, additionalSegments],
  composites,
  codes,
});
