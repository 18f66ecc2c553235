import type { Definition } from './definition/definition.ts';
import { envelopeIssue } from './envelope/envelope-issue.ts';
import type { FunctionalGroup, TransactionSet } from './envelope/interchange.ts';
import type { Issue } from './issue.ts';
import { makeIssue } from './make-issue.ts';
import { elementSpan } from './validate/element-span.ts';

/** The definitions for the sets of a group. */
export interface GroupDefinitions {
  /** Faults of the group: then no set is looked up. */
  readonly issues: readonly Issue[];
  find(set: TransactionSet): { readonly definition?: Definition | undefined; readonly issues: readonly Issue[] };
}

/**
 * Finds the definitions for a group by GS01 and the release, which is the first six characters of GS08; what follows is
 * an industry's suffix (004010VICS). A release for which there is no definition is refused at GS08, a group type that does
 * not fit its sets at GS01, a set without definition at ST01.
 */
export function resolveGroup(group: FunctionalGroup, definitions: readonly Definition[]): GroupDefinitions {
  const { functionalIdentifier, version } = group.header;
  const release = version.slice(0, 6);
  const known = definitions.filter((definition) => definition.release === release);
  if (known.length === 0) return refused(groupIssue('group-release', group, 8, releasesOf(definitions)));
  const definitionOf = (set: TransactionSet) => known.find(({ id }) => id === set.type);
  const isKnownType = known.some((definition) => definition.functionalIdentifier === functionalIdentifier);
  const hasTypeIssue = group.issues.some(({ code }) => code === 'group-type');
  if (!isKnownType && !hasTypeIssue) {
    const meant = group.sets.map(definitionOf).find((definition) => definition !== undefined);
    if (meant !== undefined) return refused(groupIssue('group-type', group, 1, meant.functionalIdentifier));
  }
  return {
    issues: [],
    find(set) {
      const definition = definitionOf(set);
      // A type that is none has its issue already.
      if (set.issues.some(({ code }) => code === 'set-type')) return { issues: [] };
      if (definition === undefined) return { issues: [setIssue('set-not-supported', set, known)] };
      const fits = definition.functionalIdentifier === functionalIdentifier || hasTypeIssue;
      return fits ? { definition, issues: [] } : { issues: [setIssue('set-type', set, known)] };
    },
  };
}

function refused(issue: Issue): GroupDefinitions {
  return { issues: [issue], find: () => ({ issues: [] }) };
}

const releasesOf = (definitions: readonly Definition[]): string =>
  [...new Set(definitions.map(({ release }) => release))].join(', ') || 'a release with a definition';

const GROUP_MESSAGES = {
  'group-release': 'there is no definition for the release of the group',
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
    at: { ...elementSpan(segment, { element }), element },
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
  const expected = known.map(({ id }) => id).join(', ');
  const { address } = set;
  return envelopeIssue(code, { segment, element: 1, address, message: SET_MESSAGES[code], expected });
}
