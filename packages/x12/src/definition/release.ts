import type { SegmentDefinition } from './definition.ts';
import { readSegments } from './read-segments.ts';

/** The segments of one release, shared by its transaction sets. */
export interface Release {
  /** Version, release, subrelease: `004010`. */
  readonly release: string;
  readonly segments: Readonly<Record<string, SegmentDefinition>>;
}

/** The tables of a release as text, in the notation that `standard/` explains. */
export interface ReleaseText {
  readonly release: string;
  /** Tables that belong together. */
  readonly segments: readonly string[];
  readonly composites: string;
  readonly codes: string;
}

/** A release from its tables. They are read when first asked for, so that importing a definition costs nothing. */
export function defineRelease(text: ReleaseText): Release {
  let segments: Readonly<Record<string, SegmentDefinition>> | undefined;
  return {
    release: text.release,
    get segments() {
      segments ??= readSegments(text);
      return segments;
    },
  };
}
