import type { Issue } from '../issue.ts';
import type { AcknowledgmentForm } from './acknowledgment-form.ts';

/** The places of an acknowledgment that take a code, by their names in the 997 (each the first of its kind). */
export type CodePlace = 'AK304' | 'AK403' | 'AK502' | 'AK905';

/** What later releases say with a code of their own, in a code that 004010 has (R09). */
const SUBSTITUTES: Readonly<Record<string, string>> = {
  // Too many repetitions, too many components: too many data elements.
  'AK403-12': '3',
  'AK403-13': '3',
  // The set control number is not unique: it is not valid. Sources disagree whether 004010 has 23; it has 7 for certain.
  'AK502-23': '7',
  // The group control number is not unique: it breaks the rules for control numbers.
  'AK905-19': '6',
};

/** The same places in the 999. */
const PLACES_999: Readonly<Record<CodePlace, string>> = {
  AK304: 'IK304',
  AK403: 'IK403',
  AK502: 'IK502',
  AK905: 'AK905',
};

/**
 * The code of an issue for a place of an acknowledgment, or nothing when the issue belongs elsewhere or the release has no
 * code for it: no code is better than one that the receiver can not look up.
 */
export function acknowledgmentCode(issue: Issue, place: CodePlace, form: AcknowledgmentForm): string | undefined {
  const { acknowledgment } = issue;
  if (acknowledgment === undefined || !acknowledgment.startsWith(`${place}-`)) return undefined;
  const isSubstituted = form.definition.release < '005010' && Object.hasOwn(SUBSTITUTES, acknowledgment);
  const code = isSubstituted ? SUBSTITUTES[acknowledgment] : acknowledgment.slice(6);
  return code !== undefined && codesOf(place, form).has(code) ? code : undefined;
}

const NONE: ReadonlySet<string> = new Set();

function codesOf(place: CodePlace, { type, definition }: AcknowledgmentForm): ReadonlySet<string> {
  const designator = type === '999' ? PLACES_999[place] : place;
  const segment = definition.segments[designator.slice(0, 3)];
  return segment?.elements.find((use) => use.designator === designator)?.codes ?? NONE;
}
