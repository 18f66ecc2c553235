import type { PartnerMap, Rule } from '@dist/mapping';

const address = (id: string): readonly Rule[] => [
  { id: `${id}-line-1`, canonical: 'address.lines[0]', native: 'address1' },
  { id: `${id}-line-2`, canonical: 'address.lines[1]', native: 'address2' },
  { id: `${id}-city`, canonical: 'address.city', native: 'city' },
  { id: `${id}-region`, canonical: 'address.region', native: 'province_code' },
  { id: `${id}-postal-code`, canonical: 'address.postalCode', native: 'zip' },
  { id: `${id}-country`, canonical: 'address.country', native: 'country_code' },
];

/**
 * The order of Shopify's webhook `orders/create` (the order of the REST Admin API) → Order. It only reads.
 * The number is the shop's order name (`#1001`), which no other order of the shop has; the buyer's purchase order number
 * of a company (B2B) is the reference `purchaseOrder`. A company's location is the ship-to's number, the company the
 * buyer's, both of scheme `channel`. Ids of order and lines are the global ones: the numeric ones outgrow a JSON number.
 */
export const orderMap: PartnerMap = {
  id: 'shopify/order',
  version: '1',
  native: 'json/shopify/order',
  canonical: 'order',
  direction: 'read',
  rules: [
    { id: 'kind', op: 'const', canonical: 'kind', value: 'order' },
    { id: 'model', op: 'const', canonical: 'version', value: '1' },
    { id: 'purpose', op: 'const', canonical: 'purpose', value: 'original' },
    { id: 'channel', op: 'const', canonical: 'channel', value: 'shop' },
    { id: 'number', canonical: 'number', native: 'name', required: true },
    { id: 'currency', canonical: 'currency', native: 'currency', required: true },
    { id: 'placed-at', canonical: 'placedAt', native: 'created_at' },
    { id: 'total', canonical: 'total', native: 'total_price', as: 'decimal' },
    { id: 'note', canonical: 'notes[0]', native: 'note' },
    {
      id: 'shop-order-id',
      canonical: 'references[type=shopOrderId].value',
      native: 'admin_graphql_api_id',
      required: true,
    },
    { id: 'purchase-order', canonical: 'references[type=purchaseOrder].value', native: 'po_number' },
    { id: 'net-days', canonical: 'terms.netDays', native: 'payment_terms.due_in_days', as: 'same' },
    { id: 'terms', canonical: 'terms.description', native: 'payment_terms.payment_terms_name' },
    { id: 'company', canonical: 'parties.buyer.ids[scheme=channel].value', native: 'company.id', as: 'number' },
    { id: 'buyer-name', canonical: 'parties.buyer.name', native: 'billing_address.company' },
    {
      id: 'company-location',
      canonical: 'parties.shipTo.ids[scheme=channel].value',
      native: 'company.location_id',
      as: 'number',
    },
    { id: 'ship-to-name', canonical: 'parties.shipTo.name', native: 'shipping_address.name' },
    {
      id: 'ship-to-address',
      op: 'one',
      canonical: 'parties.shipTo',
      native: 'shipping_address',
      rules: address('ship-to'),
    },
    { id: 'bill-to-name', canonical: 'parties.billTo.name', native: 'billing_address.name' },
    {
      id: 'bill-to-address',
      op: 'one',
      canonical: 'parties.billTo',
      native: 'billing_address',
      rules: address('bill-to'),
    },
    {
      id: 'lines',
      op: 'each',
      canonical: 'lines',
      native: 'line_items',
      key: 'lineId',
      rules: [
        { id: 'line-id', canonical: 'lineId', native: 'admin_graphql_api_id', required: true },
        { id: 'sku', canonical: 'ids[scheme=seller].value', native: 'sku' },
        { id: 'variant', canonical: 'ids[scheme=channel].value', native: 'variant_id', as: 'number' },
        { id: 'description', canonical: 'description', native: 'name' },
        { id: 'quantity', canonical: 'quantity.value', native: 'quantity', as: 'number', required: true },
        { id: 'unit', op: 'const', canonical: 'quantity.unit', value: 'C62' },
        { id: 'price', canonical: 'price.amount', native: 'price', as: 'decimal', required: true },
        {
          id: 'discounts',
          op: 'each',
          canonical: 'allowancesCharges',
          native: 'discount_allocations',
          rules: [
            { id: 'discount-kind', op: 'const', canonical: 'kind', value: 'allowance' },
            { id: 'discount-code', op: 'const', canonical: 'code', value: 'C310', note: 'X12 1300: discount' },
            { id: 'discount-amount', canonical: 'amount', native: 'amount', as: 'decimal', required: true },
          ],
        },
      ],
    },
    {
      id: 'shipping',
      op: 'each',
      canonical: 'allowancesCharges',
      native: 'shipping_lines',
      rules: [
        { id: 'shipping-kind', op: 'const', canonical: 'kind', value: 'charge' },
        { id: 'shipping-code', op: 'const', canonical: 'code', value: 'D240', note: 'X12 1300: freight' },
        { id: 'shipping-amount', canonical: 'amount', native: 'discounted_price', as: 'decimal', required: true },
        { id: 'shipping-title', canonical: 'description', native: 'title' },
      ],
    },
    {
      id: 'taxes-on-top',
      op: 'when',
      note: 'Where prices include tax, the lines hold it already.',
      if: { native: { path: 'taxes_included', is: false } },
      rules: [
        {
          id: 'taxes',
          op: 'each',
          canonical: 'taxes',
          native: 'tax_lines',
          rules: [
            { id: 'tax-category', canonical: 'category', native: 'title', required: true },
            { id: 'tax-rate', canonical: 'rate', native: 'rate', as: 'number' },
            { id: 'tax-amount', canonical: 'amount', native: 'price', as: 'decimal', required: true },
          ],
        },
      ],
    },
  ],
};
