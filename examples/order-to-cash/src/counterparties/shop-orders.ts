import { readdirSync, readFileSync, statSync } from 'node:fs';
import { join } from 'node:path';
import * as z from 'zod';

/** An order that the shop took, as far as fulfilling needs it. */
export interface ShopOrder {
  /** `gid://shopify/Order/<number>`. */
  readonly id: string;
  readonly name: string;
  readonly lines: readonly { readonly id: string; readonly sku: string | null; readonly quantity: number }[];
}

const number = z.union([z.int().positive(), z.string().regex(/^\d{1,20}$/)]).transform(String);

/** The body of the webhook `orders/create`. */
const Webhook = z.object({
  id: number,
  name: z.string().optional(),
  line_items: z.array(z.object({ id: number, sku: z.string().nullish(), quantity: z.int().nonnegative() })),
});

/**
 * The orders in the named files and in the files `shop-order-*.json` of the named folders, by id. Other files are
 * passed over: the shop knows what it sold, not what else lies there.
 */
export function readShopOrders(paths: readonly string[]): ReadonlyMap<string, ShopOrder> {
  const orders = paths.flatMap(filesAt).flatMap(readShopOrder);
  return new Map(orders.map((order) => [order.id, order]));
}

function filesAt(path: string): string[] {
  const about = statSync(path, { throwIfNoEntry: false });
  if (about?.isFile()) return [path];
  if (!about?.isDirectory()) return [];
  const names = readdirSync(path).filter((name) => /^shop-order-.*\.json$/.test(name));
  return names.sort().map((name) => join(path, name));
}

function readShopOrder(file: string): ShopOrder[] {
  const { data } = Webhook.safeParse(parse(readFileSync(file, 'utf8')));
  if (data === undefined) return [];
  const lines = data.line_items.map(({ id, sku, quantity }) => ({ id, sku: sku ?? null, quantity }));
  return [{ id: `gid://shopify/Order/${data.id}`, name: data.name ?? `#${data.id}`, lines }];
}

function parse(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return undefined;
  }
}
