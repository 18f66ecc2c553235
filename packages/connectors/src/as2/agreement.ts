import { writeAs2Name } from './as2-name.ts';
import type { As2Platform } from './as2-platform.ts';
import { equalBytes } from './bytes.ts';
import { type Certificate, isValidAt, readCertificate } from './cms/certificate.ts';
import { objectIdentifiers } from './cms/object-identifiers.ts';
import type { KeyPair } from './cms/open-envelope.ts';
import { oidOf, readBer, sequenceOf } from './cms/read-ber.ts';
import type { As2Key, As2Partner } from './partner.ts';

/** Something that comes into use at an instant, in milliseconds since 1970. */
interface Dated {
  readonly certificate: Certificate;
  readonly from: number;
}

/** What we have agreed with a partner, its certificates read. */
export interface Agreement {
  readonly partner: As2Partner;
  readonly signing: readonly Certificate[];
  readonly encryption: readonly Dated[];
}

/** A key pair of ours with when it comes into use. */
export type OwnKey = KeyPair & Dated;

/** Reads a partner's settings. Throws a TypeError or RangeError for what can not be meant. */
export function readAgreement(partner: As2Partner): Agreement {
  writeAs2Name(partner.as2Id);
  const { url, receipt = {}, receiptUrls = [] } = partner;
  for (const address of [url, receipt === false ? undefined : receipt.asynchronousTo, ...receiptUrls]) {
    if (address !== undefined) checkUrl(address, partner.as2Id);
  }
  const dated = partner.certificates.map(({ certificate, use, from }) => ({
    certificate: readRsaCertificate(certificate),
    use,
    from: instantOf(from),
  }));
  return {
    partner,
    signing: dated.filter(({ use }) => use !== 'encryption').map(({ certificate }) => certificate),
    encryption: dated.filter(({ use }) => use !== 'signing'),
  };
}

/** Reads a key of ours. Rejects with a TypeError where the private key does not belong to the certificate. */
export async function readOwnKey(key: As2Key, platform: As2Platform): Promise<OwnKey> {
  const certificate = readRsaCertificate(key.certificate);
  const opened = await platform.privateKey(key.privateKey);
  if (!equalBytes(opened.publicKey, certificate.publicKey))
    throw new TypeError(
      `the private key does not belong to the certificate with serial number ${certificate.serialNumber}`,
    );
  return { certificate, key: opened, from: instantOf(key.from) };
}

/** The one in use at an instant: valid, and the latest that has begun; of several that began together the first. */
export function inUse<T extends Dated>(candidates: readonly T[], now: number): T | undefined {
  const begun = candidates.filter(({ certificate, from }) => from <= now && isValidAt(certificate, now));
  return begun.reduce<T | undefined>(
    (best, next) => (best === undefined || next.from > best.from ? next : best),
    undefined,
  );
}

function readRsaCertificate(pem: string): Certificate {
  const certificate = readCertificate(pem);
  const [algorithm] = sequenceOf(readBer(certificate.publicKey)) ?? [];
  if (oidOf(sequenceOf(algorithm)?.[0]) !== objectIdentifiers.rsaEncryption)
    throw new TypeError(`the certificate with serial number ${certificate.serialNumber} has no RSA key`);
  return certificate;
}

function instantOf(text: string | undefined): number {
  const instant = text === undefined ? Number.NEGATIVE_INFINITY : Date.parse(text);
  if (Number.isNaN(instant) || (text !== undefined && !/T.*(?:Z|[+-]\d\d:\d\d)$/.test(text)))
    throw new RangeError('`from` is an instant with its offset, such as 2026-12-01T00:00:00Z');
  return instant;
}

function checkUrl(text: string, partner: string): void {
  // The address is not repeated: a wrong one is where passwords stand.
  const url = URL.canParse(text) ? new URL(text) : undefined;
  if (url === undefined || !/^https?:$/.test(url.protocol) || url.username !== '' || url.password !== '')
    throw new TypeError(`an address of partner ${partner} must be http or https, without credentials in it`);
}
