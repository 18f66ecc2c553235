import type { Order } from '@dist/canonical';

/** The body of an order whose lines hold the buyer's line ids in a column of the tenant's. The lines are in one order. */
export function withLineIds(body: unknown, { lines }: Pick<Order, 'lines'>, field: string): unknown {
  if (!hasItems(body)) return body;
  const items = body.item.items.map((item, at) => ({ ...item, [field]: lines[at]?.lineId }));
  return { ...body, item: { ...body.item, items } };
}

function hasItems(body: unknown): body is { readonly item: { readonly items: readonly object[] } } {
  if (typeof body !== 'object' || body === null || !('item' in body)) return false;
  const { item } = body;
  return typeof item === 'object' && item !== null && 'items' in item && Array.isArray(item.items);
}
