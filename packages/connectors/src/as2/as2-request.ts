import { readAs2Name } from './as2-name.ts';
import { type As2Refusal, refusal } from './as2-refusal.ts';
import { type HashName, hashNamed } from './cms/hash-name.ts';
import type { MimeEntity } from './mime/mime-entity.ts';

/** Headers of a request or an answer in any of the usual shapes; names in any case. */
export type As2Headers =
  | Iterable<readonly [string, string]>
  | Readonly<Record<string, string | readonly string[] | undefined>>;

/** What came over HTTP: the body's bytes exactly as received. */
export interface As2Request {
  readonly headers: As2Headers;
  readonly body: Uint8Array;
}

/** The receipt that a message asks for (RFC 4130 §7.3). */
export interface ReceiptRequest {
  readonly signed: boolean;
  /** The hash for the integrity check, where one of those wished is supported. */
  readonly hash?: HashName | undefined;
  /** How the partner spells it. */
  readonly hashSpelling?: string | undefined;
  /** Where the receipt is to be posted; it is the answer when absent. */
  readonly url?: string | undefined;
  /** What is required and not supported. */
  readonly unsupported?: 'receipt-format' | 'receipt-hash' | undefined;
}

/** What the headers of a message say (RFC 4130 §6, §7.3). Nothing of it is under the signature. */
export interface As2Envelope {
  readonly from: string;
  readonly to: string;
  /** With its angle brackets, as it came. */
  readonly messageId: string;
  readonly receiptRequest?: ReceiptRequest | undefined;
  readonly entity: MimeEntity;
}

/** Reads the headers of a message; a refusal where one that is needed is missing or is none. */
export function readRequest({ headers, body }: As2Request): As2Envelope | As2Refusal {
  const fields = readHeaders(headers);
  const from = readAs2Name(fields.get('as2-from'));
  const to = readAs2Name(fields.get('as2-to'));
  const messageId = fields.get('message-id') ?? '';
  if (from === undefined || to === undefined) return refusal('unreadable', 'AS2-From and AS2-To are needed');
  if (!/^[\x21-\x7e]{1,998}$/.test(messageId)) return refusal('unreadable', 'a Message-ID is needed');
  if (!fields.has('content-type')) return refusal('unreadable', 'a Content-Type is needed');
  return { from, to, messageId, receiptRequest: readReceiptRequest(fields), entity: { fields, body, bytes: body } };
}

/** Fields by name in small letters; of several with one name the first. */
export function readHeaders(headers: As2Headers): ReadonlyMap<string, string> {
  const fields = new Map<string, string>();
  for (const [name, value] of Symbol.iterator in headers ? headers : Object.entries(headers)) {
    const text = typeof value === 'string' ? value : value?.[0];
    const known = name.toLowerCase();
    if (text !== undefined && !fields.has(known)) fields.set(known, text.trim());
  }
  return fields;
}

function readReceiptRequest(fields: ReadonlyMap<string, string>): ReceiptRequest | undefined {
  if (!fields.has('disposition-notification-to')) return undefined;
  const options = new Map(
    (fields.get('disposition-notification-options') ?? '')
      .slice(0, 2000)
      .split(';')
      .map((option) => {
        const [name = '', values = ''] = option.split('=', 2);
        return [
          name.trim().toLowerCase(),
          values.split(',').map((value) => value.trim().replace(/^"|"$/g, '')),
        ] as const;
      }),
  );
  const [protocolNeed = '', ...protocols] = options.get('signed-receipt-protocol') ?? [];
  const [hashNeed = '', ...spellings] = options.get('signed-receipt-micalg') ?? [];
  const signed = protocols.some((name) => /^(?:x-)?pkcs7-signature$/i.test(name));
  const spelling = spellings.find((name) => hashNamed(name) !== undefined);
  const needs = (need: string) => need.toLowerCase() === 'required';
  return {
    signed,
    hash: hashNamed(spelling ?? ''),
    hashSpelling: spelling,
    url: fields.get('receipt-delivery-option'),
    unsupported:
      protocols.length > 0 && !signed && needs(protocolNeed)
        ? 'receipt-format'
        : spellings.length > 0 && spelling === undefined && needs(hashNeed)
          ? 'receipt-hash'
          : undefined,
  };
}
