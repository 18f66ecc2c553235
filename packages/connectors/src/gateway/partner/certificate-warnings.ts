/** A certificate or key of a connection, ours or a partner's, by what is needed to watch it (R30). */
export interface WatchedCertificate {
  readonly name: string;
  readonly partner: string;
  /** Instant or calendar day at which it ends, ISO 8601; a day ends it at its midnight in UTC. */
  readonly notAfter: string;
}

/** A certificate that ends within sixty days, or has ended. */
export interface CertificateWarning extends WatchedCertificate {
  /** Which warning it is: of so many days before the end, or of the end. */
  readonly warning: 60 | 30 | 7 | 'expired';
  /** Whole days until it ends; 0 on its last day, below 0 when it has ended. */
  readonly daysLeft: number;
  readonly message: string;
}

/**
 * Which warning each certificate is due at an instant (R30): that of 60 days from the sixtieth day before its end on, then
 * that of 30, of 7, and `expired`. Pure: it says the same all the days between; `checkCertificates` of the gateway tells each
 * warning once, also where the day itself was missed.
 *
 * @throws RangeError when `now` or a `notAfter` is no instant.
 */
export function certificateWarnings(
  certificates: readonly WatchedCertificate[],
  now: string,
): readonly CertificateWarning[] {
  return certificates.flatMap((certificate) => {
    const daysLeft = dayOf(certificate.notAfter) - dayOf(now);
    const warning = Date.parse(certificate.notAfter) <= Date.parse(now) ? 'expired' : warningFor(daysLeft);
    return warning === undefined
      ? []
      : [{ ...certificate, warning, daysLeft, message: sentence(certificate, daysLeft) }];
  });
}

function warningFor(daysLeft: number): 60 | 30 | 7 | undefined {
  if (daysLeft <= 7) return 7;
  if (daysLeft <= 30) return 30;
  return daysLeft <= 60 ? 60 : undefined;
}

function sentence({ name, partner, notAfter }: WatchedCertificate, daysLeft: number): string {
  const when = daysLeft > 1 ? `in ${daysLeft} days, ` : '';
  return `Certificate ${name} of ${partner} ends ${when}at ${notAfter}: exchange its successor with the partner before that.`;
}

const dayMilliseconds = 86_400_000;

function dayOf(instant: string): number {
  const time = Date.parse(instant);
  if (Number.isNaN(time)) throw new RangeError(`expected an instant in ISO 8601, got "${instant}"`);
  return Math.floor(time / dayMilliseconds);
}
