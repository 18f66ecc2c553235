/** What is longer is not looked for: no set is that deep. */
const MOST_CHARACTERS = 80;

/**
 * The path that a person most likely meant by one that leads nowhere: one in the words of a document (`PO1Loop/0/PO1/PO102`),
 * a qualifier without its element (`N1[ST]`), small letters, or a segment named in front of its own element (`BEG/BEG03`,
 * `BEG/03`).
 */
export function nearPath(text: string, isPath: (text: string) => boolean): string | undefined {
  if (text.length > MOST_CHARACTERS) return undefined;
  const written = inGuideWords(text);
  // `BEG/03`: what comes behind the solidus is no number of a step there.
  const joined = text.replace(/\/(\d\d(?:-\d{1,2})?)$/, '$1');
  return [joined, written, ...shorter(written)].find((one) => one !== text && isPath(one));
}

/** The same in the notation of guides: loops by their first segment, no numbers of steps, qualifiers with an element. */
function inGuideWords(text: string): string {
  return text
    .replaceAll(/\[[^\]]*\]|[^[]+/g, (piece) => (piece.startsWith('[') ? piece : piece.toUpperCase()))
    .replaceAll(/LOOP\d*(?=[/[]|$)/g, '')
    .replaceAll(/\/\d+(?=\/|$)/g, '')
    .replaceAll(/\[([A-Z0-9]*[A-Z][A-Z0-9]*)\]/g, '[01=$1]')
    .replaceAll(/(^|\/)(\w+)\/(?=\2(?:\/|$))/g, '$1');
}

/** Without one of its steps; the later ones first, where a segment is named in front of its element. */
function shorter(text: string): string[] {
  const steps = text.split('/');
  return steps
    .slice(0, -1)
    .map((_, without) => steps.filter((_step, at) => at !== without).join('/'))
    .reverse();
}
