import type { OwnKey } from './agreement.ts';
import { inUse } from './agreement.ts';
import { writeAs2Name } from './as2-name.ts';
import type { ReceiptRequest } from './as2-request.ts';
import { hexOf } from './bytes.ts';
import { digestsOf } from './cms/digests.ts';
import { type Disposition, writeDisposition } from './disposition.ts';
import { type MimeEntity, writeMimeEntity } from './mime/mime-entity.ts';
import { writeMultipart } from './mime/multipart.ts';
import { boundaryFor, signEntity } from './sign-entity.ts';

/** An answer over HTTP, as plain JSON: bodies of receipts are ASCII. */
export interface HttpAnswer {
  readonly status: number;
  readonly headers: Readonly<Record<string, string>>;
  readonly body: string;
}

/**
 * What answers a message, as plain JSON: store it in the transaction that stores the message, then send it. The same bytes go
 * out again when the message comes again.
 */
export interface As2Reply {
  readonly from: string;
  readonly to: string;
  /** Empty where no message is stored, a refusal or a receipt: what is found by a Message-ID is the reply to a message. */
  readonly messageId: string;
  /**
   * Hexadecimal SHA-256 of what the message's integrity check is over: whether a message with the same Message-ID is the same.
   * Empty where no message is stored.
   */
  readonly fingerprint: string;
  /** What to answer to the request. */
  readonly response: HttpAnswer;
  /** The receipt to post afterwards, where the partner asked for that. */
  readonly later?:
    | { readonly url: string; readonly headers: Readonly<Record<string, string>>; readonly body: string }
    | undefined;
}

/** What a reply is made of. The names are those of the message: `to` is us. */
export interface ReplyContent {
  readonly from: string;
  readonly to: string;
  readonly messageId: string;
  readonly fingerprint: string;
  readonly request?: ReceiptRequest | undefined;
  readonly disposition: Disposition;
  /** One or more sentences for people; ASCII. */
  readonly text: string;
  /** The integrity check as the field carries it: digest and hash. */
  readonly check?: string | undefined;
  /** Status of the answer where no receipt is in it. */
  readonly status: number;
}

/** Who replies. */
export interface Replying {
  readonly keys: readonly OwnKey[];
  readonly messageDomain: string;
  /** Milliseconds since 1970. */
  readonly now: number;
}

/** Makes the reply to a message: a receipt in the answer or for later as it was asked for, or a bare answer. */
export async function writeReply(content: ReplyContent, replying: Replying): Promise<As2Reply> {
  const { from, to, messageId, fingerprint, request, status } = content;
  // Anybody can send a request that is refused under the Message-ID of a message that was stored.
  const known = { from, to, messageId: fingerprint === '' ? '' : messageId, fingerprint };
  const empty: HttpAnswer = { status, headers: { 'content-length': '0' }, body: '' };
  if (request === undefined) return { ...known, response: empty };
  const receipt = await writeReceipt(content, request, replying);
  if (request.url === undefined) return { ...known, response: { status: 200, ...receipt } };
  return { ...known, response: { ...empty, status: 200 }, later: { url: request.url, ...receipt } };
}

async function writeReceipt(
  content: ReplyContent,
  request: ReceiptRequest,
  { keys, messageDomain, now }: Replying,
): Promise<{ headers: Record<string, string>; body: string }> {
  const report = await reportEntity(content);
  const signer = request.signed ? inUse(keys, now) : undefined;
  const entity = signer ? await signEntity(report, { ...signer, hash: request.hash ?? 'sha-256', now }) : report;
  // Made of the message's own, so that every copy of the message has the same.
  const name = hexOf(await digestsOf(new TextEncoder().encode(`${content.from}\n${content.messageId}`))('sha-256'));
  return {
    headers: {
      'as2-version': '1.1',
      'as2-from': writeAs2Name(content.to),
      'as2-to': writeAs2Name(content.from),
      'message-id': `<mdn-${name.slice(0, 40)}@${messageDomain}>`,
      'mime-version': '1.0',
      date: new Date(now).toUTCString(),
      ...Object.fromEntries(entity.fields),
    },
    body: new TextDecoder().decode(entity.body),
  };
}

/** RFC 8098 §3.1, with the fields of RFC 4130 §7.4.3. */
async function reportEntity({ to, messageId, disposition, text, check }: ReplyContent): Promise<MimeEntity> {
  const fields = [
    'Reporting-UA: @dist/connectors',
    `Original-Recipient: rfc822; ${writeAs2Name(to)}`,
    `Final-Recipient: rfc822; ${writeAs2Name(to)}`,
    `Original-Message-ID: ${messageId}`,
    `Disposition: ${writeDisposition(disposition)}`,
    ...(check === undefined ? [] : [`Received-Content-MIC: ${check}`]),
  ];
  const lines = new TextEncoder();
  const plain: readonly (readonly [string, string])[] = [
    ['Content-Type', 'text/plain; charset=us-ascii'],
    ['Content-Transfer-Encoding', '7bit'],
  ];
  const machine: readonly (readonly [string, string])[] = [
    ['Content-Type', 'message/disposition-notification'],
    ['Content-Transfer-Encoding', '7bit'],
  ];
  const parts = [
    writeMimeEntity(plain, lines.encode(`${text.replace(/[^\x20-\x7e]+/g, ' ')}\r\n`)).bytes,
    writeMimeEntity(machine, lines.encode(`${fields.join('\r\n')}\r\n`)).bytes,
  ];
  const boundary = await boundaryFor(digestsOf(lines.encode(`${messageId}\n${text}\n${fields.join('\n')}`)));
  const type = `multipart/report; report-type=disposition-notification; boundary="${boundary}"`;
  return writeMimeEntity([['Content-Type', type]], writeMultipart(parts, boundary));
}
