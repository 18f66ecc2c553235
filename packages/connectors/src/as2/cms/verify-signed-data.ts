import { equalBytes, plainBytes } from '../bytes.ts';
import { type Certificate, describeIdentifier, identifies, isValidAt } from './certificate.ts';
import { type Digests, digestsOf } from './digests.ts';
import { type HashName, hashes, hashOfOid } from './hash-name.ts';
import { objectIdentifiers as oids } from './object-identifiers.ts';
import { type AsnNode, hasTag, integerOf, membersOf, octetsOf, oidOf, sequenceOf, setOf } from './read-ber.ts';

/** What a signature proves, or why it proves nothing. `detail` is for people and holds what the message itself says only. */
export type Verification =
  | {
      readonly ok: true;
      readonly certificate: Certificate;
      readonly hash: HashName;
      readonly content: Uint8Array;
      readonly digests: Digests;
    }
  | {
      readonly ok: false;
      readonly fault: 'unreadable' | 'unknown-signer' | 'expired' | 'altered' | 'forged' | 'unsupported';
      readonly detail: string;
    };

/** Most signers that are looked at: each may ask for another hash over all of the content. */
const mostSigners = 16;

/** A signer's part of the structure (RFC 5652 §5.3). */
interface Signer {
  readonly identifier: AsnNode | undefined;
  readonly hash: HashName | undefined;
  /** Absent where the signature is made over the content itself. */
  readonly attributes?: AsnNode | undefined;
  readonly algorithm: AsnNode | undefined;
  readonly signature: Uint8Array;
}

/**
 * Verifies signed data (RFC 5652 §5.4, §5.6) against the certificates that a partner has given us. Those inside the message prove
 * nothing and are not read. `content` is what a detached signature was made over, as one or several readings of the same bytes
 * of which the first that fits counts; it is passed over where the content stands inside. `now` is in milliseconds since 1970.
 */
export async function verifySignedData(
  node: AsnNode,
  content: readonly Uint8Array[],
  accepted: readonly Certificate[],
  now: number,
): Promise<Verification> {
  const [, , encapsulated, ...rest] = sequenceOf(node) ?? [];
  const [type, wrapped] = sequenceOf(encapsulated) ?? [];
  const inside = wrapped === undefined ? undefined : octetsOf(membersOf(wrapped)[0]);
  const entries = setOf(rest.at(-1));
  if (entries !== undefined && entries.length > mostSigners)
    return fault('unreadable', `more than ${mostSigners} signers`);
  const signers = entries?.map(readSigner);
  if (signers === undefined || signers.some((signer) => signer === undefined)) return fault('unreadable', 'no signers');
  if (oidOf(type) !== oids.data || (wrapped !== undefined && inside === undefined))
    return fault('unreadable', 'the signed content is no data');
  const readings = inside === undefined ? content : [inside];

  let nearest = fault('unknown-signer', 'nobody has signed');
  for (const signer of signers) {
    if (signer === undefined) continue;
    const known = accepted.filter((certificate) => identifies(signer.identifier, certificate));
    if (known.length === 0) nearest = fault('unknown-signer', describeIdentifier(signer.identifier));
    for (const certificate of known) {
      const verified = await verifySigner(signer, certificate, readings, now);
      if (verified.ok) return verified;
      nearest = verified;
    }
  }
  return nearest;
}

function readSigner(node: AsnNode): Signer | undefined {
  const [version, identifier, digestAlgorithm, ...rest] = sequenceOf(node) ?? [];
  const attributes = hasTag(rest[0], 0) ? rest[0] : undefined;
  const [algorithm, value] = attributes === undefined ? rest : rest.slice(1);
  const signature = octetsOf(value);
  if (integerOf(version) === undefined || signature === undefined) return undefined;
  const hash = hashOfOid(oidOf(sequenceOf(digestAlgorithm)?.[0]));
  return { identifier, hash, attributes, algorithm, signature };
}

async function verifySigner(
  signer: Signer,
  certificate: Certificate,
  readings: readonly Uint8Array[],
  now: number,
): Promise<Verification> {
  const { hash, attributes, signature } = signer;
  const scheme = hash && schemeOf(signer.algorithm, hash);
  if (hash === undefined || scheme === undefined) return fault('unsupported', 'the algorithm of the signature');
  if (!isValidAt(certificate, now)) {
    const period = [certificate.notBefore, certificate.notAfter]
      .map((time) => new Date(time).toISOString())
      .join(' to ');
    return fault('expired', `serial number ${certificate.serialNumber} is valid from ${period}`);
  }
  if (attributes === undefined) {
    for (const content of readings) {
      if (!(await isSigned(scheme, certificate, signature, content))) continue;
      return { ok: true, certificate, hash, content, digests: digestsOf(content) };
    }
    return fault('altered', 'the signature does not fit the content');
  }
  const signed = signedAttributes(attributes);
  if (signed === undefined) return fault('unreadable', 'the signed attributes');
  if (!(await isSigned(scheme, certificate, signature, signed.encoded)))
    return fault('forged', `the signature was not made with the key of serial number ${certificate.serialNumber}`);
  for (const content of readings) {
    const digests = digestsOf(content);
    if (equalBytes(await digests(hash), signed.digest)) return { ok: true, certificate, hash, content, digests };
  }
  return fault('altered', 'the content is not what was signed');
}

/** What was signed in place of the content: its hash among attributes, which must say that the content is data. */
function signedAttributes(node: AsnNode): { encoded: Uint8Array; digest: Uint8Array } | undefined {
  const values = (oid: string) =>
    membersOf(node)
      .map(membersOf)
      .filter(([type]) => oidOf(type) === oid)
      .map(([, set]) => setOf(set) ?? []);
  const [types, ...moreTypes] = values(oids.contentType);
  const [digests, ...moreDigests] = values(oids.messageDigest);
  const digest = octetsOf(digests?.[0]);
  const encoded = node?.encoded.slice();
  if (types?.length !== 1 || oidOf(types[0]) !== oids.data || moreTypes.length > 0) return undefined;
  if (digests?.length !== 1 || digest === undefined || moreDigests.length > 0 || encoded === undefined)
    return undefined;
  // The signature is over a SET OF, not over what stands here with its implicit tag (RFC 5652 §5.4).
  encoded[0] = 0x31;
  return { encoded, digest };
}

/** How WebCrypto is to verify. PKCS#1 v1.5 by its own identifier or with its hash; PSS with the hash of the content. */
function schemeOf(
  algorithm: AsnNode | undefined,
  hash: HashName,
): { readonly name: string; readonly hash: string; readonly saltLength?: number } | undefined {
  const [type, parameters] = sequenceOf(algorithm) ?? [];
  const oid = oidOf(type);
  const { web, rsaOid } = hashes[hash];
  if (oid === oids.rsaEncryption || oid === rsaOid) return { name: 'RSASSA-PKCS1-v1_5', hash: web };
  if (oid !== oids.rsaPss) return undefined;
  const fields = sequenceOf(parameters) ?? [];
  const field = (number: number) => membersOf(fields.find((member) => hasTag(member, number)))[0];
  const [own, mask] = [field(0), sequenceOf(field(1))?.[1]].map((named) => hashOfOid(oidOf(sequenceOf(named)?.[0])));
  const saltLength = field(2) === undefined ? 20 : integerOf(field(2));
  if ((own ?? 'sha-1') !== hash || (mask ?? 'sha-1') !== hash || saltLength === undefined) return undefined;
  return { name: 'RSA-PSS', hash: web, saltLength };
}

async function isSigned(
  scheme: { readonly name: string; readonly hash: string; readonly saltLength?: number },
  certificate: Certificate,
  signature: Uint8Array,
  data: Uint8Array,
): Promise<boolean> {
  try {
    const key = await crypto.subtle.importKey('spki', plainBytes(certificate.publicKey), scheme, false, ['verify']);
    return await crypto.subtle.verify(scheme, key, plainBytes(signature), plainBytes(data));
  } catch {
    return false;
  }
}

function fault(name: (Verification & { ok: false })['fault'], detail: string): Verification {
  return { ok: false, fault: name, detail };
}
