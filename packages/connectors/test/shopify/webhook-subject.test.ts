import { webhookSubject } from '@dist/connectors/shopify';
import { describe, expect, it } from 'vitest';

const order = 'gid://shopify/Order/820982911946154508';

describe('edge 12 a webhook says what is to be read again', () => {
  it.each([
    ['orders/create', { id: 1, admin_graphql_api_id: order }, { record: 'order', id: order }],
    ['orders/updated', { admin_graphql_api_id: order }, { record: 'order', id: order }],
    ['orders/edited', { order_edit: { order_id: 7 } }, { record: 'order', id: 'gid://shopify/Order/7' }],
    ['orders/delete', { id: 7 }, { record: 'order', id: 'gid://shopify/Order/7' }],
    ['refunds/create', { order_id: 7 }, { record: 'order', id: 'gid://shopify/Order/7' }],
    ['fulfillments/update', { order_id: 7 }, { record: 'order', id: 'gid://shopify/Order/7' }],
    [
      'fulfillment_orders/placed_on_hold',
      { fulfillment_order: { id: 'gid://shopify/FulfillmentOrder/1' } },
      { record: 'fulfillmentOrder', id: 'gid://shopify/FulfillmentOrder/1' },
    ],
    [
      'inventory_levels/update',
      { inventory_item_id: 271878346596884000, available: 4 },
      { record: 'inventoryItem', id: 'gid://shopify/InventoryItem/271878346596884000' },
    ],
    ['app/uninstalled', {}, { record: 'shop' }],
  ])('%s', (topic, body, subject) => {
    expect(webhookSubject(topic, body)).toEqual(subject);
  });

  it.each([
    ['orders/create', { admin_graphql_api_id: 'gid://shopify/Order/1?x=1' }],
    ['orders/create', { admin_graphql_api_id: 'gid://shopify/Customer/1' }],
    ['orders/create', null],
    ['refunds/create', { order_id: -1.5 }],
  ])('%s with %j has no id', (topic, body) => {
    expect(webhookSubject(topic, body)).toEqual({ record: 'order' });
  });

  it.each(['themes/publish', '__proto__/x', ''])('%s is not known', (topic) => {
    expect(webhookSubject(topic, {})).toBeUndefined();
  });
});
