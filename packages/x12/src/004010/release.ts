import { defineRelease } from '../definition/release.ts';
import { codes } from '../standard/004010/codes.ts';
import { composites } from '../standard/004010/composites.ts';
import { segments } from '../standard/004010/segments.ts';

/** Segments of the orders, acknowledgments, ship notices and invoices of release 004010. */
export const release004010 = /* @__PURE__ */ defineRelease({
  release: '004010',
  segments: [segments],
  composites,
  codes,
});
