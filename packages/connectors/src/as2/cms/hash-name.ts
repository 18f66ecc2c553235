/** A hash, under the name of RFC 5751 §3.4.3.2 without its hyphen's many spellings. */
export type HashName = 'sha-1' | 'sha-256' | 'sha-384' | 'sha-512';

/** What is known of each hash. SHA-1 is for partners who have nothing better; MD5 is not accepted. */
export const hashes: Readonly<
  Record<HashName, { readonly web: string; readonly oid: string; readonly rsaOid: string; readonly bytes: number }>
> = {
  'sha-1': { web: 'SHA-1', oid: '1.3.14.3.2.26', rsaOid: '1.2.840.113549.1.1.5', bytes: 20 },
  'sha-256': { web: 'SHA-256', oid: '2.16.840.1.101.3.4.2.1', rsaOid: '1.2.840.113549.1.1.11', bytes: 32 },
  'sha-384': { web: 'SHA-384', oid: '2.16.840.1.101.3.4.2.2', rsaOid: '1.2.840.113549.1.1.12', bytes: 48 },
  'sha-512': { web: 'SHA-512', oid: '2.16.840.1.101.3.4.2.3', rsaOid: '1.2.840.113549.1.1.13', bytes: 64 },
};

/** A hash by a name as messages spell it: `sha256`, `SHA-256`, `sha1`; undefined for one that is not supported. */
export function hashNamed(text: string): HashName | undefined {
  const bare = text.trim().toLowerCase().replace(/[-_]/g, '');
  return hashNames.find((name) => name.replace('-', '') === bare);
}

/** A hash by the identifier of its own, or of RSA with it. */
export function hashOfOid(oid: string | undefined): HashName | undefined {
  return hashNames.find((name) => hashes[name].oid === oid || hashes[name].rsaOid === oid);
}

const hashNames: readonly HashName[] = ['sha-1', 'sha-256', 'sha-384', 'sha-512'];
