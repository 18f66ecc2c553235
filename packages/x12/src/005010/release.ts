import { defineRelease } from '../definition/release.ts';
import { codes } from '../standard/005010/codes.ts';
import { composites } from '../standard/005010/composites.ts';
import { segments } from '../standard/005010/segments.ts';

/** Segments of the orders, acknowledgments, ship notices and invoices of release 005010. */
export const release005010 = /* @__PURE__ */ defineRelease({
  release: '005010',
  segments: [segments],
  composites,
  codes,
});
