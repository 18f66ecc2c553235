import type { SamplePlace } from './data/places.ts';

/** A line of a shop's order: pieces by our SKU. */
export interface ShopLine {
  readonly sku: string;
  readonly quantity: number;
  /** Per piece, as text with two places. */
  readonly price: string;
  readonly description: string;
}

export interface ShopOrder {
  /** The shop's own number: `#2041` has 2041. */
  readonly number: number;
  readonly purchaseOrder: string;
  readonly companyId: number;
  readonly place: SamplePlace;
  readonly at: string;
  readonly lines: readonly ShopLine[];
}

/** The body of Shopify's `orders/create` webhook for a company's order: an order of the REST Admin API. */
export function shopOrder(order: ShopOrder): object {
  const subtotal = order.lines.reduce(
    (sum, { price, quantity }) => sum + Math.round(Number(price) * 100) * quantity,
    0,
  );
  const total = (subtotal / 100).toFixed(2);
  const id = 6100200000000 + order.number;
  return {
    id,
    admin_graphql_api_id: `gid://shopify/Order/${id}`,
    app_id: 580111,
    browser_ip: null,
    buyer_accepts_marketing: false,
    cancel_reason: null,
    cancelled_at: null,
    cart_token: null,
    checkout_id: 35000100000000 + order.number,
    checkout_token: null,
    client_details: null,
    closed_at: null,
    company: { id: order.companyId, location_id: Number(order.place.number) },
    confirmation_number: `SMPL${order.number}`,
    confirmed: true,
    contact_email: email(order),
    created_at: order.at,
    currency: 'USD',
    ...currentTotals(total),
    ...saleData(order),
    subtotal_price: total,
    subtotal_price_set: money(total),
    tags: '',
    tax_exempt: true,
    tax_lines: [],
    taxes_included: false,
    test: false,
    token: `sample${order.number}`,
    ...totals(total),
    updated_at: order.at,
    user_id: null,
    billing_address: address(order),
    customer: customer(order),
    discount_applications: [],
    fulfillments: [],
    line_items: order.lines.map((line, at) => lineItem(order, line, at)),
    payment_terms: paymentTerms(order),
    refunds: [],
    shipping_address: address(order),
    shipping_lines: [],
    returns: [],
  };
}

/** Where the order came from and where it stands: most of it empty for an order that is new. */
function saleData(order: ShopOrder): object {
  return {
    customer_locale: 'en-US',
    device_id: null,
    discount_codes: [],
    duties_included: false,
    email: email(order),
    estimated_taxes: false,
    financial_status: 'pending',
    fulfillment_status: null,
    landing_site: null,
    landing_site_ref: null,
    location_id: null,
    merchant_business_entity_id: null,
    merchant_of_record_app_id: null,
    name: `#${order.number}`,
    note: null,
    note_attributes: [],
    number: order.number - 1000,
    order_number: order.number,
    order_status_url: `https://shop.example.com/orders/${order.number}`,
    original_total_additional_fees_set: null,
    original_total_duties_set: null,
    payment_gateway_names: [],
    phone: null,
    po_number: order.purchaseOrder,
    presentment_currency: 'USD',
    processed_at: order.at,
    reference: null,
    referring_site: null,
    source_identifier: null,
    source_name: 'web',
    source_url: null,
  };
}

function money(amount: string): object {
  return { shop_money: { amount, currency_code: 'USD' }, presentment_money: { amount, currency_code: 'USD' } };
}

function email({ companyId }: ShopOrder): string {
  return `purchasing-${companyId}@example.com`;
}

function currentTotals(total: string): object {
  return {
    current_shipping_price_set: money('0.00'),
    current_subtotal_price: total,
    current_subtotal_price_set: money(total),
    current_total_additional_fees_set: null,
    current_total_discounts: '0.00',
    current_total_discounts_set: money('0.00'),
    current_total_duties_set: null,
    current_total_price: total,
    current_total_price_set: money(total),
    current_total_tax: '0.00',
    current_total_tax_set: money('0.00'),
  };
}

function totals(total: string): object {
  return {
    total_cash_rounding_payment_adjustment_set: money('0.00'),
    total_cash_rounding_refund_adjustment_set: money('0.00'),
    total_discounts: '0.00',
    total_discounts_set: money('0.00'),
    total_line_items_price: total,
    total_line_items_price_set: money(total),
    total_outstanding: total,
    total_price: total,
    total_price_set: money(total),
    total_shipping_price_set: money('0.00'),
    total_tax: '0.00',
    total_tax_set: money('0.00'),
    total_tip_received: '0.00',
    total_weight: 0,
  };
}

function address({ place: { name, street, city, region, postalCode } }: ShopOrder): object {
  return {
    first_name: null,
    address1: street,
    phone: null,
    city,
    zip: postalCode,
    province: regions[region] ?? region,
    country: 'United States',
    last_name: 'Receiving',
    address2: null,
    company: name,
    latitude: null,
    longitude: null,
    name: 'Receiving',
    country_code: 'US',
    province_code: region,
  };
}

const regions: Readonly<Record<string, string>> = { OR: 'Oregon', CO: 'Colorado' };

function customer(order: ShopOrder): object {
  const id = order.companyId + 300000;
  return {
    id,
    created_at: '2026-01-05T09:00:00-05:00',
    updated_at: order.at,
    first_name: null,
    last_name: 'Purchasing',
    state: 'enabled',
    note: null,
    verified_email: true,
    multipass_identifier: null,
    tax_exempt: true,
    email: email(order),
    phone: null,
    currency: 'USD',
    tax_exemptions: [],
    admin_graphql_api_id: `gid://shopify/Customer/${id}`,
    default_address: { id: id + 1, customer_id: id, ...address(order), country_name: 'United States', default: true },
  };
}

function lineItem({ number }: ShopOrder, { sku, quantity, price, description }: ShopLine, at: number): object {
  const id = 15100000000000 + number * 100 + at;
  return {
    id,
    admin_graphql_api_id: `gid://shopify/LineItem/${id}`,
    attributed_staffs: [],
    current_quantity: quantity,
    fulfillable_quantity: quantity,
    fulfillment_service: 'manual',
    fulfillment_status: null,
    gift_card: false,
    grams: 0,
    name: description,
    price,
    price_set: money(price),
    product_exists: true,
    product_id: 8100000000000 + Number(sku.slice(3)),
    properties: [],
    quantity,
    requires_shipping: true,
    sales_line_item_group_id: null,
    sku,
    taxable: false,
    title: description,
    total_discount: '0.00',
    total_discount_set: money('0.00'),
    variant_id: 44100000000000 + Number(sku.slice(3)),
    variant_inventory_management: 'shopify',
    variant_title: null,
    vendor: 'Kestrel Supply (sample)',
    tax_lines: [],
    duties: [],
    discount_allocations: [],
  };
}

function paymentTerms({ at }: ShopOrder): object {
  return {
    id: 9200000000,
    created_at: at,
    due_in_days: 30,
    payment_schedules: [],
    payment_terms_name: 'Net 30',
    payment_terms_type: 'net',
    updated_at: at,
  };
}
