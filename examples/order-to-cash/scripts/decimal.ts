/** An amount of ten-thousandths as text with two places, or four where it needs them. */
export function decimal(tenThousandths: number): string {
  const text = (tenThousandths / 10_000).toFixed(4);
  return text.endsWith('00') ? text.slice(0, -2) : text;
}
