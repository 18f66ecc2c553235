/** What stands in the brackets behind a step: conditions, a place in the list, or nothing for all items. */
export interface Brackets {
  readonly conditions: readonly { readonly place: string; readonly quoted: boolean; readonly value: string }[];
  readonly index: number | undefined;
  readonly all: boolean;
  /** Position behind the closing bracket. */
  readonly end: number;
}

/** Reads `[01=ST,02=X]`, `["a.b"="c"]`, `[2]` or `[]` at the opening bracket. Undefined when malformed. */
export function readBrackets(text: string, at: number): Brackets | undefined {
  if (text[at + 1] === ']') return { conditions: [], index: undefined, all: true, end: at + 2 };
  const index = /^\[(\d{1,6})\]/.exec(text.slice(at, at + 8));
  if (index !== null) return { conditions: [], index: Number(index[1]), all: false, end: at + index[0].length };
  const conditions: { place: string; quoted: boolean; value: string }[] = [];
  let position = at + 1;
  for (;;) {
    const place = readPart(text, position, '=');
    if (place === undefined || text[place.end] !== '=') return undefined;
    const value = readPart(text, place.end + 1, ',]');
    if (value === undefined) return undefined;
    conditions.push({ place: place.value, quoted: place.quoted, value: value.value });
    position = value.end + 1;
    if (text[value.end] === ']') return { conditions, index: undefined, all: false, end: position };
    if (text[value.end] !== ',') return undefined;
  }
}

/** Reads up to one of the ends, or what stands in quotation marks (a quotation mark inside is `\"`). */
export function readPart(
  text: string,
  at: number,
  ends: string,
): { readonly value: string; readonly quoted: boolean; readonly end: number } | undefined {
  if (text[at] === '"') {
    const quoted = /^"((?:[^"\\]|\\.)*)"/.exec(text.slice(at));
    if (quoted === null) return undefined;
    return { value: (quoted[1] ?? '').replace(/\\(.)/g, '$1'), quoted: true, end: at + quoted[0].length };
  }
  let end = at;
  while (end < text.length && !ends.includes(text[end] ?? '')) end++;
  return end === at ? undefined : { value: text.slice(at, end), quoted: false, end };
}
