/**
 * Text that can be printed as it is: control characters become their pictures (`␊`), and whatever else would move the
 * cursor or turn the direction of writing becomes `�`. One character stays one character, so that carets fit.
 */
export function visible(text: string): string {
  return text.replace(/[\p{Cc}\p{Cf}\p{Cs}\p{Zl}\p{Zp}]/gu, picture);
}

function picture(sign: string): string {
  const code = sign.codePointAt(0) ?? 0;
  if (code < 0x20) return String.fromCharCode(0x2400 + code);
  return code === 0x7f ? '\u2421' : '\ufffd';
}
