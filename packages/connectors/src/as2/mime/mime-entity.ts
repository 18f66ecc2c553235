import { joinBytes } from '../bytes.ts';

/** A MIME entity (RFC 2045 §2.4): a header and a body. */
export interface MimeEntity {
  /** Fields by name in small letters, unfolded. */
  readonly fields: ReadonlyMap<string, string>;
  readonly body: Uint8Array;
  /** Header and body as they stand: what a signature is made over. */
  readonly bytes: Uint8Array;
}

/** Longest header in bytes, and most fields of one. */
const longestHeader = 64 * 1024;
const mostFields = 200;

/**
 * Reads the header of an entity (RFC 5322 §2.2, folded fields included) and leaves the body as it is. Lines may end in LF
 * alone. Undefined where there is no header with its empty line, it is too long, a line is no field, or a field that says what
 * the content is stands there twice: two readers could then see two things.
 */
export function readMimeEntity(bytes: Uint8Array): MimeEntity | undefined {
  const fields = new Map<string, string>();
  let last: string | undefined;
  let at = 0;
  for (let count = 0; count <= mostFields; count++) {
    const end = bytes.indexOf(0x0a, at);
    if (end < 0 || end > longestHeader) return undefined;
    const line = decoder.decode(bytes.subarray(at, bytes[end - 1] === 0x0d && end > at ? end - 1 : end));
    at = end + 1;
    if (line === '') return { fields, body: bytes.subarray(at), bytes };
    if (/^[ \t]/.test(line)) {
      if (last === undefined) return undefined;
      if (last !== '') fields.set(last, `${fields.get(last)} ${line.trim()}`);
      count--;
      continue;
    }
    const colon = line.indexOf(':');
    const name = line.slice(0, colon).toLowerCase();
    if (colon < 1 || !/^[\x21-\x39\x3b-\x7e]+$/.test(name)) return undefined;
    if (fields.has(name) && name.startsWith('content-')) return undefined;
    // Of two fields with one name the first counts, and what is folded under the second goes with it.
    last = fields.has(name) ? '' : name;
    if (last !== '') fields.set(name, line.slice(colon + 1).trim());
  }
  return undefined;
}

const decoder = new TextDecoder('utf-8', { ignoreBOM: true });

/** An entity of fields and a body, in canonical form: each line of the header ends in CRLF. */
export function writeMimeEntity(fields: readonly (readonly [string, string])[], body: Uint8Array): MimeEntity {
  const header = fields.map(([name, value]) => `${name}: ${value}\r\n`).join('');
  const bytes = joinBytes([new TextEncoder().encode(`${header}\r\n`), body]);
  return {
    fields: new Map(fields.map(([name, value]) => [name.toLowerCase(), value])),
    body: bytes.subarray(bytes.length - body.length),
    bytes,
  };
}
