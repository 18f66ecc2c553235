import { fromBase64 } from '../base64.ts';
import { equalBytes, hexOf } from '../bytes.ts';
import { objectIdentifiers } from './object-identifiers.ts';
import { type AsnNode, hasTag, membersOf, octetsOf, oidOf, readBer, sequenceOf, textOf, timeOf } from './read-ber.ts';
import { der, tags } from './write-der.ts';

/** What is read of an X.509 certificate (RFC 5280 §4.1). Its own signature is not checked: the parties exchange it by hand. */
export interface Certificate {
  readonly encoded: Uint8Array;
  /** The name that it is for, for people. */
  readonly subject: string;
  /** In hexadecimal, as openssl prints it. */
  readonly serialNumber: string;
  /** Milliseconds since 1970; both ends count. */
  readonly notBefore: number;
  readonly notAfter: number;
  /** SubjectPublicKeyInfo in DER. */
  readonly publicKey: Uint8Array;
  /** The issuer's name and the serial number, each in DER (RFC 5652 §10.2.4). */
  readonly issuerName: Uint8Array;
  readonly serial: Uint8Array;
  readonly keyIdentifier?: Uint8Array | undefined;
}

/** Reads one certificate in PEM (RFC 7468 §5). Throws a TypeError where the text is none, or holds several. */
export function readCertificate(pem: string): Certificate {
  const blocks = [...pem.matchAll(/-----BEGIN CERTIFICATE-----([^-]*)-----END CERTIFICATE-----/g)];
  const encoded = blocks.length === 1 ? fromBase64(blocks[0]?.[1] ?? '') : undefined;
  const certificate = encoded && decode(encoded);
  if (certificate === undefined) throw new TypeError('a certificate is one X.509 certificate in PEM');
  return certificate;
}

function decode(encoded: Uint8Array): Certificate | undefined {
  const [body] = sequenceOf(readBer(encoded)) ?? [];
  const members = sequenceOf(body) ?? [];
  const [serial, , issuer, validity, subject, key, ...more] = hasTag(members[0], 0) ? members.slice(1) : members;
  const [notBefore, notAfter] = membersOf(validity).map(timeOf);
  const issuerName = issuer?.encoded;
  const serialEncoded = serial?.encoded;
  const publicKey = key?.encoded;
  if (notBefore === undefined || notAfter === undefined) return undefined;
  if (publicKey === undefined || issuerName === undefined || serialEncoded === undefined) return undefined;
  return {
    encoded,
    subject: nameOf(subject),
    serialNumber: numberIn(serialEncoded.subarray(2)),
    notBefore,
    notAfter,
    publicKey,
    issuerName,
    serial: serialEncoded,
    keyIdentifier: keyIdentifierOf(more.find((member) => hasTag(member, 3))),
  };
}

/** A name's values in the order they stand, without their types. */
function nameOf(name: AsnNode | undefined): string {
  const values = membersOf(name).flatMap((part) => membersOf(part).map((pair) => textOf(membersOf(pair)[1]) ?? '?'));
  return values
    .join(', ')
    .replace(/[\p{Cc}\p{Cf}]/gu, ' ')
    .slice(0, 200);
}

function numberIn(bytes: Uint8Array): string {
  return hexOf(bytes)
    .replace(/^(?:00)+(?=.)/, '')
    .toUpperCase();
}

function keyIdentifierOf(extensions: AsnNode | undefined): Uint8Array | undefined {
  for (const extension of membersOf(membersOf(extensions)[0])) {
    const members = membersOf(extension);
    if (oidOf(members[0]) !== objectIdentifiers.subjectKeyIdentifier) continue;
    return octetsOf(readBer(octetsOf(members.at(-1)) ?? new Uint8Array()));
  }
  return undefined;
}

/** IssuerAndSerialNumber (RFC 5652 §10.2.4). */
export function writeIdentifier({ issuerName, serial }: Certificate): Uint8Array {
  return der(tags.sequence, issuerName, serial);
}

/**
 * Whether an identifier of a signer (RFC 5652 §5.3) or recipient (§6.2.1) means a certificate. The issuer's name may stand there
 * in other string types than in the certificate, as some products write it anew; it only chooses among known certificates.
 */
export function identifies(identifier: AsnNode | undefined, certificate: Certificate): boolean {
  if (hasTag(identifier, 0)) {
    const key = octetsOf(identifier);
    return key !== undefined && certificate.keyIdentifier !== undefined && equalBytes(key, certificate.keyIdentifier);
  }
  const [issuer, serial] = membersOf(identifier);
  const told = serial?.encoded;
  if (told === undefined || !equalBytes(told, certificate.serial)) return false;
  return nameOf(issuer) === nameOf(readBer(certificate.issuerName));
}

/** Whether a certificate is valid at an instant, in milliseconds since 1970. */
export function isValidAt(certificate: Certificate, now: number): boolean {
  return certificate.notBefore <= now && now <= certificate.notAfter;
}

/** Which certificate an identifier means, for people who have it before them: what openssl calls its serial number. */
export function describeIdentifier(identifier: AsnNode | undefined): string {
  const key = hasTag(identifier, 0) ? octetsOf(identifier) : undefined;
  if (key !== undefined) return `key identifier ${numberIn(key.subarray(0, 40))}`;
  return `serial number ${numberIn((membersOf(identifier)[1]?.encoded ?? new Uint8Array()).subarray(2, 42))}`;
}
