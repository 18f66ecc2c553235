import type { Definition } from './definition/definition.ts';
import { nearestRelease } from './definition/nearest-release.ts';
import { withOpenCodes } from './definition/with-open-codes.ts';
import { envelopeIssue } from './envelope/envelope-issue.ts';
import type { FunctionalGroup, Interchange, TransactionSet } from './envelope/interchange.ts';
import type { Issue } from './issue.ts';
import { makeIssue } from './make-issue.ts';
import { elementSpan } from './validate/element-span.ts';

/** The definitions for the sets of a group. */
export interface GroupDefinitions {
  /** Faults of the group, after which no set is looked up; or information on the release that it is read with. */
  readonly issues: readonly Issue[];
  find(set: TransactionSet): { readonly definition?: Definition | undefined; readonly issues: readonly Issue[] };
}

export interface ResolveOptions {
  readonly nearest?: boolean | undefined;
  /** Around the group: its separators may not be those that a guide wants. */
  readonly interchange?: Pick<Interchange, 'delimiters' | 'offset' | 'segment'> | undefined;
}

/**
 * Finds the definitions for a group by GS01 and the release, which is the first six characters of GS08; what follows is
 * an industry's suffix (004010VICS). A release for which there is no definition is refused at GS08, a group type that does
 * not fit its sets at GS01, a set without definition at ST01. With `nearest` a set that has no definition at the release
 * gets that of the nearest release, with all code lists open; the group then says so as information at GS08.
 */
export function resolveGroup(
  group: FunctionalGroup,
  definitions: readonly Definition[],
  { nearest = false, interchange }: ResolveOptions = {},
): GroupDefinitions {
  const { functionalIdentifier, version } = group.header;
  const release = version.slice(0, 6);
  const exact = definitions.filter((definition) => definition.release === release);
  // A text that is no release is near to none.
  const known = nearest && nearestRelease(release, definitions) !== undefined ? definitions : exact;
  if (known.length === 0) return refused(groupIssue('group-release', group, 8, releasesOf(definitions)));
  const definitionOf = lookUp(release, exact, known);
  const isKnownType = known.some((definition) => definition.functionalIdentifier === functionalIdentifier);
  const hasTypeIssue = group.issues.some(({ code }) => code === 'group-type');
  const found = group.sets.map(({ type }) => definitionOf(type)).filter((definition) => definition !== undefined);
  const [meant] = found;
  if (!isKnownType && !hasTypeIssue && meant !== undefined)
    return refused(groupIssue('group-type', group, 1, meant.functionalIdentifier));
  const others = found.filter((definition) => definition.release !== release);
  return {
    issues: others.length === 0 ? [] : [groupIssue('group-release-nearest', group, 8, releasesOf(others))],
    find(set) {
      const definition = definitionOf(set.type);
      // A type that is none has its issue already.
      if (set.issues.some(({ code }) => code === 'set-type')) return { issues: [] };
      if (definition === undefined) return { issues: [setIssue('set-not-supported', set, known)] };
      const fits = definition.functionalIdentifier === functionalIdentifier || hasTypeIssue;
      return fits
        ? { definition, issues: separatorIssues(definition, set, interchange) }
        : { issues: [setIssue('set-type', set, known)] };
    },
  };
}

/** Separators that the guide of a set does not want: told of each set, because each is answered for itself. */
function separatorIssues(
  { guide }: Definition,
  { address }: TransactionSet,
  interchange: ResolveOptions['interchange'],
): readonly Issue[] {
  if (guide === undefined || interchange === undefined) return [];
  const { delimiters, offset, segment } = interchange;
  const at = { offset, length: segment.length };
  return guide.checkSeparators(delimiters).map((issue) => ({ ...issue, at, address }));
}

/** The definition by ST01: of the release, or of the nearest among those that are known. */
function lookUp(
  release: string,
  exact: readonly Definition[],
  known: readonly Definition[],
): (type: string) => Definition | undefined {
  const found = new Map<string, Definition | undefined>();
  return (type) => {
    if (!found.has(type)) found.set(type, exact.find(({ id }) => id === type) ?? near(type));
    return found.get(type);
  };

  function near(type: string): Definition | undefined {
    const others = known.filter(({ id }) => id === type);
    const definition = nearestRelease(release, others);
    return definition && withOpenCodes(definition);
  }
}

function refused(issue: Issue): GroupDefinitions {
  return { issues: [issue], find: () => ({ issues: [] }) };
}

const releasesOf = (definitions: readonly Definition[]): string =>
  [...new Set(definitions.map(({ release }) => release))].join(', ') || 'a release with a definition';

const GROUP_MESSAGES = {
  'group-release': 'there is no definition for the release of the group',
  'group-release-nearest': 'the group is read with the definitions of the nearest release, all code lists open',
  'group-type': 'the type of the group does not fit its transaction sets',
} as const;

function groupIssue(
  code: keyof typeof GROUP_MESSAGES,
  group: FunctionalGroup,
  element: number,
  expected: string,
): Issue {
  const { header, address, segment } = group;
  return makeIssue(code, {
    message: GROUP_MESSAGES[code],
    at: { ...elementSpan(segment, { element }), segment: segment.position, element },
    address,
    path: ['GS', `GS0${element}`],
    expected,
    found: element === 8 ? header.version : header.functionalIdentifier,
  });
}

const SET_MESSAGES = {
  'set-not-supported': 'there is no definition for this transaction set',
  'set-type': 'the transaction set does not belong into this functional group',
} as const;

function setIssue(code: keyof typeof SET_MESSAGES, set: TransactionSet, known: readonly Definition[]): Issue {
  const [segment] = set.segments;
  if (segment === undefined) throw new TypeError('a transaction set has at least its ST');
  const expected = [...new Set(known.map(({ id }) => id))].join(', ');
  const { address } = set;
  return envelopeIssue(code, { segment, element: 1, address, message: SET_MESSAGES[code], expected });
}
