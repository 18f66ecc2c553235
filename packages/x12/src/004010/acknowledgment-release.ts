import { defineRelease } from '../definition/release.ts';
import { acknowledgmentCodes } from '../standard/004010/acknowledgment-codes.ts';
import { acknowledgmentComposites } from '../standard/004010/acknowledgment-composites.ts';
import { acknowledgmentSegments } from '../standard/004010/acknowledgment-segments.ts';

/** Segments of the acknowledgments of release 004010, apart from the others so that a 997 alone stays small. */
export const acknowledgmentRelease004010 = /* @__PURE__ */ defineRelease({
  release: '004010',
  segments: [acknowledgmentSegments],
  composites: acknowledgmentComposites,
  codes: acknowledgmentCodes,
});
