import type { Difference } from './differences.ts';

/** `lines[0].price: 12.5 expected, nothing found`. */
export function differenceInWords({ path, expected, found }: Difference): string {
  return `${path === '' ? 'the document' : path}: ${inWords(expected)} expected, ${inWords(found)} found`;
}

function inWords(value: unknown): string {
  if (value === undefined) return 'nothing';
  const text = JSON.stringify(value) ?? String(value);
  return text.length > 300 ? `${text.slice(0, 299)}…` : text;
}
