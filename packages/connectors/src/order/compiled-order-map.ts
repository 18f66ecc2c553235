import { Order } from '@dist/canonical';
import { type Codec, type CompiledMap, compile, json, type Overlay, type PartnerMap } from '@dist/mapping';
import { reference } from '../codec/reference.ts';

export type Codecs = Readonly<Record<string, Codec>>;

/** What every field of an ERP is short of. The other codecs are a system's own, and no bundle carries another system's. */
const references: Codecs = { reference6: reference(6), reference35: reference(35), reference40: reference(40) };
/** To compile takes longer than to write a hundred orders: a map without overlays is compiled once for all connectors. */
const plain = new WeakMap<PartnerMap, { readonly codecs: Codecs; readonly compiled: CompiledMap<unknown, Order> }>();

/**
 * Compiles the map of a system's order with a tenant's overlays and the codecs that both name beside those of `@dist/mapping`
 * and `reference6`, `reference35`, `reference40`. Throws a TypeError where an overlay does not fit it.
 */
export function compiledOrderMap(
  map: PartnerMap,
  overlays: readonly Overlay[],
  codecs: Codecs,
): CompiledMap<unknown, Order> {
  const known = overlays.length === 0 ? plain.get(map) : undefined;
  if (known !== undefined && isSame(known.codecs, codecs)) return known.compiled;
  const result = compile(map, { native: json(), canonical: Order, overlays, codecs: { ...references, ...codecs } });
  if (!result.ok) throw new TypeError(result.issues.map(({ message }) => message).join('; '));
  if (overlays.length === 0) plain.set(map, { codecs, compiled: result.value });
  return result.value;
}

function isSame(some: Codecs, others: Codecs): boolean {
  const names = Object.keys(some);
  return names.length === Object.keys(others).length && names.every((name) => some[name] === others[name]);
}
