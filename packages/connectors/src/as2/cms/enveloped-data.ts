import type { As2Platform, KeyTransport } from '../as2-platform.ts';
import { plainBytes } from '../bytes.ts';
import { type Certificate, writeIdentifier } from './certificate.ts';
import { type CipherRule, type ContentCipher, cipherRules } from './content-cipher.ts';
import { writeContentInfo } from './content-info.ts';
import { hashes } from './hash-name.ts';
import { objectIdentifiers as oids } from './object-identifiers.ts';
import { der, derAlgorithm, derInteger, derOid, tags } from './write-der.ts';

/** To whom a content is encrypted, and how. */
export interface Encryption {
  readonly recipient: Certificate;
  readonly cipher: ContentCipher;
  readonly keyTransport: KeyTransport;
}

/** A content encrypted to one certificate: EnvelopedData (RFC 5652 §6.1), or AuthEnvelopedData (RFC 5083 §2.1) for GCM. */
export async function writeEnvelopedData(
  content: Uint8Array,
  { recipient, cipher, keyTransport }: Encryption,
  platform: As2Platform,
): Promise<Uint8Array> {
  const rule = cipherRules.find(({ name }) => name === cipher);
  if (rule === undefined) throw new RangeError(`there is no cipher ${cipher}`);
  const key = crypto.getRandomValues(new Uint8Array(rule.keyBytes));
  const encryptedKey = await platform.encryptKey(recipient.publicKey, key, keyTransport);
  const recipientInfo = der(
    tags.sequence,
    derInteger(0),
    writeIdentifier(recipient),
    transportAlgorithm(keyTransport),
    der(tags.octetString, encryptedKey),
  );
  const { vector, encrypted, tag } = await encrypt(rule, key, content);
  const parameters = tag === undefined ? vector : der(tags.sequence, vector, derInteger(tag.length));
  const contentInfo = der(
    tags.sequence,
    derOid(oids.data),
    derAlgorithm(rule.oid, parameters),
    der(tags.implicit(0), encrypted),
  );
  const members = [derInteger(0), der(tags.set, recipientInfo), contentInfo];
  if (tag === undefined) return writeContentInfo('envelopedData', der(tags.sequence, ...members));
  return writeContentInfo('authEnvelopedData', der(tags.sequence, ...members, der(tags.octetString, tag)));
}

function transportAlgorithm(transport: KeyTransport): Uint8Array {
  if (transport === 'pkcs1-v1.5') return derAlgorithm(oids.rsaEncryption);
  if (transport === 'oaep-sha-1') return derAlgorithm(oids.rsaOaep, der(tags.sequence));
  const hash = derAlgorithm(hashes['sha-256'].oid);
  const mask = derAlgorithm(oids.mgf1, hash);
  return derAlgorithm(oids.rsaOaep, der(tags.sequence, der(tags.explicit(0), hash), der(tags.explicit(1), mask)));
}

async function encrypt(
  { mode }: CipherRule,
  bytes: Uint8Array<ArrayBuffer>,
  content: Uint8Array,
): Promise<{ vector: Uint8Array; encrypted: Uint8Array; tag?: Uint8Array }> {
  const name = mode === 'cbc' ? 'AES-CBC' : 'AES-GCM';
  const key = await crypto.subtle.importKey('raw', bytes, name, false, ['encrypt']);
  const iv = crypto.getRandomValues(new Uint8Array(mode === 'cbc' ? 16 : 12));
  const sealed = new Uint8Array(await crypto.subtle.encrypt({ name, iv }, key, plainBytes(content)));
  const vector = der(tags.octetString, iv);
  if (mode === 'cbc') return { vector, encrypted: sealed };
  return { vector, encrypted: sealed.subarray(0, -16), tag: sealed.subarray(-16) };
}
