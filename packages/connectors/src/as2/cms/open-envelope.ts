import type { As2Platform, RsaPrivateKey } from '../as2-platform.ts';
import { joinBytes, plainBytes } from '../bytes.ts';
import { type Certificate, describeIdentifier, identifies } from './certificate.ts';
import { type CipherRule, cipherRules } from './content-cipher.ts';
import { type HashName, hashOfOid } from './hash-name.ts';
import { objectIdentifiers as oids } from './object-identifiers.ts';
import { type AsnNode, hasTag, integerOf, membersOf, octetsOf, oidOf, sequenceOf, setOf } from './read-ber.ts';
import { unpadKey } from './unpad-key.ts';

/** A certificate of ours with its private key. */
export interface KeyPair {
  readonly certificate: Certificate;
  readonly key: RsaPrivateKey;
}

/**
 * What an envelope holds. `whole: false` means that it can not have been encrypted like this: the padding, the key or the
 * authentication tag was wrong. Whoever goes on must take the same way as with a whole one and refuse in the end, so that no
 * answer tells the one from the other.
 */
export type OpenedEnvelope =
  | {
      readonly kind: 'content';
      readonly content: Uint8Array;
      readonly whole: boolean;
      readonly cipher: CipherRule['name'];
    }
  | { readonly kind: 'unreadable' | 'not-for-us'; readonly detail: string };

/** Opens EnvelopedData (RFC 5652 §6.1) or AuthEnvelopedData (RFC 5083 §2.1) with whichever of our keys it was encrypted to. */
export async function openEnvelope(
  node: AsnNode,
  kind: 'envelopedData' | 'authEnvelopedData',
  keys: readonly KeyPair[],
  platform: As2Platform,
): Promise<OpenedEnvelope> {
  const [, ...rest] = sequenceOf(node) ?? [];
  const [recipients, contentInfo, ...last] = hasTag(rest[0], 0) ? rest.slice(1) : rest;
  const [type, algorithm, value] = sequenceOf(contentInfo) ?? [];
  const encrypted = octetsOf(value);
  const [cipherType, parameters] = sequenceOf(algorithm) ?? [];
  const rule = cipherRules.find(({ oid }) => oid === oidOf(cipherType));
  if (rule === undefined || (rule.mode === 'gcm') !== (kind === 'authEnvelopedData'))
    return { kind: 'unreadable', detail: `a cipher that is not supported (${oidOf(cipherType) ?? 'none'})` };
  if (oidOf(type) !== oids.data || encrypted === undefined || !hasTag(value, 0))
    return { kind: 'unreadable', detail: 'no encrypted data' };

  const entries = setOf(recipients)?.map((entry) => sequenceOf(entry) ?? []) ?? [];
  for (const [, identifier, transport, encryptedKey] of entries) {
    const pair = keys.find(({ certificate }) => identifies(identifier, certificate));
    const block = octetsOf(encryptedKey);
    if (pair === undefined || block === undefined) continue;
    const key = await decryptKey(pair.key, sequenceOf(transport), block, rule.keyBytes);
    if (key === undefined) return { kind: 'unreadable', detail: 'a way to carry keys that is not supported' };
    const opened = await decrypt({ rule, parameters, encrypted, last }, key, platform);
    return opened === undefined
      ? { kind: 'unreadable', detail: 'encrypted data of an impossible length' }
      : { kind: 'content', cipher: rule.name, ...opened };
  }
  const named = entries.slice(0, 5).map(([, identifier]) => describeIdentifier(identifier));
  return { kind: 'not-for-us', detail: named.join(', ') };
}

/** The content key, or a random one where it is padded wrongly. Undefined for a transport that is not known. */
async function decryptKey(
  key: RsaPrivateKey,
  transport: readonly AsnNode[] | undefined,
  block: Uint8Array,
  length: number,
): Promise<Uint8Array<ArrayBuffer> | undefined> {
  const [type, parameters] = transport ?? [];
  const instead = await key.pseudorandom(block, length);
  if (oidOf(type) === oids.rsaEncryption) {
    return unpadKey((await key.decryptRaw(block)) ?? new Uint8Array(), instead);
  }
  const hash = oidOf(type) === oids.rsaOaep ? oaepHash(parameters) : undefined;
  if (hash === undefined) return undefined;
  const opened = await key.decryptOaep(hash, block);
  return new Uint8Array(opened?.length === length ? opened : instead);
}

/** The hash of OAEP, which must also be that of its mask (RFC 4055 §4.1; SHA-1 where none is named), without a label. */
function oaepHash(parameters: AsnNode | undefined): HashName | undefined {
  const fields = sequenceOf(parameters) ?? [];
  const field = (number: number) => membersOf(fields.find((member) => hasTag(member, number)))[0];
  const named = (algorithm: AsnNode | undefined) =>
    algorithm === undefined ? 'sha-1' : hashOfOid(oidOf(sequenceOf(algorithm)?.[0]));
  const hash = named(field(0));
  const mask = field(1);
  const maskHash = mask === undefined ? 'sha-1' : named(sequenceOf(mask)?.[1]);
  return field(2) === undefined && hash === maskHash ? hash : undefined;
}

interface Encrypted {
  readonly rule: CipherRule;
  readonly parameters: AsnNode | undefined;
  readonly encrypted: Uint8Array;
  /** What follows the content: authenticated attributes and the tag of GCM. */
  readonly last: readonly AsnNode[];
}

/** Undefined where the lengths can not be: they stand there for everyone to see. */
async function decrypt(
  { rule, parameters, encrypted, last }: Encrypted,
  key: Uint8Array<ArrayBuffer>,
  platform: As2Platform,
): Promise<{ content: Uint8Array; whole: boolean } | undefined> {
  if (rule.mode === 'gcm') {
    const attributes = hasTag(last[0], 1) ? last[0] : undefined;
    const tag = octetsOf(attributes === undefined ? last[0] : last[1]);
    const [nonce, size] = sequenceOf(parameters) ?? [];
    const told = size === undefined ? 12 : integerOf(size);
    const vector = octetsOf(nonce);
    if (vector === undefined || tag === undefined || tag.length !== told || tag.length < 12) return undefined;
    return await decryptGcm(key, vector, joinBytes([encrypted, tag]), tag.length, attributes);
  }
  const vector = octetsOf(parameters);
  if (vector?.length !== rule.blockBytes) return undefined;
  if (encrypted.length === 0 || encrypted.length % rule.blockBytes !== 0) return undefined;
  const cipher = rule.name === 'des-ede3-cbc' ? 'triple-des' : 'aes';
  return withoutPadding(await platform.decryptCbc(cipher, key, vector, encrypted), rule.blockBytes);
}

async function decryptGcm(
  bytes: Uint8Array<ArrayBuffer>,
  vector: Uint8Array,
  sealed: Uint8Array<ArrayBuffer>,
  tagBytes: number,
  attributes: AsnNode | undefined,
): Promise<{ content: Uint8Array; whole: boolean }> {
  const additional = attributes?.encoded.slice();
  // Authenticated as a SET OF (RFC 5083 §2.2).
  if (additional !== undefined) additional[0] = 0x31;
  try {
    const key = await crypto.subtle.importKey('raw', bytes, 'AES-GCM', false, ['decrypt']);
    const algorithm = { name: 'AES-GCM', iv: plainBytes(vector), tagLength: tagBytes * 8 };
    const rest = additional === undefined ? {} : { additionalData: plainBytes(additional) };
    const content = await crypto.subtle.decrypt({ ...algorithm, ...rest }, key, sealed);
    return { content: new Uint8Array(content), whole: true };
  } catch {
    return { content: new Uint8Array(), whole: false };
  }
}

/** Takes the padding off (RFC 5652 §6.3). Where it is wrong all stays, and the time is that of a right one. */
function withoutPadding(content: Uint8Array, blockBytes: number): { content: Uint8Array; whole: boolean } {
  const length = content.at(-1) ?? 0;
  let wrong = length === 0 || length > blockBytes ? 1 : 0;
  for (let back = 1; back <= blockBytes; back++) {
    const counts = back <= length ? 0xff : 0;
    wrong |= ((content.at(-back) ?? 0) ^ length) & counts;
  }
  return { content: content.subarray(0, content.length - (wrong === 0 ? length : 0)), whole: wrong === 0 };
}
