import { demoteEchoes } from '../acknowledgment/demote-echoes.ts';
import type { Definition } from '../definition/definition.ts';
import type { Segment, TransactionSet } from '../envelope/interchange.ts';
import type { Issue } from '../issue.ts';
import { withDefaults } from '../limits.ts';
import { makeIssue } from '../make-issue.ts';
import { type MatchedLoop, pathOf } from '../structure/matched.ts';
import { validateSet } from '../validate/validate-set.ts';
import { type EncodedPlace, type EncodedStructure, encodeStructure } from './encode-structure.ts';

/** What a document came to: its segments, the place of each, and all that is wrong. */
export interface EncodedDocument extends EncodedStructure {
  readonly issues: readonly Issue[];
}

/** Writes a document as segments and checks them as if they had come in. */
export function encodeDocument(definition: Definition, document: unknown): EncodedDocument {
  const faults: Issue[] = [];
  const { segments: written, places } = encodeStructure(definition, document, (issue) => faults.push(issue));
  if (faults.length > 0) return { segments: written, places, issues: faults };
  const { guide } = definition;
  const segments = guide === undefined ? written : guide.replaced(written);
  const { root, issues: found } = validateSet(definition, asSet(definition.id, segments), {
    issues: withDefaults().issues,
  });
  const issues = demoteEchoes(definition, found)
    .map((issue) => inDocument(issue, places))
    .map((issue) => guide?.asOutgoing(issue) ?? issue);
  return { segments, places, issues: issues.some(isError) ? issues : [...issues, ...misread(root, places)] };
}

const isError = ({ severity }: Issue): boolean => severity === 'error';

/** The place of what is missing is in the path; the position is that of what comes in its stead. */
const MISSING_SEGMENT = 'AK304-3';

/** ST stands before the first segment of a document. */
const FIRST_POSITION = 2;

/**
 * The issue with its place in the document, as far as it is about one segment: the document counts repeats of segments
 * and nests levels, which the path of a received segment does not.
 */
function inDocument(issue: Issue, places: readonly EncodedPlace[]): Issue {
  const { segment, element } = issue.at;
  const path = segment === undefined ? undefined : places[segment - FIRST_POSITION]?.path;
  if (path === undefined || issue.acknowledgment === MISSING_SEGMENT) return issue;
  return { ...issue, path: element === undefined ? path : [...path, ...issue.path.slice(-1)] };
}

/**
 * The standard tells loops apart by order alone. Where nothing stands between two places for the same segment (the codes
 * of a lead time and those of its line), the receiver takes the first: such a document can not be written.
 */
function misread(loop: MatchedLoop, places: readonly EncodedPlace[]): Issue[] {
  for (const member of loop.members) {
    const inner = member.kind === 'loop' ? misread(member, places) : [];
    if (inner.length > 0) return inner;
    if (member.kind === 'loop') continue;
    const meant = places[member.segment.position - FIRST_POSITION];
    if (meant === undefined || meant.use === member.use) continue;
    const taken = pathOf(member).join('.');
    const message = `${meant.path.join('.')} would be read as ${taken}, because nothing stands between the two places`;
    const at = { offset: 0, length: 0, segment: member.segment.position };
    return [makeIssue('document-value', { message, at, address: {}, path: meant.path, expected: taken })];
  }
  return [];
}

const CONTROL_NUMBER = '0001';

/** The segments between ST and SE, which a check needs; both are right by construction. */
function asSet(type: string, segments: readonly Segment[]): TransactionSet {
  const count = String(segments.length + 2);
  const all = [envelope('ST', 1, type), ...segments, envelope('SE', segments.length + 2, count)];
  return {
    type,
    controlNumber: CONTROL_NUMBER,
    segments: all,
    issues: [],
    address: { set: CONTROL_NUMBER, type },
    offset: 0,
    length: 0,
  };
}

const envelope = (id: string, position: number, first: string): Segment => ({
  id,
  position,
  elements: [{ repeats: [[first]] }, { repeats: [[CONTROL_NUMBER]] }],
  offset: 0,
  length: 0,
});
