import type { GuideCharacters } from './guide.ts';

/** The characters that a guide allows, and what is written instead of others. */
export interface CompiledCharacters {
  /** The first character that is not allowed. */
  strange(text: string): string | undefined;
  /** The text with what can be replaced replaced. */
  replaced(text: string): string;
}

// X12.6 3.3: basic has capitals, digits, blank and these; extended adds small letters and the second row. Accented letters
// are a matter of agreement: `also`.
const BASIC = 'ABCDEFGHIJKLMNOPQRSTUVWXYZ0123456789 !"&\'()*+,-./:;?=';
const EXTENDED = `${BASIC}abcdefghijklmnopqrstuvwxyz%~@[]_{}\\|<>#$`;
// 005010 adds the circumflex and the grave accent, as public implementations of both releases have it.
const LATER = '^`';
const FIRST_LATER = '005010';

/** Prepares the characters of a guide for a release. */
export function guideCharacters(rule: GuideCharacters, release: string): CompiledCharacters {
  const allowed = allowedCharacters(rule, release);
  const { replace = {}, fold = false, otherwise } = rule;
  const known = new Map(Object.entries(replace));
  const instead = (sign: string): string => {
    const given = known.get(sign) ?? (fold ? folded(sign, allowed) : undefined);
    return given ?? otherwise ?? sign;
  };
  const strange = (text: string): string | undefined => {
    for (const sign of text) if (!allowed.has(sign)) return sign;
    return undefined;
  };
  return {
    strange,
    replaced(text) {
      if (strange(text) === undefined) return text;
      return Array.from(text, (sign) => (allowed.has(sign) ? sign : instead(sign))).join('');
    },
  };
}

/** Every character that may stand in a value at a release. */
export function allowedCharacters(
  { set, also = '', except = '' }: GuideCharacters,
  release: string,
): ReadonlySet<string> {
  const extended = release < FIRST_LATER ? EXTENDED : EXTENDED + LATER;
  const allowed = new Set((set === 'basic' ? BASIC : extended) + also);
  for (const sign of except) allowed.delete(sign);
  return allowed;
}

/** `é` as `e`, or as `E` where that is what the set has. */
function folded(sign: string, allowed: ReadonlySet<string>): string | undefined {
  const plain = sign.normalize('NFD').replace(/\p{M}/gu, '');
  const forms = [plain, plain.toUpperCase()];
  return forms.find((form) => form !== '' && Array.from(form).every((one) => allowed.has(one)));
}
