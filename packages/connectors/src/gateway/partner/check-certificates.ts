import type { Journal } from '@dist/orchestration/runtime';
import { type CertificateWarning, certificateWarnings, type WatchedCertificate } from './certificate-warnings.ts';

/**
 * The warnings of certificates that nobody has been told of (R30). Each is answered once for each certificate and end, by
 * whichever process asks first; a day that was missed loses none. A successor with another end is watched anew.
 *
 * @throws RangeError when `now` or a `notAfter` is no instant.
 */
export async function checkCertificates(
  journal: Pick<Journal, 'mark' | 'append'>,
  certificates: readonly WatchedCertificate[],
  now: string,
): Promise<readonly CertificateWarning[]> {
  const untold: CertificateWarning[] = [];
  for (const warning of certificateWarnings(certificates, now)) {
    const { partner, name, notAfter } = warning;
    const key = ['certificate', partner, name, notAfter].map(encodeURIComponent).join('/');
    const expected = await journal.mark(key);
    const value = String(warning.warning);
    if (expected === value) continue;
    const result = await journal.append({ marks: [{ key, expected, value }] });
    if (result.status === 'appended') untold.push(warning);
  }
  return untold;
}
