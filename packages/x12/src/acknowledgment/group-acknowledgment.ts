import type { Delimiters } from '../envelope/interchange.ts';
import type {
  FunctionalAcknowledgment997,
  FunctionalAcknowledgment997AK2Loop,
} from '../generated/004010/functional-acknowledgment-997.ts';
import type { AK5, AK9 } from '../generated/004010/segments.ts';
import type { Issue } from '../issue.ts';
import type { ReceivedGroup, ReceivedSet } from '../received.ts';
import { acknowledgmentCode } from './acknowledgment-code.ts';
import { segmentErrors } from './segment-errors.ts';

/**
 * The 997 for one received group. AK1 and AK2 repeat what was received. A group that is itself at fault is rejected as a
 * whole: its sets are then not spoken of one by one.
 */
export function groupAcknowledgment(group: ReceivedGroup, delimiters: Delimiters): FunctionalAcknowledgment997 {
  const { header, issues, sets } = group;
  const codes = codesOf(issues.filter(isError), 'AK905');
  const isFaulty = issues.some(isError);
  // A set without type or control number can not be named; the counts have it.
  const named = isFaulty ? [] : sets.filter(({ type, controlNumber }) => type !== '' && controlNumber !== '');
  return {
    AK1: { functionalIdentifier: header.functionalIdentifier, groupControlNumber: header.controlNumber },
    ...(named.length === 0 ? {} : { AK2Loop: named.map((set) => setAcknowledgment(set, delimiters)) }),
    AK9: {
      groupAcknowledgment: GROUP_VERDICTS[isFaulty ? 'rejected' : group.status],
      includedSets: includedSets(group),
      receivedSets: String(sets.length),
      acceptedSets: String(isFaulty ? 0 : sets.filter(({ status }) => status !== 'rejected').length),
      ...errorFields(codes, GROUP_ERRORS),
    },
  };
}

const GROUP_VERDICTS = {
  accepted: 'A',
  'accepted-with-errors': 'E',
  'partially-accepted': 'P',
  rejected: 'R',
} as const;
const SET_VERDICTS = { accepted: 'A', 'accepted-with-errors': 'E', rejected: 'R' } as const;
const GROUP_ERRORS = [
  'groupError',
  'groupError2',
  'groupError3',
  'groupError4',
  'groupError5',
] as const satisfies (keyof AK9)[];
const SET_ERRORS = ['setError', 'setError2', 'setError3', 'setError4', 'setError5'] as const satisfies (keyof AK5)[];

const isError = ({ severity }: Issue): boolean => severity === 'error';

/** AK902 is what GE01 says, even where it is wrong: that is what the sender can compare. */
function includedSets({ issues, sets }: ReceivedGroup): string {
  const claimed = issues.find(({ code }) => code === 'group-set-count')?.found ?? '';
  return /^\d{1,6}$/.test(claimed) ? claimed : String(sets.length);
}

function setAcknowledgment(set: ReceivedSet, delimiters: Delimiters): FunctionalAcknowledgment997AK2Loop {
  const issues = set.issues.filter(
    ({ severity }) => severity === 'error' || (set.status === 'accepted-with-errors' && severity === 'warning'),
  );
  const segments = set.status === 'accepted' ? [] : segmentErrors(set, issues, delimiters);
  return {
    AK2: { transactionSetType: set.type, setControlNumber: set.controlNumber },
    ...(segments.length === 0 ? {} : { AK3Loop: segments }),
    AK5: { setAcknowledgment: SET_VERDICTS[set.status], ...errorFields(setCodes(set, issues), SET_ERRORS) },
  };
}

/** AK502 5: one or more segments are in error. */
const SEGMENTS_IN_ERROR = '5';

function setCodes(set: ReceivedSet, issues: readonly Issue[]): readonly string[] {
  if (set.status === 'accepted') return [];
  const own = codesOf(issues, 'AK502');
  const isInSegments = issues.some(({ acknowledgment }) => /^AK[34]0[34]-/.test(acknowledgment ?? ''));
  // A rejection says why, also where the issue has no code at this release.
  const isUnexplained = set.status === 'rejected' && own.length === 0;
  return isInSegments || isUnexplained ? [...new Set([SEGMENTS_IN_ERROR, ...own])] : own;
}

function codesOf(issues: readonly Issue[], place: 'AK502' | 'AK905'): readonly string[] {
  const codes = issues.map((issue) => acknowledgmentCode(issue, place));
  return [...new Set(codes.filter((code) => code !== undefined))];
}

/** Five codes have a place; more say nothing new. */
function errorFields<Name extends string>(
  codes: readonly string[],
  names: readonly Name[],
): Partial<Record<Name, string>> {
  const fields: Partial<Record<Name, string>> = {};
  names.forEach((name, index) => {
    const code = codes[index];
    if (code !== undefined) fields[name] = code;
  });
  return fields;
}
