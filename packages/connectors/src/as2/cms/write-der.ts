import { joinBytes } from '../bytes.ts';

/** One value in DER (X.690 §10): a tag and a content of values. */
export function der(tag: number, ...content: readonly Uint8Array[]): Uint8Array {
  const length = content.reduce((sum, piece) => sum + piece.length, 0);
  return joinBytes([Uint8Array.of(tag, ...lengthOctets(length)), ...content]);
}

function lengthOctets(length: number): number[] {
  if (length < 0x80) return [length];
  const octets: number[] = [];
  for (let rest = length; rest > 0; rest = Math.floor(rest / 256)) octets.unshift(rest % 256);
  return [0x80 | octets.length, ...octets];
}

/** Tags of X.690, universal and context-specific; `explicit` holds a value of another tag. */
export const tags = {
  integer: 0x02,
  bitString: 0x03,
  octetString: 0x04,
  null: 0x05,
  oid: 0x06,
  utf8String: 0x0c,
  utcTime: 0x17,
  generalizedTime: 0x18,
  sequence: 0x30,
  set: 0x31,
  implicit: (number: number) => 0x80 | number,
  explicit: (number: number) => 0xa0 | number,
} as const;

/** An object identifier. */
export function derOid(oid: string): Uint8Array {
  const [first = 0, second = 0, ...rest] = oid.split('.').map(Number);
  const octets = [first * 40 + second, ...rest].flatMap((arc) => {
    const groups = [arc % 128];
    for (let high = Math.floor(arc / 128); high > 0; high = Math.floor(high / 128)) groups.unshift(0x80 | (high % 128));
    return groups;
  });
  return der(tags.oid, Uint8Array.from(octets));
}

/** A small number that is not negative. */
export function derInteger(value: number): Uint8Array {
  return der(tags.integer, Uint8Array.of(value));
}

/** An algorithm with its parameters; NULL where there are none, as RSA and hashes have it (RFC 3370 §2.1, §3.2). */
export function derAlgorithm(oid: string, parameters: Uint8Array = der(tags.null)): Uint8Array {
  return der(tags.sequence, derOid(oid), parameters);
}

/** SET OF in DER: its members sorted by their octets (X.690 §11.6). */
export function derSetOf(tag: number, members: readonly Uint8Array[]): Uint8Array {
  return der(tag, ...[...members].sort(compareOctets));
}

function compareOctets(a: Uint8Array, b: Uint8Array): number {
  const at = a.findIndex((octet, index) => octet !== b[index]);
  return at < 0 ? a.length - b.length : (a[at] ?? 0) - (b[at] ?? -1);
}

/** An instant, in milliseconds since 1970, as a signing time (RFC 5652 §11.3): UTCTime until 2049. */
export function derTime(milliseconds: number): Uint8Array {
  const text = `${new Date(milliseconds).toISOString().slice(0, 19).replace(/[-:T]/g, '')}Z`;
  const year = Number(text.slice(0, 4));
  const utc = year >= 1950 && year < 2050;
  return der(utc ? tags.utcTime : tags.generalizedTime, new TextEncoder().encode(utc ? text.slice(2) : text));
}
