import type { CanonicalDocument } from '../document/document.ts';

/** A document of any version of the model: plain JSON with its kind and version, not validated. */
export type VersionedDocument = Readonly<Record<string, unknown>> & {
  readonly kind: CanonicalDocument['kind'];
  readonly version: string;
};

/**
 * One change of the model: how a document of `from` becomes one of `to`, and back. Both functions are pure, take
 * documents that may be faulty, and need not set `version`. What an older version has no place for, `down` puts in `ext`
 * or leaves out.
 */
export interface VersionStep {
  readonly kind: CanonicalDocument['kind'];
  readonly from: string;
  readonly to: string;
  readonly up: (document: VersionedDocument) => Readonly<Record<string, unknown>>;
  readonly down: (document: VersionedDocument) => Readonly<Record<string, unknown>>;
}
