import { type Agreement, inUse, type OwnKey } from './agreement.ts';
import { writeAs2Name } from './as2-name.ts';
import type { As2Platform } from './as2-platform.ts';
import { type Certificate, isValidAt } from './cms/certificate.ts';
import { writeCompressedData } from './cms/compressed-data.ts';
import { type Digests, digestsOf } from './cms/digests.ts';
import { writeEnvelopedData } from './cms/enveloped-data.ts';
import type { HashName } from './cms/hash-name.ts';
import { checkOver, type MessageIntegrityCheck } from './message-integrity-check.ts';
import { attachmentNamed } from './mime/file-name.ts';
import { type MimeEntity, writeMimeEntity } from './mime/mime-entity.ts';
import { encodeBody, type TransferEncoding } from './mime/transfer-encoding.ts';
import type { ReceiptWish } from './partner.ts';
import { signEntity } from './sign-entity.ts';

/** What is sent. */
export interface As2Payload {
  readonly content: Uint8Array;
  /** `application/edi-x12`, `application/edifact`, `application/xml` (RFC 1767 §1, RFC 7303). */
  readonly contentType: string;
  readonly fileName?: string | undefined;
}

/** What is kept of a message to judge its receipt by; plain JSON. */
export interface SentMessage {
  /** With its angle brackets. The same for every attempt at one document, so that the partner knows it again. */
  readonly messageId: string;
  /** The partner's AS2 name. */
  readonly partner: string;
  /** The receipt that is asked for. */
  readonly receipt: 'none' | 'in the answer' | 'later';
  readonly receiptSigned: boolean;
  /** The integrity check under each hash that the partner may choose. */
  readonly checks: readonly MessageIntegrityCheck[];
}

/** A message ready to be sent, as often as it takes: keep it before the first attempt. It holds no address and no secret. */
export interface PackedMessage extends SentMessage {
  readonly headers: Readonly<Record<string, string>>;
  readonly body: Uint8Array;
}

/** What packing takes beside the payload. */
export interface Packing {
  readonly agreement: Agreement;
  readonly ours: { readonly as2Id: string; readonly keys: readonly OwnKey[]; readonly messageDomain: string };
  readonly platform: As2Platform;
  readonly messageId: string;
  /** Milliseconds since 1970. */
  readonly now: number;
}

/** Packs a payload as agreed: compressed, signed and encrypted; or says which certificate is missing. */
export async function packMessage(payload: As2Payload, packing: Packing): Promise<PackedMessage | MissingCertificate> {
  const { partner, encryption } = packing.agreement;
  const { sign = 'sha-256', encrypt = 'aes-256-cbc', compress = false, transferEncoding = 'binary' } = partner;
  const signer = inUse(packing.ours.keys, packing.now);
  const recipient = inUse(encryption, packing.now);
  if (sign && signer === undefined) return { missing: whichIs(packing.ours.keys, 'ours to sign with', packing.now) };
  if (encrypt && recipient === undefined) return { missing: whichIs(encryption, 'theirs to encrypt to', packing.now) };

  const plain = payloadEntity(payload, transferEncoding);
  let entity = compress && (compress === 'before-signing' || !sign) ? await compressed(plain, transferEncoding) : plain;
  let digests = digestsOf(entity.bytes);
  if (sign && signer) entity = await signEntity(entity, { ...signer, hash: sign, now: packing.now }, digests);
  // Without a signature it is over the content before compression; without any layer over the body alone (RFC 5402 §4).
  else digests = digestsOf(encrypt || compress ? plain.bytes : plain.body);
  if (compress === 'after-signing' && sign) entity = await compressed(entity, transferEncoding);
  if (encrypt && recipient) {
    const { keyTransport = 'pkcs1-v1.5' } = partner;
    const settings = { recipient: recipient.certificate, cipher: encrypt, keyTransport };
    const sealed = await writeEnvelopedData(entity.bytes, settings, packing.platform);
    const type = encrypt.endsWith('gcm') ? 'authEnveloped-data' : 'enveloped-data';
    entity = cmsEntity(sealed, type, 'smime.p7m', transferEncoding);
  }
  return await addressed(entity, digests, packing);
}

/** What stands in the way of packing, as a sentence. */
export interface MissingCertificate {
  readonly missing: string;
}

function whichIs(candidates: readonly { readonly certificate: Certificate }[], what: string, now: number): string {
  const known = candidates.map(({ certificate }) => certificate);
  const expired = known.filter((certificate) => !isValidAt(certificate, now));
  const numbers = expired.map(({ serialNumber }) => serialNumber).join(', ');
  const why = expired.length === 0 ? '' : ` (not valid now: serial number ${numbers})`;
  return `There is no certificate of ${what}${why}`;
}

function payloadEntity({ content, contentType, fileName }: As2Payload, encoding: TransferEncoding): MimeEntity {
  if (!/^[\w!#$&^.+-]+\/[\w!#$&^.+-]+(?:;[\x20-\x7e]*)?$/.test(contentType))
    throw new TypeError('contentType is a media type, such as application/edi-x12');
  return writeMimeEntity(
    [
      ['Content-Type', contentType],
      ['Content-Transfer-Encoding', encoding],
      ...(fileName === undefined ? [] : [['Content-Disposition', attachmentNamed(fileName)] as const]),
    ],
    encodeBody(content, encoding),
  );
}

async function compressed(entity: MimeEntity, encoding: TransferEncoding): Promise<MimeEntity> {
  return cmsEntity(await writeCompressedData(entity.bytes), 'compressed-data', 'smime.p7z', encoding);
}

function cmsEntity(bytes: Uint8Array, type: string, name: string, encoding: TransferEncoding): MimeEntity {
  return writeMimeEntity(
    [
      ['Content-Type', `application/pkcs7-mime; smime-type=${type}; name="${name}"`],
      ['Content-Transfer-Encoding', encoding],
      ['Content-Disposition', `attachment; filename="${name}"`],
    ],
    encodeBody(bytes, encoding),
  );
}

async function addressed(entity: MimeEntity, digests: Digests, packing: Packing): Promise<PackedMessage> {
  const { agreement, ours, messageId, now } = packing;
  const { partner } = agreement;
  const { receipt = {}, sign } = partner;
  const wish = receipt || undefined;
  const wished = wish?.hashes ?? [sign || 'sha-256'];
  // Partners who know better than what is asked answer with one of these.
  const kept = wish === undefined ? [] : [...new Set<HashName>([...wished, 'sha-256', 'sha-1'])];
  return {
    messageId,
    partner: partner.as2Id,
    receipt: wish === undefined ? 'none' : wish.asynchronousTo === undefined ? 'in the answer' : 'later',
    receiptSigned: wish !== undefined && wish.signed !== false,
    checks: await Promise.all(kept.map((hash) => checkOver(digests, hash))),
    headers: {
      'as2-version': '1.1',
      'as2-from': writeAs2Name(ours.as2Id),
      'as2-to': writeAs2Name(partner.as2Id),
      'message-id': messageId,
      'mime-version': '1.0',
      date: new Date(now).toUTCString(),
      ...Object.fromEntries(entity.fields),
      ...(wish === undefined ? {} : receiptHeaders(wish, wished, ours.messageDomain)),
    },
    body: entity.body,
  };
}

/** RFC 4130 §7.3. */
function receiptHeaders(wish: ReceiptWish, wished: readonly HashName[], domain: string): Record<string, string> {
  const options = `signed-receipt-protocol=optional, pkcs7-signature; signed-receipt-micalg=optional, ${wished.join(', ')}`;
  return {
    'disposition-notification-to': `as2@${domain}`,
    ...(wish.signed === false ? {} : { 'disposition-notification-options': options }),
    ...(wish.asynchronousTo === undefined ? {} : { 'receipt-delivery-option': wish.asynchronousTo }),
  };
}
