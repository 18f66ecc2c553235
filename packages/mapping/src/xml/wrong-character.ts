// With the flag u a surrogate without its other half is a character of its own.
const noCharacter = /[^\t\n\r\u{20}-\u{d7ff}\u{e000}-\u{fffd}\u{10000}-\u{10ffff}]/u;

/** Where the first character stands that XML 1.0 does not have (production 2): a control character, half a surrogate pair. */
export function wrongCharacter(text: string): { readonly at: number; readonly name: string } | undefined {
  const at = text.search(noCharacter);
  if (at < 0) return undefined;
  const code = text.charCodeAt(at);
  const number = `U+${code.toString(16).toUpperCase().padStart(4, '0')}`;
  const isHalf = code >= 0xd800 && code <= 0xdfff;
  return { at, name: isHalf ? `${number}, half a surrogate pair` : `the character ${number}` };
}
