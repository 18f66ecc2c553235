/** A larger input is not read: a page has less memory than the command. */
const MOST_BYTES = 20_000_000;

/** What is said of an input that is too large; undefined of one that is not. */
export function tooLarge(bytes: number): string | undefined {
  if (bytes <= MOST_BYTES) return undefined;
  const size = (bytes / 1e6).toFixed(1);
  return `This is ${size} MB; the page reads ${MOST_BYTES / 1e6} MB at most. The command x12 reads files of any size.`;
}
