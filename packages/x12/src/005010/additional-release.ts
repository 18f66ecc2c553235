import { defineRelease } from '../definition/release.ts';
import { additionalSegments } from '../standard/005010/additional-segments.ts';
import { codes } from '../standard/005010/codes.ts';
import { composites } from '../standard/005010/composites.ts';
import { furtherSegments } from '../standard/005010/further-segments.ts';
import { segments } from '../standard/005010/segments.ts';

/** Those segments and the ones that only catalogs, product activity, text, warehouse transfers and carrier status use. */
export const additionalRelease005010 = /* @__PURE__ */ defineRelease({
  release: '005010',
  segments: [segments, furtherSegments, additionalSegments],
  composites,
  codes,
});
