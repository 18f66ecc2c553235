import { isBlank } from './bytes.ts';

/** A line break before a terminator that is itself a line break, or blanks after the last segment of a file, are not data. */
export function trimEnd(
  bytes: Uint8Array,
  start: number,
  end: number,
  terminator: number,
  terminated: boolean,
): number {
  let at = end;
  if (terminated && terminator === 0x0a && bytes[at - 1] === 0x0d) at--;
  if (!terminated) while (at > start && isBlank(bytes[at - 1] as number)) at--;
  return at;
}
