import type { Issue, Order } from '@dist/canonical';
import type { Facts, Overlay, PartnerMap } from '@dist/mapping';
import { type Codecs, compiledOrderMap } from './compiled-order-map.ts';

/** Reads the orders of a shop by a map, with the fields of a tenant's own. */
export interface OrderDecoder {
  /** The order, or why it is none: what the map calls an error (a test order, one that is not paid) is told like the rest. */
  decode(
    document: unknown,
    facts: Facts,
  ): { readonly ok: true; readonly order: Order } | { readonly ok: false; readonly issues: readonly Issue[] };
}

/**
 * Compiles the map of a shop's order with a tenant's overlays, and the codecs that both name (`@dist/connectors/codecs`, or
 * your own). Throws a TypeError where an overlay does not fit it.
 */
export function orderDecoder(map: PartnerMap, overlays: readonly Overlay[] = [], codecs: Codecs = {}): OrderDecoder {
  const orders = compiledOrderMap(map, overlays, codecs);
  return {
    decode: (document, facts) => {
      const { value, issues } = orders.read(document, { facts });
      const failed = issues.some(({ severity }) => severity === 'error');
      return value === undefined || failed ? { ok: false, issues } : { ok: true, order: value };
    },
  };
}
