import { decodeBase64, encodeBase64 } from '../base64.ts';
import type { MimeEntity } from './mime-entity.ts';

/** The encodings of a body that are written (RFC 2045 §6). */
export type TransferEncoding = 'binary' | 'base64';

/** The content of a body, its transfer encoding taken off (RFC 2045 §6). Undefined where it is not in the encoding it names. */
export function decodeBody({ fields, body }: MimeEntity): Uint8Array | undefined {
  switch (fields.get('content-transfer-encoding')?.trim().toLowerCase() ?? '7bit') {
    case '7bit':
    case '8bit':
    case 'binary':
      return body;
    case 'base64':
      return decodeBase64(body);
    case 'quoted-printable':
      return decodeQuotedPrintable(body);
    default:
      return undefined;
  }
}

/** A body in an encoding; Base64 in lines of 76 characters, as RFC 2045 §6.8 asks. */
export function encodeBody(content: Uint8Array, encoding: TransferEncoding): Uint8Array {
  if (encoding === 'binary') return content;
  return encodeBase64(content, 76);
}

/** One pass. A sign that is not encoded as it should be makes the whole unreadable, since a signature may cover it. */
function decodeQuotedPrintable(body: Uint8Array): Uint8Array | undefined {
  const content = new Uint8Array(body.length);
  let length = 0;
  for (let at = 0; at < body.length; at++) {
    if (body[at] !== 0x3d) {
      content[length++] = body[at] ?? 0;
      continue;
    }
    const softBreak = body[at + 1] === 0x0a ? 1 : body[at + 1] === 0x0d && body[at + 2] === 0x0a ? 2 : 0;
    if (softBreak === 0) {
      const high = hexDigit(body[at + 1]);
      const low = hexDigit(body[at + 2]);
      if (high === undefined || low === undefined) return undefined;
      content[length++] = high * 16 + low;
    }
    at += softBreak === 0 ? 2 : softBreak;
  }
  return content.subarray(0, length);
}

/** By the numbers of ASCII: a text for each sign would take seconds for a large body. */
function hexDigit(sign = 0): number | undefined {
  if (sign >= 0x30 && sign <= 0x39) return sign - 0x30;
  const letter = sign & ~0x20;
  return letter >= 0x41 && letter <= 0x46 ? letter - 0x37 : undefined;
}
