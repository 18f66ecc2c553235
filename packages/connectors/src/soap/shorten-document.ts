/** A document whose long texts and values of attributes stand apart. */
export interface ShortenedDocument {
  readonly xml: string;
  /** A text or value with what stood there. */
  restore(text: string): string;
}

/** Longest text that stays. */
const longest = 256;

const sections = [
  ['<!--', '-->'],
  ['<![CDATA[', ']]>'],
  ['<?', '?>'],
] as const;

/**
 * Puts long texts aside: the parser goes through them sign by sign, a second for each megabyte. NUL stands around the number of
 * each, which no document of XML has; that, and that it is well-formed, the caller has checked. One pass.
 */
export function shortenDocument(xml: string): ShortenedDocument {
  const apart: string[] = [];
  const pieces: string[] = [];
  const add = (from: number, to: number): void => {
    const piece = xml.slice(from, to);
    pieces.push(piece.length <= longest ? piece : `\0${apart.push(piece) - 1}\0`);
  };
  for (let at = 0; at < xml.length; ) {
    const open = xml.indexOf('<', at);
    const start = open < 0 ? xml.length : open;
    add(at, start);
    const section = sections.find(([begin]) => xml.startsWith(begin, start));
    at = section === undefined ? addTag(xml, start, pieces, add) : behind(xml, section[1], start + section[0].length);
    // Nobody reads an instruction.
    if (section !== undefined) pieces.push(section[0] === '<?' ? '<?x?>' : xml.slice(start, at));
  }
  return {
    xml: pieces.join(''),
    restore: (text) =>
      apart.length === 0 ? text : text.replace(/\0(\d+)\0/g, (_, index) => apart[Number(index)] ?? ''),
  };
}

/** A tag with its values; says where it ends. A `>` may stand in a value. */
function addTag(xml: string, start: number, pieces: string[], add: (from: number, to: number) => void): number {
  const sign = /["'>]/g;
  let from = start;
  for (sign.lastIndex = start; ; ) {
    const found = sign.exec(xml);
    const end = found === null || found[0] === '>' ? undefined : xml.indexOf(found[0], found.index + 1);
    if (found === null || end === undefined || end < 0) {
      const last = found === null || end !== undefined ? xml.length : found.index + 1;
      pieces.push(xml.slice(from, last));
      return last;
    }
    pieces.push(xml.slice(from, found.index + 1));
    add(found.index + 1, end);
    from = end;
    sign.lastIndex = end + 1;
  }
}

function behind(xml: string, text: string, from: number): number {
  const at = xml.indexOf(text, from);
  return at < 0 ? xml.length : at + text.length;
}
