import type { VendorErrorRule } from '../http/vendor-errors.ts';

const statuses = 'BigCommerce, REST API Overview: REST HTTP status codes';
const orders = 'BigCommerce, OpenAPI orders.v2';
const v3 = 'BigCommerce, OpenAPI orders.v3';
const inventory = 'BigCommerce, OpenAPI inventory.v3';
const variants = 'BigCommerce, OpenAPI catalog/product-variants.v3';

/**
 * What BigCommerce's errors mean. There are no codes: V2 answers `[{ status, message }]`, V3 `{ status, title, detail,
 * errors }`. Rules without a status hold for the text alone.
 */
export const bigcommerceErrors: readonly VendorErrorRule[] = [
  {
    status: 403,
    includes: 'required scope',
    class: 'permission',
    sample: "You don't have a required scope to access the endpoint",
    source: 'Stack Exchange, which API scope is needed to update an order status in BigCommerce',
  },
  {
    includes: 'The requested resource was not found.',
    class: 'not-found',
    sample: 'The requested resource was not found.',
    source: `${orders}: PUT /orders/{order_id}/shipping_addresses/{id}, 404`,
  },
  {
    includes: 'cannot be written to',
    class: 'validation',
    sample: "The field 'product_id' cannot be written to. Please remove it from your request before trying again.",
    source: 'github.com/bigcommerce/api-specs, pull request 229: POST /orders/{order_id}/shipments',
  },
  {
    status: 400,
    includes: 'Input is invalid',
    class: 'validation',
    sample: 'Input is invalid',
    source: `${v3}: POST /orders/{order_id}/metafields, 400`,
  },
  {
    status: 422,
    includes: 'JSON data is missing or invalid',
    class: 'validation',
    sample: 'JSON data is missing or invalid',
    source: `${v3}: POST /orders/{order_id}/payment_actions/void, 422`,
  },
  {
    status: 422,
    includes: 'is tracked by product',
    class: 'validation',
    sample: '[Item with variant_id 106 is tracked by product, please update stock by product id]',
    source: `${inventory}: PUT /inventory/adjustments/absolute, 422`,
  },
  {
    status: 422,
    includes: 'requires absolute adjustment before relative',
    class: 'conflict',
    sample: 'Items with identity: [product_id 113] requires absolute adjustment before relative',
    source: `${inventory}: POST /inventory/adjustments/relative, 422`,
  },
  {
    status: 422,
    includes: 'Payload contains invalid fields',
    class: 'validation',
    sample: 'Payload contains invalid fields',
    source: `${inventory}: PUT /inventory/locations/{location_id}/items, 422`,
  },
  {
    status: 413,
    class: 'validation',
    sample: 'The request payload is too large. The maximum items allowed in the array is 50',
    source: `${variants}: PUT /catalog/variants, 413`,
  },
  {
    status: 409,
    class: 'conflict',
    sample:
      'The metafield conflicts with another metafield. This can result from duplicate unique key combinations of the appʼs client ID, namespace, key, resource type, and resource ID.',
    source: `${v3}: POST /orders/{order_id}/metafields, 409`,
  },
  {
    status: 415,
    class: 'config',
    sample: 'Unsupported Media Type',
    source: statuses,
  },
  {
    status: 507,
    class: 'conflict',
    sample: 'Insufficient Storage',
    source: `${statuses}: the store is at its limit of the resource`,
  },
];
