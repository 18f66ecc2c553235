const [zero, nine] = [48, 57];
/** Sums and differences of so few digits are exact in a double, and their texts canonical. */
const mostDigits = 12;

/** The number that a text of at most twelve digits states; -1 for any other text. Nearly all quantities are one. */
export function wholeNumber(text: string): number {
  if (text.length === 0 || text.length > mostDigits) return -1;
  let number = 0;
  for (let index = 0; index < text.length; index++) {
    const code = text.charCodeAt(index);
    if (code < zero || code > nine) return -1;
    number = number * 10 + code - zero;
  }
  return number;
}
