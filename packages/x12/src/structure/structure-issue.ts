import type { StructureNode } from '../definition/definition.ts';
import type { Segment } from '../envelope/interchange.ts';
import type { Address, Issue } from '../issue.ts';
import type { IssueCode } from '../issue-codes.ts';
import { makeIssue } from '../make-issue.ts';
import type { Level } from './level.ts';
import { loopPath } from './matched.ts';
import { segmentAt } from './places.ts';

/** A segment is where it can not be, too often, or not known. `node` is the place it was taken for. */
export function misplacedIssue(
  code: IssueCode,
  segment: Segment,
  address: Address,
  message: string,
  level: Level,
  node?: StructureNode,
): Issue {
  return makeIssue(code, {
    message: `${segment.id} ${message}`,
    at: { offset: segment.offset, length: segment.length, segment: segment.position },
    address,
    path: [...loopPath(level.loop), segment.id],
    expected:
      node === undefined || (!code.endsWith('use') && !code.endsWith('repeat'))
        ? undefined
        : `at most ${node.kind === 'segment' ? node.maximumUse : node.repeat}`,
    found: segment.id,
    severity: node?.sure === false ? 'information' : undefined,
  });
}

/** A mandatory segment, or a loop by its first segment, is not there: the place is that of the segment in its stead. */
export function missingIssue(node: StructureNode, next: Segment, address: Address, level: Level): Issue {
  const id = segmentAt(node);
  return makeIssue('segment-missing', {
    message: `mandatory segment ${id} is missing`,
    at: { offset: next.offset, length: 0, segment: next.position },
    address,
    path: [...loopPath(level.loop), ...(node.kind === 'loop' ? [node.key] : []), id],
    expected: id,
    found: next.id,
    severity: node.sure ? undefined : 'information',
  });
}
