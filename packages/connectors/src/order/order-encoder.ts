import type { Issue, Order } from '@dist/canonical';
import type { CompiledMap, Facts, Overlay, PartnerMap } from '@dist/mapping';
import { type Codecs, compiledOrderMap } from './compiled-order-map.ts';

/** Makes the body of an order by a map, with the fields of a tenant's own. */
export interface OrderEncoder {
  /** Which master data the order needs to be written. */
  lookups(order: Order): ReturnType<CompiledMap<unknown, Order>['lookups']>;
  /** The body, or why there is none. The order carries our reference as its reference `externalReference`. */
  encode(
    order: Order,
    externalReference: string,
    facts: Facts,
  ): { readonly ok: true; readonly body: unknown } | { readonly ok: false; readonly issues: readonly Issue[] };
}

/**
 * Compiles the map of a system's order with a tenant's overlays, and the codecs that both name (`@dist/connectors/codecs`, or
 * your own). Throws a TypeError where an overlay does not fit it.
 */
export function orderEncoder(map: PartnerMap, overlays: readonly Overlay[] = [], codecs: Codecs = {}): OrderEncoder {
  const orders = compiledOrderMap(map, overlays, codecs);
  return {
    lookups: (order) => orders.lookups(order, 'write'),
    encode: (order, externalReference, facts) => {
      const { value, issues } = orders.write(withReference(order, externalReference), { facts });
      return value === undefined ? { ok: false, issues } : { ok: true, body: value };
    },
  };
}

function withReference(order: Order, value: string): Order {
  const others = order.references.filter(({ type }) => type !== 'externalReference');
  return { ...order, references: [...others, { type: 'externalReference', value }] };
}
