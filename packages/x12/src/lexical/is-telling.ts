/** Whether a segment may be one of the envelope or hold a binary payload, by its first letters: IS, IE, GS, GE, ST, SE, B. */
export function isTelling(first: number, second: number): boolean {
  if (first === 0x42) return second === 0x49 || second === 0x44;
  if (first !== 0x49 && first !== 0x47 && first !== 0x53) return false;
  return second === 0x53 || second === 0x45 || second === 0x54;
}
