import type { PartnerMap } from './partner-map.ts';
import { sha256 } from './sha256.ts';

/**
 * SHA-256 of a map's content: of its JSON without white space, keys in the order of their UTF-16 code units. The same for
 * two files that differ in white space and the order of keys only.
 */
export function contentHash(map: PartnerMap): string {
  return sha256(sortedJson(map));
}

function sortedJson(value: unknown): string {
  if (typeof value !== 'object' || value === null) return JSON.stringify(value);
  if (Array.isArray(value)) return `[${value.map(sortedJson).join(',')}]`;
  const entries = Object.entries(value).filter(([, inner]) => inner !== undefined);
  const texts = entries
    .sort(([a], [b]) => (a < b ? -1 : 1))
    .map(([key, inner]) => `${JSON.stringify(key)}:${sortedJson(inner)}`);
  return `{${texts.join(',')}}`;
}
