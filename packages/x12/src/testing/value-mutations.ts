import type { ElementUse } from '../definition/definition.ts';
import type { Delimiters } from '../envelope/interchange.ts';
import type { IssueCode } from '../issue-codes.ts';

/** A value that an element must refuse, and why. */
export interface ValueMutation {
  readonly text: string;
  readonly code: IssueCode;
  /** `is too long`. */
  readonly what: string;
}

/** Longest value that is made: longer ones would only be a burden. */
const LONGEST = 10_000;

/** One value for each way in which a value can be wrong, by type, lengths and closed code list. */
export function valueMutations(use: ElementUse, delimiters: Delimiters): ValueMutation[] {
  const { minimum, maximum, type } = use;
  const sign = /^(?:AN|ID|B)$/.test(type) ? 'X' : '1';
  const long: ValueMutation = { text: sign.repeat(maximum + 1), code: 'element-too-long', what: 'is too long' };
  const short: ValueMutation = { text: sign.repeat(minimum - 1 || 1), code: 'element-too-short', what: 'is too short' };
  return [...(maximum < LONGEST ? [long] : []), ...(minimum > 1 ? [short] : []), ...contentMutations(use, delimiters)];
}

function contentMutations(use: ElementUse, delimiters: Delimiters): ValueMutation[] {
  const { minimum, maximum, type } = use;
  const invalid = (text: string, what: string): ValueMutation => ({ text, code: 'element-invalid-character', what });
  switch (type) {
    case 'AN':
    case 'ID':
      return [
        invalid('X'.repeat(minimum - 1) + controlCharacter(delimiters), 'holds a control character'),
        invalid(' '.repeat(minimum), 'is blank'),
        ...codeMutations(use),
      ];
    case 'B':
      return [];
    case 'DT': {
      // A text of eight digits where it may be, for the century.
      const text = maximum >= 8 ? '20260230' : '260230';
      return [{ text, code: 'element-invalid-date', what: 'is the 30th of February' }];
    }
    case 'TM':
      return [
        {
          text: '25000000'.slice(0, Math.max(minimum, 4)),
          code: 'element-invalid-time',
          what: 'is a time of 25 hours',
        },
      ];
    case 'R':
      return [
        invalid(`${'1'.repeat(minimum)}.0.0`, 'has two decimal points'),
        invalid('A'.repeat(minimum), 'is letters'),
      ];
    default:
      return [invalid(`${'1'.repeat(minimum)}.0`, 'has a decimal point'), invalid('A'.repeat(minimum), 'is letters')];
  }
}

function controlCharacter(delimiters: Delimiters): string {
  const used = Object.values(delimiters);
  return ['\u0002', '\u0003', '\u0004', '\u0005', '\u0006'].find((sign) => !used.includes(sign)) ?? '\u0007';
}

function codeMutations({ codes, minimum, type }: ElementUse): ValueMutation[] {
  if (codes === undefined || type !== 'ID') return [];
  const text = ['Z', 'Q', 'W', '8', '7'].map((sign) => sign.repeat(minimum)).find((candidate) => !codes.has(candidate));
  return text === undefined ? [] : [{ text, code: 'element-invalid-code', what: 'is no code of its list' }];
}
