import type { CanonicalView } from './canonical-view.ts';
import type { Lines } from './lines.ts';

/** What is inside of one transaction set. */
export interface SetAnswer {
  readonly tree: Lines;
  /** Its typed document; no lines where nothing could be made. */
  readonly json: Lines;
  readonly canonical: CanonicalView;
}
