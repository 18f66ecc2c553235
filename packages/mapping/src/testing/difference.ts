import { differenceInWords } from './difference-in-words.ts';
import { type DifferenceOptions, differences } from './differences.ts';

/** The first difference of two JSON documents as a sentence; undefined where they are the same. */
export function difference(
  expected: unknown,
  found: unknown,
  options: Pick<DifferenceOptions, 'more'> = {},
): string | undefined {
  const [first] = differences(expected, found, { ...options, most: 1 });
  return first === undefined ? undefined : differenceInWords(first);
}
