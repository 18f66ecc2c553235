import type { Overlay } from '../map/overlay.ts';
import type { PartnerMap } from '../map/partner-map.ts';
import type { PartnerProfile } from '../profile/partner-profile.ts';
import type { ProfileDocument } from '../profile/profile-document.ts';

/** One version of a document of a partner, with all that is needed to read or write it. */
export interface DocumentVersion {
  /** The partner's profile, in this version. */
  readonly partner: PartnerProfile;
  readonly document: ProfileDocument;
  readonly map: PartnerMap;
  /** In the order in which they apply. */
  readonly overlays: readonly Overlay[];
  /** The companion guide as JSON, for `readGuide` of `@dist/x12/guide`. */
  readonly guide?: unknown;
}
