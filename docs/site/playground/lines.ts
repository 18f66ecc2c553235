/**
 * Many lines as one text and the place of each: a list of 200,000 short texts takes a page ten times as long to receive from a
 * worker as one long text.
 */
export interface Lines {
  readonly text: string;
  /** Where each line starts in the text; a line feed stands behind each. */
  readonly starts: Uint32Array;
  /** Whether lines were left out at the end. */
  readonly isCut: boolean;
}

/** Most lines that are kept of one view: browsers can not scroll through much more. */
export const MOST_LINES = 500_000;
/** Most characters of one line; the page is no place to read longer ones. */
export const LONGEST_LINE = 2000;

/** Takes lines until there are too many; the rest is never made. */
export function linesOf(lines: Iterable<string>): Lines {
  const starts: number[] = [];
  const parts: string[] = [];
  let length = 0;
  let isCut = false;
  for (const line of lines) {
    if (starts.length === MOST_LINES) {
      isCut = true;
      break;
    }
    const shown = line.length > LONGEST_LINE ? `${line.slice(0, LONGEST_LINE)}…` : line;
    starts.push(length);
    parts.push(shown);
    length += shown.length + 1;
  }
  return { text: parts.length === 0 ? '' : `${parts.join('\n')}\n`, starts: Uint32Array.from(starts), isCut };
}

export function lineAt({ text, starts }: Lines, index: number): string {
  const start = starts[index];
  return start === undefined ? '' : text.slice(start, (starts[index + 1] ?? text.length) - 1);
}
