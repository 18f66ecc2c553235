/**
 * Takes the padding off a content key (RFC 8017 §7.2.2, EME-PKCS1-v1_5) without telling whether there was one: a block that is
 * not `00 02 (8 or more bytes, none of them 00) 00 key` with a key of the length of `instead` gives `instead`. Every byte is
 * looked at whatever the others are, and nothing branches on them, so that neither an answer nor its time tells an attacker
 * which blocks are padded rightly (Bleichenbacher's attack; RFC 3218 §2.3). `instead` must be random to the sender.
 */
export function unpadKey(block: Uint8Array, instead: Uint8Array): Uint8Array<ArrayBuffer> {
  const keyAt = block.length - instead.length;
  // The lengths are no secret: they are those of the public key and of the named cipher.
  if (keyAt < 11) return new Uint8Array(instead);
  let wrong = (block[0] ?? 1) | ((block[1] ?? 0) ^ 2) | (block[keyAt - 1] ?? 1);
  for (let at = 2; at < keyAt - 1; at++) wrong |= isZero(block[at] ?? 0);
  // All ones where anything was wrong, else zero.
  const mask = isZero(wrong) - 1;
  const key = new Uint8Array(instead.length);
  for (let at = 0; at < key.length; at++) {
    key[at] = ((block[keyAt + at] ?? 0) & ~mask) | ((instead[at] ?? 0) & mask);
  }
  return key;
}

/** 1 for zero and 0 for any other byte, by arithmetic alone. */
function isZero(byte: number): number {
  return ((byte - 1) >>> 31) & 1;
}
