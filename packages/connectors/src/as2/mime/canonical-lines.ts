/** The bytes with every line ended in CRLF (RFC 5751 §3.1.1), the same bytes where that is so already. */
export function canonicalLines(bytes: Uint8Array): Uint8Array {
  // Byte by byte, without a call for each line: all lines may be empty.
  let bare = 0;
  for (let at = 0; at < bytes.length; at++) if (bytes[at] === 0x0a && bytes[at - 1] !== 0x0d) bare++;
  if (bare === 0) return bytes;
  const lines = new Uint8Array(bytes.length + bare);
  let to = 0;
  for (let at = 0; at < bytes.length; at++) {
    if (bytes[at] === 0x0a && bytes[at - 1] !== 0x0d) lines[to++] = 0x0d;
    lines[to++] = bytes[at] ?? 0;
  }
  return lines;
}
