import type { Agreement, OwnKey } from './agreement.ts';
import type { As2Platform } from './as2-platform.ts';
import { type As2Receipt, isReceipt, readReceipt } from './as2-receipt.ts';
import { type As2Refusal, refusal } from './as2-refusal.ts';
import type { As2Reply } from './as2-reply.ts';
import { type As2Envelope, type As2Request, readRequest } from './as2-request.ts';
import { hexOf } from './bytes.ts';
import { checkOver, type MessageIntegrityCheck } from './message-integrity-check.ts';
import { fileNameOf } from './mime/file-name.ts';
import { type OpenedLayers, openLayers } from './open-layers.ts';
import type { As2Partner } from './partner.ts';

/** A message that is accepted. Nothing has been answered yet. */
export interface OpenedMessage {
  readonly status: 'message';
  /** The partner's AS2 name. */
  readonly from: string;
  readonly to: string;
  readonly messageId: string;
  readonly content: Uint8Array;
  readonly contentType: string;
  /** As the partner names it, without any path. */
  readonly fileName?: string | undefined;
  /** Serial number of the certificate whose signature was verified. */
  readonly signedBy?: string | undefined;
  /** The cipher of the envelope. */
  readonly cipher?: string | undefined;
  readonly compressed: boolean;
  readonly check: MessageIntegrityCheck;
  readonly fingerprint: string;
  readonly receiptRequest: As2Envelope['receiptRequest'];
}

/** A message that came before, with the reply of then: send that again and do nothing else. */
export interface RepeatedMessage {
  readonly status: 'repeated';
  readonly from: string;
  readonly messageId: string;
  readonly reply: As2Reply;
}

/** The receipt for a message of ours that was to come later. Judge it with what was kept of that message. */
export interface ReceivedReceipt {
  readonly status: 'receipt';
  readonly from: string;
  readonly to: string;
  readonly messageId: string;
  readonly receipt: As2Receipt;
}

/** A message that is not accepted, and why. */
export interface RefusedMessage {
  readonly status: 'refused';
  /** What the headers say; absent where they cannot be read. */
  readonly from?: string | undefined;
  readonly to?: string | undefined;
  readonly messageId?: string | undefined;
  readonly refusal: As2Refusal;
  readonly receiptRequest?: As2Envelope['receiptRequest'];
}

/** What came over HTTP. */
export type OpenedRequest = OpenedMessage | RepeatedMessage | ReceivedReceipt | RefusedMessage;

/** What opening takes beside the request. */
export interface Receiving {
  readonly as2Id: string;
  readonly keys: readonly OwnKey[];
  readonly agreements: ReadonlyMap<string, Agreement>;
  readonly platform: As2Platform;
  /** The reply that was stored with a message; undefined where the message has not been stored. */
  readonly replyTo: (from: string, to: string, messageId: string) => Promise<As2Reply | undefined>;
  /** Milliseconds since 1970. */
  readonly now: number;
  readonly maximumBytes: number;
  readonly maximumPayloadBytes: number;
}

/** Opens what came over HTTP. Rejects only with what `replyTo` rejects with: nothing is known of the message then. */
export async function openMessage(request: As2Request, receiving: Receiving): Promise<OpenedRequest> {
  const envelope = readRequest(request);
  if ('reason' in envelope) return { status: 'refused', refusal: envelope };
  const { from, to, messageId, receiptRequest } = envelope;
  const refuse = (reason: As2Refusal): RefusedMessage => {
    // A receipt goes to no address that was not agreed, to nobody who is unknown, and is signed under no name but ours.
    const strange = reason.reason === 'unknown-partner' || reason.reason === 'wrong-recipient';
    const asked = strange ? undefined : receiptRequest;
    const safe = asked && reason.reason === 'receipt-address' ? { ...asked, url: undefined } : asked;
    return { status: 'refused', from, to, messageId, refusal: reason, receiptRequest: safe };
  };

  if (to !== receiving.as2Id) return refuse(refusal('wrong-recipient'));
  const agreement = receiving.agreements.get(from);
  if (agreement === undefined) return refuse(refusal('unknown-partner'));
  const unwanted = checkReceiptRequest(receiptRequest, agreement.partner);
  if (unwanted !== undefined) return refuse(unwanted);
  if (request.body.length > receiving.maximumBytes)
    return refuse(refusal('too-large', `limit ${receiving.maximumBytes} bytes`));

  const layers = await openLayers(envelope.entity, {
    ...receiving,
    signers: agreement.signing,
    maximumBytes: receiving.maximumPayloadBytes,
  });
  if ('reason' in layers) return refuse(layers);
  if (isReceipt(layers.entity)) {
    const receipt = receiptOf(layers, agreement.partner);
    return 'reason' in receipt ? refuse(receipt) : { status: 'receipt', from, to, messageId, receipt };
  }
  const weakness = weaknessOf(layers, agreement.partner);
  if (weakness !== undefined) return refuse(weakness);
  return (await repeated(layers, envelope, receiving, refuse)) ?? (await accepted(layers, envelope));
}

function checkReceiptRequest(request: As2Envelope['receiptRequest'], partner: As2Partner): As2Refusal | undefined {
  if (request?.url !== undefined && !isAgreedUrl(request.url, partner)) return refusal('receipt-address');
  return request?.unsupported && refusal(request.unsupported);
}

/** Anybody can write a header: without this, receipts could be made to go to any machine that we reach. */
function isAgreedUrl(text: string, { url, receiptUrls }: As2Partner): boolean {
  if (!URL.canParse(text) || !/^https?:/.test(text)) return false;
  const { href, origin, username } = new URL(text);
  if (username !== '') return false;
  if (receiptUrls === undefined) return url !== undefined && new URL(url).origin === origin;
  return receiptUrls.some((agreed) => {
    const start = new URL(agreed);
    return start.origin === origin && href.startsWith(start.href);
  });
}

/** What a message lacks. A wrong padding counts last, and only where all else is right: see `openLayers`. */
function weaknessOf(layers: OpenedLayers, { requires = {} }: As2Partner): As2Refusal | undefined {
  const { signature = true, encryption = true } = requires;
  if (signature && layers.signer === undefined) return refusal('weak-security', 'it is not signed');
  if (encryption && layers.cipher === undefined) return refusal('weak-security', 'it is not encrypted');
  return layers.whole ? undefined : refusal('decryption-failed');
}

/** A receipt that somebody else may have written settles nothing. */
function receiptOf(layers: OpenedLayers, { receipt }: As2Partner): As2Receipt | As2Refusal {
  const signed = receipt !== false && receipt?.signed !== false;
  if (signed && layers.signer === undefined) return refusal('weak-security', 'the receipt is not signed');
  return layers.whole ? readReceipt(layers) : refusal('decryption-failed');
}

async function repeated(
  layers: OpenedLayers,
  { from, to, messageId }: As2Envelope,
  receiving: Receiving,
  refuse: (reason: As2Refusal) => RefusedMessage,
): Promise<RepeatedMessage | RefusedMessage | undefined> {
  const reply = await receiving.replyTo(from, to, messageId);
  // The reply to a refused message has no fingerprint: the message was not stored, and is looked at anew.
  if (reply === undefined || reply.fingerprint === '') return undefined;
  if (reply.fingerprint !== (await fingerprintOf(layers))) return refuse(refusal('message-id-reused'));
  return { status: 'repeated', from, messageId, reply };
}

async function fingerprintOf({ digests }: OpenedLayers): Promise<string> {
  return hexOf(await digests('sha-256'));
}

async function accepted(layers: OpenedLayers, envelope: As2Envelope): Promise<OpenedMessage> {
  const { from, to, messageId, receiptRequest } = envelope;
  const { entity, content, signer, cipher, compressed, digests } = layers;
  return {
    status: 'message',
    from,
    to,
    messageId,
    // A copy, since what it is cut from may be many times as large and of another kind.
    content: new Uint8Array(content),
    contentType: entity.fields.get('content-type') ?? 'application/octet-stream',
    fileName: fileNameOf(entity),
    signedBy: signer?.certificate.serialNumber,
    cipher,
    compressed,
    check: await checkOver(digests, receiptRequest?.hash ?? signer?.hash ?? 'sha-256'),
    fingerprint: await fingerprintOf(layers),
    receiptRequest,
  };
}
