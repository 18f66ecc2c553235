import { type Certificate, readCertificate } from './certificate.ts';

/** A certificate that ends soon, or has ended. */
export interface CertificateWarning {
  /** The name that the certificate is for. */
  readonly subject: string;
  /** In hexadecimal, as openssl prints it. */
  readonly serialNumber: string;
  /** Last instant at which it is valid, ISO 8601. */
  readonly notAfter: string;
  /** Whole days that are left; negative once it has expired. */
  readonly daysLeft: number;
  /** The nearest of the steps at 60, 30 and 7 days that it has passed. */
  readonly step: 60 | 30 | 7 | 'expired';
}

const day = 24 * 60 * 60 * 1000;

/**
 * The certificates that expire within 60 days, the nearest first. `now` is in milliseconds since 1970.
 * Throws a TypeError for a text that is no certificate in PEM.
 */
export function expiring(certificates: readonly string[], now: number): readonly CertificateWarning[] {
  return certificates
    .map(readCertificate)
    .flatMap((certificate) => warningOf(certificate, now) ?? [])
    .sort((a, b) => a.daysLeft - b.daysLeft);
}

/** What is to be said of one certificate at an instant; undefined while it has more than 60 days. */
export function warningOf(certificate: Certificate, now: number): CertificateWarning | undefined {
  const left = certificate.notAfter - now;
  const step = left < 0 ? 'expired' : ([7, 30, 60] as const).find((days) => left <= days * day);
  if (step === undefined) return undefined;
  return {
    subject: certificate.subject,
    serialNumber: certificate.serialNumber,
    notAfter: new Date(certificate.notAfter).toISOString(),
    daysLeft: Math.floor(left / day),
    step,
  };
}
