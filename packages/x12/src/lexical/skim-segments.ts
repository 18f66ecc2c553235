import { type ByteWindow, judgedEnd } from './byte-window.ts';
import { isFixedWidthHeader } from './interchange-header.ts';
import { isBetween } from './is-between.ts';
import { isTelling } from './is-telling.ts';
import { ELEMENT, NONE, REPETITION, SEGMENT, type Separators, UNUSUAL } from './separators.ts';
import { COMPOSITE_FLAG, HEAD, ROOM, type TokenList, UNUSUAL_FLAG } from './token-list.ts';
import { trimEnd } from './trim-end.ts';

/** Where a scanner stands, and by what it reads. */
interface Scanner {
  at: number;
  readonly table: Uint8Array;
  readonly separators: Separators;
  readonly tokens: TokenList;
  readonly limits: { readonly segmentBytes: number; readonly elements: number };
}

/**
 * Records the segments of a set from where a scanner stands, as long as there is nothing to decide: whole ones within the
 * limits, no envelope segment, no binary payload. Stops in front of any other, or at `until`. Returns their number.
 */
export function skimSegments(scanner: Scanner, window: ByteWindow, until: number): number {
  const { table, tokens, limits } = scanner;
  const terminator = scanner.separators.segment;
  const { bytes, base } = window;
  const limit = Math.min(judgedEnd(window), until) - base;
  const shift = base - tokens.origin;
  const { segmentBytes } = limits;
  const most = Math.min(limits.elements, ROOM - HEAD - 1);
  let read = 0;
  let begun = scanner.at - base;
  for (;;) {
    while (begun < limit && isBetween(bytes[begun] as number, terminator)) begun++;
    if (begun >= limit || isTelling(bytes[begun] as number, bytes[begun + 1] as number)) break;
    if (tokens.length + ROOM > tokens.entries.length) tokens.reserve(ROOM);
    const { entries, length } = tokens;
    const last = length + HEAD + most;
    const end = Math.min(limit, begun + segmentBytes);
    let cut = length + HEAD;
    let flags = 0;
    let kind = NONE;
    let here = begun;
    for (; here < end; here++) {
      kind = table[bytes[here] as number] as number;
      if (kind === NONE) continue;
      if (kind <= REPETITION) {
        if (cut >= last) break;
        entries[cut++] = ((here + shift) << 2) | (kind - 1);
        if (kind !== ELEMENT) flags |= COMPOSITE_FLAG;
      } else if (kind === SEGMENT) break;
      else if (kind === UNUSUAL) flags |= UNUSUAL_FLAG;
      else if (bytes[here + 1] === 0x53 && isFixedWidthHeader(bytes, here)) break;
    }
    // An id that ends in another separator than that of elements is faulty.
    const isNamed = cut === length + HEAD || ((entries[length + HEAD] as number) & 3) === ELEMENT - 1;
    if (kind !== SEGMENT || here >= end || !isNamed) break;
    entries[length] = ((begun + shift) << 2) | flags;
    entries[length + 1] = cut - length - HEAD;
    entries[cut] = (trimEnd(bytes, begun, here, terminator, true) + shift) << 2;
    tokens.length = cut + 1;
    begun = here + 1;
    read++;
  }
  scanner.at = begun + base;
  return read;
}
