/** Signs that move the cursor, ring, or turn the direction of writing, with the rest of a colour's sequence. */
const active = /\p{Cc}\[\d{1,2}m|[\p{Cc}\p{Cf}\p{Cs}\p{Zl}\p{Zp}]/gu;

/** Text of a partner as a terminal may have it: whatever would act there becomes `�`, but line breaks and, if asked, colours. */
export function visible(text: string, colours = false): string {
  return text.replace(active, (found) => {
    const isColour = found.startsWith('\u001b[');
    return found === '\n' || (isColour && colours) ? found : '\ufffd';
  });
}
