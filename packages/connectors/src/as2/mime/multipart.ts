import { joinBytes } from '../bytes.ts';

/** Most parts of one multipart body that are read. */
const mostParts = 100;

/**
 * The parts of a multipart body (RFC 2046 §5.1.1), each as the bytes between its delimiters; the line break before a delimiter
 * belongs to the delimiter. Undefined where the boundary is none, the body does not end in its closing delimiter, or anything
 * but white space follows that: what stands there would be in no part, hence under no signature.
 */
export function splitMultipart(body: Uint8Array, boundary: string | undefined): readonly Uint8Array[] | undefined {
  if (boundary === undefined || !/^[\x20-\x7e]{0,69}[\x21-\x7e]$/.test(boundary)) return undefined;
  const delimiter = new TextEncoder().encode(`--${boundary}`);
  const parts: Uint8Array[] = [];
  let start: number | undefined;
  // Byte by byte: a body may be nothing but short lines, and a call for each would take seconds.
  for (let line = 0; line < body.length; line++) {
    if (body[line] !== 0x2d || (line > 0 && body[line - 1] !== 0x0a) || !startsWith(body, delimiter, line)) continue;
    const rest = line + delimiter.length;
    const closes = body[rest] === 0x2d && body[rest + 1] === 0x2d;
    const end = behindSpaces(body, closes ? rest + 2 : rest);
    // A longer boundary may begin like this one.
    if (end < body.length && body[end] !== 0x0a) continue;
    if (start !== undefined) parts.push(body.subarray(start, Math.max(start, withoutBreak(body, line))));
    if (closes) return start !== undefined && isBlank(body, end) ? parts : undefined;
    if (parts.length >= mostParts) return undefined;
    start = Math.min(end + 1, body.length);
  }
  return undefined;
}

function startsWith(body: Uint8Array, delimiter: Uint8Array, at: number): boolean {
  for (let index = 0; index < delimiter.length; index++) if (body[at + index] !== delimiter[index]) return false;
  return true;
}

/** Where something else than a space, a tab or a carriage return stands, or the end. */
function behindSpaces(body: Uint8Array, from: number): number {
  let at = from;
  while (body[at] === 0x20 || body[at] === 0x09 || body[at] === 0x0d) at++;
  return at;
}

function isBlank(body: Uint8Array, from: number): boolean {
  let at = behindSpaces(body, from);
  while (body[at] === 0x0a) at = behindSpaces(body, at + 1);
  return at >= body.length;
}

/** Where the line before ends, its CRLF or LF left out. */
function withoutBreak(body: Uint8Array, line: number): number {
  return body[line - 2] === 0x0d ? line - 2 : line - 1;
}

/** A multipart body of parts. The boundary must stand in none of them: the caller makes it from a hash of what it holds. */
export function writeMultipart(parts: readonly Uint8Array[], boundary: string): Uint8Array<ArrayBuffer> {
  const text = new TextEncoder();
  const pieces = parts.flatMap((part, index) => [text.encode(`${index === 0 ? '' : '\r\n'}--${boundary}\r\n`), part]);
  return joinBytes([...pieces, text.encode(`\r\n--${boundary}--\r\n`)]);
}
