import type { As2Platform } from './as2-platform.ts';
import { type As2Refusal, refusal } from './as2-refusal.ts';
import type { Certificate } from './cms/certificate.ts';
import { openCompressedData } from './cms/compressed-data.ts';
import { type ContentInfo, readContentInfo } from './cms/content-info.ts';
import { type Digests, digestsOf } from './cms/digests.ts';
import type { HashName } from './cms/hash-name.ts';
import { type KeyPair, type OpenedEnvelope, openEnvelope } from './cms/open-envelope.ts';
import { type Verification, verifySignedData } from './cms/verify-signed-data.ts';
import { canonicalLines } from './mime/canonical-lines.ts';
import { readHeaderValue } from './mime/header-value.ts';
import { type MimeEntity, readMimeEntity } from './mime/mime-entity.ts';
import { splitMultipart } from './mime/multipart.ts';
import { decodeBody } from './mime/transfer-encoding.ts';

/** What the layers of a message are opened with. */
export interface Opening {
  /** Ours. */
  readonly keys: readonly KeyPair[];
  /** The partner's, for signatures. */
  readonly signers: readonly Certificate[];
  readonly platform: As2Platform;
  /** Milliseconds since 1970. */
  readonly now: number;
  /** Largest content after decompression. */
  readonly maximumBytes: number;
}

/** What was found under the layers. */
export interface OpenedLayers {
  readonly entity: MimeEntity;
  readonly content: Uint8Array;
  readonly cipher?: string | undefined;
  readonly signer?: { readonly certificate: Certificate; readonly hash: HashName } | undefined;
  readonly compressed: boolean;
  /** The hashes of the bytes that the integrity check is over. */
  readonly digests: Digests;
  /** False where decryption went wrong: whatever else is found, the message is then refused as `decryption-failed`. */
  readonly whole: boolean;
}

/** The state between two layers. */
interface Stage {
  readonly entity: MimeEntity;
  readonly envelope?: (OpenedEnvelope & { kind: 'content' }) | undefined;
  readonly signer?: { readonly certificate: Certificate; readonly hash: HashName } | undefined;
  readonly digests?: Digests | undefined;
  readonly compressed: boolean;
}

/**
 * Opens the layers of a message (RFC 4130 §4.1, RFC 5402 §3): encryption outermost, then signature and compression in either
 * order, each at most once. Never throws for what the message holds.
 *
 * Inside an envelope everything that can not be read is one and the same refusal, and wrong padding changes nothing on the way:
 * otherwise an attacker who sends altered copies of a message would learn its content from the answers.
 */
export async function openLayers(outermost: MimeEntity, opening: Opening): Promise<OpenedLayers | As2Refusal> {
  let stage: Stage = { entity: outermost, compressed: false };
  for (;;) {
    const type = readHeaderValue(stage.entity.fields.get('content-type') ?? 'text/plain');
    const isCms = /^application\/(?:x-)?pkcs7-mime$/.test(type.value);
    if (!isCms && type.value !== 'multipart/signed') return innermost(stage);
    const next = isCms
      ? await openCms(stage, opening)
      : await openSigned(stage, type.parameters.get('boundary'), opening);
    if ('reason' in next) return next;
    stage = next;
  }
}

function innermost({ entity, envelope, signer, digests, compressed }: Stage): OpenedLayers | As2Refusal {
  const content = decodeBody(entity);
  if (content === undefined) return broken({ envelope }, 'its transfer encoding');
  return {
    entity,
    content,
    cipher: envelope?.cipher,
    signer,
    compressed,
    // RFC 4130 §7.3.1, RFC 5402 §4: what was signed; else the innermost entity with its header. The outermost has none among its
    // bytes, so that for a message without layers it is the content alone.
    digests: digests ?? digestsOf(entity.bytes),
    whole: envelope?.whole ?? true,
  };
}

async function openCms(stage: Stage, opening: Opening): Promise<Stage | As2Refusal> {
  const bytes = decodeBody(stage.entity);
  const info = bytes && readContentInfo(bytes);
  if (info === undefined) return broken(stage, 'no CMS structure');
  switch (info.kind) {
    case 'envelopedData':
    case 'authEnvelopedData':
      return await decrypt(stage, info.kind, info, opening);
    case 'compressedData':
      return await decompress(stage, info, opening);
    case 'signedData':
      return await verify(stage, info, [], opening);
  }
}

async function decrypt(
  stage: Stage,
  kind: 'envelopedData' | 'authEnvelopedData',
  { content }: ContentInfo,
  { keys, platform }: Opening,
): Promise<Stage | As2Refusal> {
  if (stage.envelope || stage.signer || stage.compressed) return nested(stage);
  const envelope = await openEnvelope(content, kind, keys, platform);
  if (envelope.kind !== 'content') return refusal(envelope.kind, envelope.detail);
  return onwards({ ...stage, envelope }, envelope.content);
}

async function decompress(stage: Stage, { content }: ContentInfo, opening: Opening): Promise<Stage | As2Refusal> {
  if (stage.compressed) return nested(stage);
  const bytes = await openCompressedData(content, opening.maximumBytes);
  if (bytes === 'too-large') return refusal('decompressed-too-large', `limit ${opening.maximumBytes} bytes`);
  if (bytes === 'unreadable') {
    return stage.envelope && !stage.signer ? refusal('decryption-failed') : refusal('decompression-failed');
  }
  return onwards({ ...stage, compressed: true }, bytes);
}

async function openSigned(stage: Stage, boundary: string | undefined, opening: Opening): Promise<Stage | As2Refusal> {
  const [content, last, ...more] = splitMultipart(stage.entity.body, boundary) ?? [];
  const signature = last && readMimeEntity(last);
  const bytes = signature && decodeBody(signature);
  const info = bytes && readContentInfo(bytes);
  const part = content && readMimeEntity(content);
  if (content === undefined || part === undefined || more.length > 0) return broken(stage, 'its signed parts');
  if (signature && !isProvenOrPlain(stage, signature)) return refusal('decryption-failed');
  if (info?.kind !== 'signedData') return broken(stage, 'its signature');
  // Who signs text makes each line end in CRLF first; on the way lines may have lost that (RFC 5751 §3.1.1).
  const binary = part.fields.get('content-transfer-encoding')?.trim().toLowerCase() === 'binary';
  return await verify(stage, info, binary ? [content] : [content, canonicalLines(content)], opening);
}

async function verify(
  stage: Stage,
  info: ContentInfo,
  readings: readonly Uint8Array[],
  { signers, now }: Opening,
): Promise<Stage | As2Refusal> {
  if (stage.signer) return nested(stage);
  const verified = await verifySignedData(info.content, readings, signers, now);
  if (!verified.ok) return ofSignature(stage, verified);
  const { certificate, hash, content, digests } = verified;
  return onwards({ ...stage, signer: { certificate, hash }, digests }, content);
}

function onwards(stage: Stage, bytes: Uint8Array): Stage | As2Refusal {
  const entity = readMimeEntity(bytes);
  if (entity && !isProvenOrPlain(stage, entity)) return refusal('decryption-failed');
  return entity === undefined ? broken(stage, 'a layer without a MIME header') : { ...stage, entity };
}

/**
 * Whether a header is under a signature, outside an envelope, or all of ASCII and not empty. Who alters an envelope in CBC makes
 * random bytes of some and may choose others; if those passed for a header as long as no line break is among them, the answer
 * would tell where one is. And one in 256 random contents begins with an empty line.
 */
function isProvenOrPlain({ envelope, signer }: Stage, { bytes, body, fields }: MimeEntity): boolean {
  if (!envelope || signer) return true;
  const header = bytes.subarray(0, bytes.length - body.length);
  return fields.size > 0 && header.every((byte) => (byte >= 0x20 && byte < 0x7f) || (byte >= 0x09 && byte <= 0x0d));
}

function ofSignature(stage: Stage, { fault, detail }: Verification & { ok: false }): As2Refusal {
  switch (fault) {
    case 'unreadable':
      return broken(stage, detail);
    case 'expired':
      return refusal('expired-certificate', detail);
    case 'unsupported':
      return refusal('unsupported-signature', detail);
    default:
      return refusal(fault, detail);
  }
}

/** A structure that is broken. Inside an envelope, and before a signature has proved the content, it has no detail. */
function broken({ envelope, signer }: Pick<Stage, 'envelope' | 'signer'>, detail: string): As2Refusal {
  return envelope && !signer ? refusal('decryption-failed') : refusal('unreadable', detail);
}

function nested(stage: Pick<Stage, 'envelope' | 'signer'>): As2Refusal {
  return stage.envelope && !stage.signer ? refusal('decryption-failed') : refusal('nested');
}
