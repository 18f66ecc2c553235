import { type As2Refusal, refusal } from './as2-refusal.ts';
import { type ReceivedDisposition, readDisposition } from './disposition.ts';
import { type MessageIntegrityCheck, readIntegrityCheck } from './message-integrity-check.ts';
import { readHeaderValue } from './mime/header-value.ts';
import { type MimeEntity, readMimeEntity } from './mime/mime-entity.ts';
import { splitMultipart } from './mime/multipart.ts';
import { decodeBody } from './mime/transfer-encoding.ts';
import type { OpenedLayers } from './open-layers.ts';

/** A receipt (MDN, RFC 8098 and RFC 4130 §7.4) that a partner sent. */
export interface As2Receipt {
  /** The message that it is about. */
  readonly originalMessageId: string;
  readonly disposition: ReceivedDisposition;
  /** What the partner has computed over the message; absent where it told none, or none that can be read (`unreadableCheck`). */
  readonly check?: MessageIntegrityCheck | undefined;
  /** The partner told one that cannot be read: it proves nothing, and is not as if there were none. */
  readonly unreadableCheck?: true | undefined;
  /** What the partner writes for people, at most 1000 characters. */
  readonly text: string;
  /** Who has signed it: the serial number of a certificate that we have from the partner. Absent where nobody has. */
  readonly signedBy?: string | undefined;
}

/** Whether an entity is a receipt. */
export function isReceipt(entity: MimeEntity): boolean {
  const { value, parameters } = readHeaderValue(entity.fields.get('content-type') ?? '');
  return value === 'multipart/report' && /^disposition-notification$/i.test(parameters.get('report-type') ?? '');
}

/** Reads a receipt that stood under the layers of a message. */
export function readReceipt({ entity, signer }: OpenedLayers): As2Receipt | As2Refusal {
  const boundary = readHeaderValue(entity.fields.get('content-type') ?? '').parameters.get('boundary');
  const parts = (splitMultipart(entity.body, boundary) ?? []).map((part) => readMimeEntity(part));
  const [report, ...more] = parts.filter((part) => typeOf(part) === 'message/disposition-notification');
  const fields = report && reportFields(report);
  const disposition = readDisposition(fields?.get('disposition') ?? '');
  const originalMessageId = fields?.get('original-message-id');
  if (fields === undefined || more.length > 0 || disposition === undefined || originalMessageId === undefined)
    return refusal('unreadable', 'the report in the receipt');
  const told = fields.get('received-content-mic') ?? '';
  const check = readIntegrityCheck(told);
  return {
    originalMessageId,
    disposition,
    check,
    ...(check === undefined && told !== '' && { unreadableCheck: true as const }),
    text: textOf(parts.find((part) => typeOf(part) === 'text/plain')),
    signedBy: signer?.certificate.serialNumber,
  };
}

function typeOf(part: MimeEntity | undefined): string {
  return readHeaderValue(part?.fields.get('content-type') ?? '').value;
}

/**
 * The fields of the report; they stand in groups with empty lines between them in some products' receipts. Undefined also where
 * one that says what became of the message is there twice: one might say that it is good, and the other one that it is not.
 */
function reportFields(report: MimeEntity): ReadonlyMap<string, string> | undefined {
  const body = decodeBody(report);
  if (body === undefined || body.length > 64 * 1024) return undefined;
  const lines = new TextDecoder()
    .decode(body)
    .split(/\r?\n/)
    .filter((line) => line.trim() !== '');
  const names = lines.flatMap(
    (line) => /^(?:disposition|original-message-id|received-content-mic)\b(?=\s*:)/i.exec(line) ?? [],
  );
  if (new Set(names.map((name) => name.toLowerCase())).size < names.length) return undefined;
  return readMimeEntity(new TextEncoder().encode(`${lines.join('\r\n')}\r\n\r\n`))?.fields;
}

function textOf(part: MimeEntity | undefined): string {
  const body = part && decodeBody(part);
  return new TextDecoder()
    .decode(body?.subarray(0, 4000))
    .replace(/[\p{Cc}\p{Cf}]+/gu, ' ')
    .trim()
    .slice(0, 1000);
}
