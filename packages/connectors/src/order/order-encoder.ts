import { type Issue, Order } from '@dist/canonical';
import { type CompiledMap, compile, type Facts, json, type Overlay, type PartnerMap } from '@dist/mapping';
import { vendorCodecs } from '../codec/vendor-codecs.ts';

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

/** Compiles the map of a system's order with a tenant's overlays. Throws a TypeError where an overlay does not fit it. */
export function orderEncoder(map: PartnerMap, overlays: readonly Overlay[] = []): OrderEncoder {
  const orders = compiledMap(map, overlays);
  return {
    lookups: (order) => orders.lookups(order, 'write'),
    encode: (order, externalReference, facts) => {
      const { value, issues } = orders.write(withReference(order, externalReference), { facts });
      return value === undefined ? { ok: false, issues } : { ok: true, body: value };
    },
  };
}

/** To compile takes longer than to write a hundred orders: a map without overlays is compiled once for all connectors. */
const plain = new WeakMap<PartnerMap, CompiledMap<unknown, Order>>();

function compiledMap(map: PartnerMap, overlays: readonly Overlay[]): CompiledMap<unknown, Order> {
  const known = overlays.length === 0 ? plain.get(map) : undefined;
  if (known !== undefined) return known;
  const compiled = compile(map, { native: json(), canonical: Order, overlays, codecs: vendorCodecs });
  if (!compiled.ok) throw new TypeError(compiled.issues.map(({ message }) => message).join('; '));
  if (overlays.length === 0) plain.set(map, compiled.value);
  return compiled.value;
}

function withReference(order: Order, value: string): Order {
  const others = order.references.filter(({ type }) => type !== 'externalReference');
  return { ...order, references: [...others, { type: 'externalReference', value }] };
}
