import type { MatchedLoop, MatchedSegment } from '../structure/matched.ts';

/** Positions of the first and the last segment of a member. */
export function spanOf(member: MatchedSegment | MatchedLoop | undefined): readonly [first: number, last: number] {
  if (member === undefined) return [0, 0];
  if (member.kind === 'segment') return [member.segment.position, member.segment.position];
  return [spanOf(member.members[0])[0], spanOf(member.members.at(-1))[1]];
}
