import type { Overlay } from '../map/overlay.ts';
import type { PartnerMap } from '../map/partner-map.ts';
import type { PartnerProfile } from '../profile/partner-profile.ts';

/** A partner as its folder holds it. Two versions of a partner are two of these, with the same id of the profile. */
export interface PartnerFiles {
  readonly profile: PartnerProfile;
  /** By the names of the files in `overlays/`, without `.json`. */
  readonly overlays?: Readonly<Record<string, Overlay>> | undefined;
  /** By the names of the files in `guides/`, without `.json`. */
  readonly guides?: Readonly<Record<string, unknown>> | undefined;
  /** Maps of the partner's own, where it does not lay overlays over shipped ones. */
  readonly maps?: readonly PartnerMap[] | undefined;
}
