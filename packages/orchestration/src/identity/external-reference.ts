import { sha256 } from './sha256.ts';

/**
 * Our reference for one order at an ERP (R19): partner, purchase order, release and part, joined by points, so that the
 * same number from two partners never meets. At most 35 characters, which every ERP takes; what is longer, or contains
 * a character that would make two references look alike, ends in a hash of all pieces instead.
 */
export function externalReference(partner: string, number: string, release?: string, partId?: string): string {
  const pieces = [partner, number, ...(release === undefined ? [] : [`R${release}`])];
  if (partId !== undefined) pieces.push(`P${partId}`);
  const plain = pieces.join('.');
  if (plain.length <= 35 && pieces.every((piece) => /^[A-Za-z0-9_-]+$/.test(piece))) return plain;
  const readable = plain.replace(/[^A-Za-z0-9_.-]/g, '-').slice(0, 18);
  return `${readable}~${sha256(JSON.stringify([partner, number, release ?? null, partId ?? null])).slice(0, 16)}`;
}
