import type { Codec } from '../codec/codec.ts';
import type { CanonicalKinds } from '../generated/canonical-paths.ts';
import type { PartnerMap } from '../map/partner-map.ts';
import type { TypedRule } from './typed-rule.ts';

/** The names of the codecs that there are whatever the map. */
type StandardCodec =
  | 'text'
  | 'upper'
  | 'same'
  | 'index'
  | 'boolean'
  | 'country'
  | 'date'
  | 'time'
  | 'dateTime'
  | 'decimal'
  | 'number'
  | 'integer'
  | 'implied2'
  | 'gtin'
  | 'gtin:8'
  | 'gtin:12'
  | 'gtin:13'
  | 'gtin:14'
  | 'sscc'
  | 'sscc:18'
  | `dateTime:${string}`
  | `implied:${number}`
  | `digits:${number}`
  | `lookup:${string}`;

/** A map whose canonical paths, codecs and tables are checked, for a kind that is one of the canonical documents. */
export type TypedMap<Kind extends string, Tables, Custom extends string> = Omit<PartnerMap, 'rules'> &
  (Kind extends keyof CanonicalKinds
    ? {
        rules: readonly TypedRule<{
          readonly place: CanonicalKinds[Kind];
          readonly root: CanonicalKinds[Kind];
          readonly codec: StandardCodec | Custom | `table:${keyof Tables & string}`;
        }>[];
      }
    : Pick<PartnerMap, 'rules'>);

/**
 * A map written in TypeScript: the same JSON, with mistyped canonical paths, codecs and tables found while it is written, and
 * the ids of its rules known to `defineOverlay`. `codecs` are your own, as given to `compile`. Nothing happens at run time.
 */
export function defineMap<const Map extends PartnerMap, Custom extends string = never>(
  map: Map & TypedMap<Map['canonical'], Map['tables'], NoInfer<Custom>>,
  _codecs?: Readonly<Record<Custom, Codec>>,
): Map {
  return map;
}
