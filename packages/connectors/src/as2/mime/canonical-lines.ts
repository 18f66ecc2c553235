/** The bytes with every line ended in CRLF (RFC 5751 §3.1.1), the same bytes where that is so already. */
export function canonicalLines(bytes: Uint8Array): Uint8Array {
  let bare = 0;
  for (let at = bytes.indexOf(0x0a); at >= 0; at = bytes.indexOf(0x0a, at + 1)) if (bytes[at - 1] !== 0x0d) bare++;
  if (bare === 0) return bytes;
  const lines = new Uint8Array(bytes.length + bare);
  let to = 0;
  let from = 0;
  for (let at = bytes.indexOf(0x0a); at >= 0; at = bytes.indexOf(0x0a, at + 1)) {
    lines.set(bytes.subarray(from, at), to);
    to += at - from;
    if (bytes[at - 1] !== 0x0d) lines[to++] = 0x0d;
    lines[to++] = 0x0a;
    from = at + 1;
  }
  lines.set(bytes.subarray(from), to);
  return lines;
}
