import type { PartnerMap } from './partner-map.ts';

/** What overlays did to a rule or a table. */
export interface OverlayChange {
  /** Id of the overlay. */
  readonly overlay: string;
  readonly change: 'patched' | 'removed' | 'added';
  /** Id of the rule; absent where a table changed. */
  readonly rule?: string | undefined;
  /** Name of the table; absent where a rule changed. */
  readonly table?: string | undefined;
  /** The parts of it that changed: fields of the rule, codes of the table. */
  readonly parts?: readonly string[] | undefined;
}

/** A map as it runs, and where it differs from the standard one. */
export interface Explanation {
  readonly hash: string;
  /** The map in effect, after overlays. */
  readonly map: PartnerMap;
  readonly overlays: readonly { readonly id: string; readonly version: string }[];
  /** In the order the overlays made them. */
  readonly changes: readonly OverlayChange[];
}
