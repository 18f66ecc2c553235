import { fieldOf } from '../json/field-of.ts';
import { textOf } from '../json/text-of.ts';

/** The record that a webhook is about, by its global id: what is to be read again. */
export interface WebhookSubject {
  readonly record: 'order' | 'inventoryItem' | 'product' | 'company' | 'customer' | 'fulfillmentOrder' | 'shop';
  readonly id?: string | undefined;
}

type Rule = readonly [record: WebhookSubject['record'], type: string, path: readonly string[]];

const order: Rule = ['order', 'Order', ['admin_graphql_api_id']];
const ofOrder: Rule = ['order', 'Order', ['order_id']];
const fulfillmentOrder: Rule = ['fulfillmentOrder', 'FulfillmentOrder', ['fulfillment_order', 'id']];

/** Topics by their first part, or whole (Shopify: Webhook topics). Payloads have global ids or numbers. */
const rules: Readonly<Record<string, Rule>> = {
  orders: order,
  'orders/edited': ['order', 'Order', ['order_edit', 'order_id']],
  'orders/delete': ['order', 'Order', ['id']],
  refunds: ofOrder,
  fulfillments: ofOrder,
  order_transactions: ofOrder,
  fulfillment_orders: fulfillmentOrder,
  inventory_levels: ['inventoryItem', 'InventoryItem', ['inventory_item_id']],
  inventory_items: ['inventoryItem', 'InventoryItem', ['admin_graphql_api_id']],
  products: ['product', 'Product', ['admin_graphql_api_id']],
  companies: ['company', 'Company', ['admin_graphql_api_id']],
  company_locations: ['company', 'Company', ['company', 'admin_graphql_api_id']],
  customers: ['customer', 'Customer', ['admin_graphql_api_id']],
  app: ['shop', 'Shop', []],
  shop: ['shop', 'Shop', []],
};

/**
 * What a webhook is about. Webhooks come twice, late and in any order: what they tell of the record may be old by then, so
 * the record is read again. Undefined for a topic that is not known; without an id where the body has none.
 */
export function webhookSubject(topic: string, body: unknown): WebhookSubject | undefined {
  const [family = ''] = topic.split('/');
  const key = [topic, family].find((one) => Object.hasOwn(rules, one));
  const rule = key === undefined ? undefined : rules[key];
  if (rule === undefined) return undefined;
  const [record, type, path] = rule;
  const found = path.reduce<unknown>((value, name) => fieldOf(value, name), body);
  const text = typeof found === 'number' ? String(found) : textOf(found);
  const number = text?.startsWith(`gid://shopify/${type}/`) ? text.slice(`gid://shopify/${type}/`.length) : text;
  if (path.length === 0 || number === undefined || !/^\d{1,20}$/.test(number)) return { record };
  return { record, id: `gid://shopify/${type}/${number}` };
}
