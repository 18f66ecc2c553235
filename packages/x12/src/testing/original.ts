import type { Definition } from '../definition/definition.ts';
import type { Delimiters } from '../envelope/interchange.ts';
import { constraintsOf, type GuideConstraints } from '../guide/constraints-of.ts';
import { severityOf } from '../guide/severity-of.ts';
import type { Issue, Severity } from '../issue.ts';
import { type IssueCode, issueCodes } from '../issue-codes.ts';
import { parse } from '../parse.ts';
import { read } from '../read.ts';
import type { MatchedLoop, MatchedSegment } from '../structure/matched.ts';
import { validateSet } from '../validate/validate-set.ts';
import {
  bytesOf,
  type EditableInterchange,
  type EditableSegment,
  editableInterchange,
} from './editable-interchange.ts';
import { GuideMentions } from './guide-mentions.ts';
import type { ExpectedIssue, Mutant } from './mutant.ts';

/** A sound interchange to put faults into: the first set of a definition in it, with the place of each segment. */
export interface Original extends EditableInterchange {
  readonly definition: Definition;
  readonly bytes: Uint8Array;
  readonly delimiters: Delimiters;
  /** Indexes in `segments`. */
  readonly group: number;
  readonly set: number;
  readonly setTrailer: number;
  readonly groupTrailer: number;
  readonly trailer: number;
  readonly root: MatchedLoop;
  /** Segments of the set, in order. */
  readonly places: readonly MatchedSegment[];
  /** What the definition's companion guide asks, where it has one. */
  readonly guide: GuideConstraints | undefined;
  readonly mentions: GuideMentions;
}

/**
 * Takes an interchange apart.
 * @throws RangeError when it is not one interchange that is accepted without an issue, with a set of the definition.
 */
export function originalOf(bytes: Uint8Array, definition: Definition): Original {
  const found = read(bytes, { sets: [definition] });
  const [interchange] = parse(bytes).interchanges;
  if (interchange === undefined || found.interchanges.length !== 1) throw new RangeError('not one interchange');
  if (found.issues.length > 0) throw new RangeError(`the interchange is not sound: ${sentence(found.issues)}`);
  const edited = editableInterchange(bytes, interchange.delimiters);
  const ids = edited.segments.map(({ elements }) => elements[0]);
  const set = edited.segments.findIndex(({ elements }) => elements[0] === 'ST' && elements[1] === definition.id);
  const received = interchange.groups.flatMap(({ sets }) => sets).find(({ type }) => type === definition.id);
  if (set < 0 || received === undefined) throw new RangeError(`the interchange holds no ${definition.id}`);
  const guide = definition.guide && constraintsOf(definition, definition.guide.guide);
  const { root } = validateSet(definition, received, { issues: 1 });
  return {
    ...edited,
    definition,
    bytes,
    group: ids.lastIndexOf('GS', set),
    set,
    setTrailer: ids.indexOf('SE', set),
    groupTrailer: ids.indexOf('GE', set),
    trailer: ids.indexOf('IEA', set),
    root,
    places: placesIn(root),
    guide,
    mentions: new GuideMentions(guide),
  };
}

const sentence = (issues: readonly Issue[]): string => issues[0]?.message ?? '';

const placesIn = (loop: MatchedLoop): MatchedSegment[] =>
  loop.members.flatMap((member) => (member.kind === 'loop' ? placesIn(member) : [member]));

/** Where the issue must be, and what differs from the table of issue codes. */
export interface ExpectedPlace extends Partial<Omit<ExpectedIssue, 'code'>> {}

/** A mutant of the whole interchange as given segments. */
export function mutant(
  original: Original,
  name: string,
  code: IssueCode,
  place: ExpectedPlace,
  segments: readonly EditableSegment[],
  options: Mutant['options'] = {},
): Mutant {
  const expected = { ...expectedIssue(code, place), ...verdictOf(original.definition, code) };
  return { name, bytes: bytesOf(original, segments), options, expected };
}

/** What the table of a companion guide makes of a fault: of its own always, of the standard's where it is named. */
function verdictOf({ guide }: Definition, code: IssueCode): { severity?: Severity } {
  if (guide === undefined) return {};
  const isSettled = code.startsWith('guide-') || Object.hasOwn(guide.guide.violations ?? {}, code);
  return isSettled ? { severity: severityOf(guide.guide, code) } : {};
}

/** The issue of a kind: severity and acknowledgment code from the table unless given. */
export function expectedIssue(code: IssueCode, place: ExpectedPlace): ExpectedIssue {
  const [severity, acknowledgment] = issueCodes[code] as readonly [Severity, string?];
  return { code, severity, ...(acknowledgment === undefined ? {} : { acknowledgment }), ...place };
}

/** The segments with those of the set's body, between ST and SE, replaced and counted in SE01. */
export function withBody(original: Original, body: readonly EditableSegment[]): EditableSegment[] {
  const { segments, set, setTrailer } = original;
  const trailer = segments[setTrailer] as EditableSegment;
  const [id = 'SE', , ...rest] = trailer.elements;
  const counted = { lead: trailer.lead, elements: [id, String(body.length + 2), ...rest] };
  return [...segments.slice(0, set + 1), ...body, counted, ...segments.slice(setTrailer + 1)];
}

/** The segments between ST and SE. */
export function bodyOf({ segments, set, setTrailer }: Original): EditableSegment[] {
  return segments.slice(set + 1, setTrailer);
}
