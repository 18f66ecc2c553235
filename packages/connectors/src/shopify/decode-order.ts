import { Order, type Result } from '@dist/canonical';
import { type CompiledMap, compile, type Facts, json, type Overlay } from '@dist/mapping';
import { orderMap } from './order-map.ts';
import type { OrderNode } from './order-node.ts';
import { webhookOrderOf } from './webhook-order-of.ts';

/** Reads an order of the GraphQL Admin API. What is an error of the map is an error here. */
export type OrderDecoder = (node: OrderNode) => Result<Order>;

/**
 * Reads orders by the same map as the webhook's, with a shop's overlays: the same order is the same whichever way it comes.
 * `placedAt` alone is written in UTC here. Throws a TypeError where an overlay does not fit the map.
 */
export function orderDecoder(overlays: readonly Overlay[] = [], facts: Facts = {}): OrderDecoder {
  const map = compiledMap(overlays);
  return (node) => {
    const { value, issues } = map.read(webhookOrderOf(node), { facts });
    const errors = issues.filter(({ severity }) => severity === 'error');
    if (value === undefined || errors.length > 0) return { ok: false, issues: errors.length > 0 ? errors : issues };
    return { ok: true, value, issues };
  };
}

/** To compile takes longer than to read a hundred orders: without overlays it is done once. */
let plain: CompiledMap<unknown, Order> | undefined;

function compiledMap(overlays: readonly Overlay[]): CompiledMap<unknown, Order> {
  if (overlays.length === 0 && plain !== undefined) return plain;
  const compiled = compile(orderMap, { native: json(), canonical: Order, overlays });
  if (!compiled.ok) throw new TypeError(compiled.issues.map(({ message }) => message).join('; '));
  if (overlays.length === 0) plain = compiled.value;
  return compiled.value;
}
