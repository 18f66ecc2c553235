import type { Definition } from '../definition/definition.ts';
import type { Segment, TransactionSet } from '../envelope/interchange.ts';
import { visible } from '../format/visible.ts';
import type { Issue } from '../issue.ts';
import type { ValidatedSet } from '../validate/validate-set.ts';
import { issueLine } from './issue-line.ts';
import { placeOfSegments, type SegmentPlace } from './place-of-segments.ts';
import { segmentLines } from './segment-lines.ts';

/** A set with the structure that its definition gives it. */
export interface PlacedSet extends Pick<ValidatedSet, 'root' | 'levels'> {
  readonly definition: Definition;
}

/** The lines of a transaction set, in the order of its segments. What has no place in the structure is shown all the same. */
export function setLines(
  set: Pick<TransactionSet, 'type' | 'controlNumber' | 'segments'>,
  issues: readonly Issue[],
  placed?: PlacedSet,
): string[] {
  const { segments } = set;
  const places = placed === undefined ? new Map<number, SegmentPlace>() : placeOfSegments(placed.root, placed.levels);
  const name = placed === undefined ? '' : ` ${placed.definition.name.toLowerCase()}`;
  const bySegment = grouped(issues);
  const lines = [
    visible(`Transaction set ${set.controlNumber}: ${set.type}${name}, ${segments.length} segments`),
    ...(bySegment.get(0) ?? []).map((issue) => `  ${issueLine(issue)}`),
  ];
  let depth = 0;
  for (let index = 0; index < segments.length; index++) {
    const segment = segments[index] as Segment;
    const place = places.get(segment.position);
    // ST, SE and what has no place: the envelope stands at the left, a stray where it was found.
    if (place !== undefined) depth = place.depth;
    else if (segment.id === 'ST' || segment.id === 'SE') depth = 0;
    const indent = '  '.repeat(depth + 1);
    if (place?.heading !== undefined) lines.push(`${'  '.repeat(depth)}${visible(place.heading)}`);
    const own = bySegment.get(segment.position) ?? [];
    for (const line of segmentLines(segment, placed?.definition, own)) lines.push(indent + line);
    bySegment.delete(segment.position);
  }
  bySegment.delete(0);
  // What is missing behind the last segment.
  for (const rest of bySegment.values()) for (const issue of rest) lines.push(`  ${issueLine(issue)}`);
  return lines;
}

/** By the number of the segment; 0 for those of the whole set. */
function grouped(issues: readonly Issue[]): Map<number, Issue[]> {
  const groups = new Map<number, Issue[]>();
  for (const issue of issues) {
    const segment = issue.at.segment ?? 0;
    const group = groups.get(segment);
    if (group === undefined) groups.set(segment, [issue]);
    else group.push(issue);
  }
  return groups;
}
