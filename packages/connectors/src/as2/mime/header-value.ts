/** A field value with parameters: `multipart/signed; boundary="b"`. */
export interface HeaderValue {
  /** In small letters, without parameters. */
  readonly value: string;
  /** By name in small letters; quotes and escapes are taken off. */
  readonly parameters: ReadonlyMap<string, string>;
}

/**
 * Reads a value with parameters (RFC 2045 §5.1) in one pass. What does not read as a parameter ends the list; of two with one
 * name the first counts.
 */
export function readHeaderValue(text: string): HeaderValue {
  const end = text.indexOf(';');
  const value = (end < 0 ? text : text.slice(0, end)).trim().toLowerCase();
  const parameters = new Map<string, string>();
  let at = end < 0 ? text.length : end;
  while (at < text.length) {
    const equals = text.indexOf('=', at);
    if (equals < 0) break;
    const name = text
      .slice(at + 1, equals)
      .trim()
      .toLowerCase();
    const read = readParameter(text, equals + 1);
    if (!/^[^\s;"]{1,100}$/.test(name) || read === undefined) break;
    if (!parameters.has(name)) parameters.set(name, read.value);
    at = read.end;
  }
  return { value, parameters };
}

/** The value from a place on, and where the next semicolon or the end is. */
function readParameter(text: string, from: number): { value: string; end: number } | undefined {
  let at = from;
  while (text[at] === ' ' || text[at] === '\t') at++;
  if (text[at] !== '"') {
    const semicolon = text.indexOf(';', at);
    const end = semicolon < 0 ? text.length : semicolon;
    return { value: text.slice(at, end).trim(), end };
  }
  const pieces: string[] = [];
  for (at++; at < text.length && text[at] !== '"'; at++) {
    if (text[at] === '\\') at++;
    pieces.push(text[at] ?? '');
  }
  if (at >= text.length) return undefined;
  const semicolon = text.indexOf(';', at);
  const end = semicolon < 0 ? text.length : semicolon;
  return { value: pieces.join(''), end };
}
