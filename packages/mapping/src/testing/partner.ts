import type { Facts } from '../codec/codec.ts';
import type { Format } from '../format/format.ts';
import type { Overlay } from '../map/overlay.ts';
import type { PartnerMap } from '../map/partner-map.ts';
import type { PartnerProfile } from '../profile/partner-profile.ts';
import type { ProfileDocument } from '../profile/profile-document.ts';
import type { CanonicalEnd } from '../standard/canonical-end.ts';
import type { AlteredCase } from './altered-case.ts';
import type { NativeEnd } from './native-end.ts';

/** A trading partner as its folder holds it, ready to be tested. */
export interface Partner {
  readonly profile: PartnerProfile;
  /** In the order of the profile. */
  readonly documents: readonly PartnerDocument[];
}

/** One document of a partner's profile with all that it names. */
export interface PartnerDocument {
  /** `850 in`. */
  readonly name: string;
  readonly profile: ProfileDocument;
  /** The map before its overlays. */
  readonly map: PartnerMap;
  readonly overlays: readonly Overlay[];
  readonly native: NativeEnd;
  readonly canonical: CanonicalEnd & { readonly format: Format };
  readonly golden: readonly GoldenPair[];
  /** Canonical documents that the laws are tried on, instead of those that they would draw. */
  readonly tried?: readonly unknown[] | undefined;
}

/** A document of the partner, and what it means. */
export interface GoldenPair {
  /** Name of its files: `golden/<name>.edi`. */
  readonly name: string;
  /** The file as it came. */
  readonly text: string;
  /** What stands in it. */
  readonly native: unknown;
  /** Its lines without envelope, as `NativeEnd.print` gives them. */
  readonly lines: readonly string[];
  readonly canonical: unknown;
  /** The lines that are written of the canonical document alone, where they are not those that came. */
  readonly written?: readonly string[] | undefined;
  /** Master data for `lookup:` codecs. */
  readonly facts?: Facts | undefined;
  /** Changes of it, and what must come of each. */
  readonly altered: readonly AlteredCase[];
}
