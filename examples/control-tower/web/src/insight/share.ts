/** A part of a whole, in per cent; a dash where there is no whole. */
export function share(part: number, whole: number): string {
  return whole === 0
    ? '–'
    : `${new Intl.NumberFormat(undefined, { maximumFractionDigits: 1 }).format((100 * part) / whole)} %`;
}
