import { functionalAcknowledgment997 } from '../004010/definitions.ts';
import type { Issue } from '../issue.ts';

/** The places of a 997 that take a code: AK304, AK403, AK502 and AK905 (each the first of its kind). */
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

/**
 * The code of an issue for a place of a 997 at 004010, or nothing when the issue belongs elsewhere or the release has no
 * code for it: no code is better than one that the receiver can not look up.
 */
export function acknowledgmentCode(issue: Issue, place: CodePlace): string | undefined {
  const { acknowledgment } = issue;
  if (acknowledgment === undefined || !acknowledgment.startsWith(`${place}-`)) return undefined;
  const code = Object.hasOwn(SUBSTITUTES, acknowledgment) ? SUBSTITUTES[acknowledgment] : acknowledgment.slice(6);
  return code !== undefined && codesOf(place).has(code) ? code : undefined;
}

const NONE: ReadonlySet<string> = new Set();

function codesOf(place: CodePlace): ReadonlySet<string> {
  const segment = functionalAcknowledgment997.segments[place.slice(0, 3)];
  return segment?.elements.find(({ designator }) => designator === place)?.codes ?? NONE;
}
