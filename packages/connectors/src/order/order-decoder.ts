import { type Issue, Order } from '@dist/canonical';
import { type CompiledMap, compile, type Facts, json, type Overlay, type PartnerMap } from '@dist/mapping';
import { vendorCodecs } from '../codec/vendor-codecs.ts';

/** Reads the orders of a shop by a map, with the fields of a tenant's own. */
export interface OrderDecoder {
  /** The order, or why it is none: what the map calls an error (a test order, one that is not paid) is told like the rest. */
  decode(
    document: unknown,
    facts: Facts,
  ): { readonly ok: true; readonly order: Order } | { readonly ok: false; readonly issues: readonly Issue[] };
}

/** Compiles the map of a shop's order with a tenant's overlays. Throws a TypeError where an overlay does not fit it. */
export function orderDecoder(map: PartnerMap, overlays: readonly Overlay[] = []): OrderDecoder {
  const orders = compiledMap(map, overlays);
  return {
    decode: (document, facts) => {
      const { value, issues } = orders.read(document, { facts });
      const failed = issues.some(({ severity }) => severity === 'error');
      return value === undefined || failed ? { ok: false, issues } : { ok: true, order: value };
    },
  };
}

/** A map without overlays is compiled once for all connectors. */
const plain = new WeakMap<PartnerMap, CompiledMap<unknown, Order>>();

function compiledMap(map: PartnerMap, overlays: readonly Overlay[]): CompiledMap<unknown, Order> {
  const known = overlays.length === 0 ? plain.get(map) : undefined;
  if (known !== undefined) return known;
  const compiled = compile(map, { native: json(), canonical: Order, overlays, codecs: vendorCodecs });
  if (!compiled.ok) throw new TypeError(compiled.issues.map(({ message }) => message).join('; '));
  if (overlays.length === 0) plain.set(map, compiled.value);
  return compiled.value;
}
