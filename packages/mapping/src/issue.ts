import type { Issue } from '@dist/canonical';

/** A fault of a map or of a document under a map: an Issue that names the rule it stands at. */
export interface MappingIssue extends Issue {
  /** Id of the rule; absent where the fault is of the map or document as a whole. */
  readonly rule?: string | undefined;
  /** The side whose path `path` is: the partner's document or the canonical one. Absent for faults of a map. */
  readonly side?: Side | undefined;
}

/** The two ends of a map. */
export type Side = 'native' | 'canonical';
