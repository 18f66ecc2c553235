// Writes the headers that the sample shop's webhook sends beside each of its orders: samples/shop-order-N.headers.json.
// Run it after an order has changed: node --conditions=@dist/source --import tsx examples/order-to-cash/scripts/sign-shop-orders.ts
import { createHmac } from 'node:crypto';
import { readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { sampleShop } from '../src/sample-shop.ts';

const folder = new URL('../samples/', import.meta.url);
for (const name of readdirSync(folder).filter((file) => /^shop-order-\d+\.json$/.test(file))) {
  const body = readFileSync(new URL(name, folder));
  const order = JSON.parse(body.toString()) as { id: number; created_at: string };
  const headers = {
    'X-Shopify-Topic': 'orders/create',
    'X-Shopify-Shop-Domain': 'sample.myshopify.com',
    'X-Shopify-Webhook-Id': `sample-webhook-${order.id}`,
    'X-Shopify-Triggered-At': order.created_at,
    'X-Shopify-Hmac-Sha256': createHmac('sha256', sampleShop.secret).update(body).digest('base64'),
  };
  writeFileSync(new URL(name.replace('.json', '.headers.json'), folder), `${JSON.stringify(headers, undefined, 2)}\n`);
}
