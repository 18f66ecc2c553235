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
  for (let line = 0; line < body.length; line = nextLine(body, line)) {
    if (!startsWith(body, delimiter, line)) continue;
    const end = lineEnd(body, line);
    const rest = body.subarray(line + delimiter.length, end);
    const closes = rest[0] === 0x2d && rest[1] === 0x2d;
    // A longer boundary may begin like this one.
    if (!isBlank(closes ? rest.subarray(2) : rest)) continue;
    if (start !== undefined) parts.push(body.subarray(start, Math.max(start, withoutBreak(body, line))));
    if (closes) return start !== undefined && isBlank(body.subarray(end)) ? parts : undefined;
    if (parts.length >= mostParts) return undefined;
    start = nextLine(body, line);
  }
  return undefined;
}

function nextLine(body: Uint8Array, at: number): number {
  const end = body.indexOf(0x0a, at);
  return end < 0 ? body.length : end + 1;
}

function lineEnd(body: Uint8Array, at: number): number {
  const end = body.indexOf(0x0a, at);
  return end < 0 ? body.length : end;
}

function startsWith(body: Uint8Array, delimiter: Uint8Array, at: number): boolean {
  return delimiter.every((byte, index) => body[at + index] === byte);
}

function isBlank(bytes: Uint8Array): boolean {
  return bytes.every((byte) => byte === 0x20 || byte === 0x09 || byte === 0x0d || byte === 0x0a);
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
