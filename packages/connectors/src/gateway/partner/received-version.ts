import type { CompiledMap } from '@dist/mapping';
import type { Guide } from '@dist/x12/guide';

/** How one transaction set of a partner is read in one version of what was agreed (R27). */
export interface ReceivedVersion {
  /** `x12/004010/850`. */
  readonly native: string;
  /** Kind of the canonical document that the map makes: `order`, `remittance`. */
  readonly canonical: string;
  readonly map: CompiledMap<unknown, unknown>;
  /** The companion guide that it is read by (R10). */
  readonly guide?: Guide | undefined;
  /** Version of the partner's profile, where it has several. */
  readonly version?: string | undefined;
}
