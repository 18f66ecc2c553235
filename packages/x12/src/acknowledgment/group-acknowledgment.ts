import type { Delimiters } from '../envelope/interchange.ts';
import type {
  FunctionalAcknowledgment997,
  FunctionalAcknowledgment997AK2Loop,
} from '../generated/005010/functional-acknowledgment-997.ts';
import type { AK5, AK9 } from '../generated/005010/segments.ts';
import type { Issue } from '../issue.ts';
import type { AcknowledgedGroup, AcknowledgedSet } from './acknowledged.ts';
import { acknowledgmentCode } from './acknowledgment-code.ts';
import type { AcknowledgmentForm } from './acknowledgment-form.ts';
import { segmentErrors } from './segment-errors.ts';

/**
 * The 997 for one received group, in the fields of 005010; those that 004010 lacks are left out for it. AK1 and AK2 repeat what was received. A group that is itself at fault is rejected as a
 * whole: its sets are then not spoken of one by one.
 */
export function groupAcknowledgment(
  group: AcknowledgedGroup,
  delimiters: Delimiters,
  form: AcknowledgmentForm,
): FunctionalAcknowledgment997 {
  const { header, issues, sets } = group;
  const codes = codesOf(issues.filter(isError), 'AK905', form);
  const isFaulty = issues.some(isError);
  // A set without type or control number can not be named; the counts have it.
  const named = isFaulty ? [] : sets.filter(({ type, controlNumber }) => type !== '' && controlNumber !== '');
  return {
    AK1: {
      functionalIdentifier: header.functionalIdentifier,
      groupControlNumber: header.controlNumber,
      ...(isLater(form) && VERSION.test(header.version) ? { releaseAndVersion: header.version } : {}),
    },
    ...(named.length === 0 ? {} : { AK2Loop: named.map((set) => setAcknowledgment(set, delimiters, form)) }),
    AK9: {
      groupAcknowledgment: GROUP_VERDICTS[isFaulty ? 'rejected' : group.status],
      includedSets: includedSets(group),
      receivedSets: String(receivedSets(group)),
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
function includedSets(group: AcknowledgedGroup): string {
  const claimed = group.issues.find(({ code }) => code === 'group-set-count')?.found ?? '';
  return /^\d{1,6}$/.test(claimed) ? claimed : String(receivedSets(group));
}

/** AK903, with the sets that were too many to be kept. AK902 and AK903 have six digits. */
function receivedSets({ issues, sets }: AcknowledgedGroup): number {
  const told = issues.find(({ code }) => code === 'group-too-many-sets')?.found ?? '';
  return Math.min(Math.max(sets.length, Number.parseInt(told, 10) || 0), 999_999);
}

function setAcknowledgment(
  set: AcknowledgedSet,
  delimiters: Delimiters,
  form: AcknowledgmentForm,
): FunctionalAcknowledgment997AK2Loop {
  const issues = set.issues.filter(
    ({ severity }) => severity === 'error' || (set.status === 'accepted-with-errors' && severity === 'warning'),
  );
  const segments = set.status === 'accepted' ? [] : segmentErrors(set, issues, delimiters, form);
  return {
    AK2: {
      transactionSetType: set.type,
      setControlNumber: set.controlNumber,
      ...(isLater(form) ? conventionOf(set) : {}),
    },
    ...(segments.length === 0 ? {} : { AK3Loop: segments }),
    AK5: { setAcknowledgment: SET_VERDICTS[set.status], ...errorFields(setCodes(set, issues, form), SET_ERRORS) },
  };
}

/** AK103 and AK203 exist from 005010 on. */
const isLater = ({ definition }: AcknowledgmentForm): boolean => definition.release >= '005010';

/** AK103 repeats GS08. */
const VERSION = /^[!-~]{1,12}$/;

/** AK203 repeats ST03, where the set names a guide. */
function conventionOf({ segments }: AcknowledgedSet): { implementationConvention?: string } {
  const text = segments[0]?.elements[2]?.repeats[0]?.[0] ?? '';
  return /^[!-~]{1,35}$/.test(text) ? { implementationConvention: text } : {};
}

/** AK502 5: one or more segments are in error. */
const SEGMENTS_IN_ERROR = '5';

function setCodes(set: AcknowledgedSet, issues: readonly Issue[], form: AcknowledgmentForm): readonly string[] {
  if (set.status === 'accepted') return [];
  const own = codesOf(issues, 'AK502', form);
  const isInSegments = issues.some(({ acknowledgment }) => /^AK[34]0[34]-/.test(acknowledgment ?? ''));
  // A rejection says why, also where the issue has no code at this release.
  const isUnexplained = set.status === 'rejected' && own.length === 0;
  return isInSegments || isUnexplained ? [...new Set([SEGMENTS_IN_ERROR, ...own])] : own;
}

function codesOf(issues: readonly Issue[], place: 'AK502' | 'AK905', form: AcknowledgmentForm): readonly string[] {
  const codes = issues.map((issue) => acknowledgmentCode(issue, place, form));
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
