import type { FakeOrder } from './bigcommerce-state.ts';

const names: Readonly<Record<number, string>> = {
  0: 'Incomplete',
  2: 'Shipped',
  3: 'Partially Shipped',
  5: 'Cancelled',
  11: 'Awaiting Fulfillment',
};

const person = {
  first_name: 'Jo',
  last_name: 'Sample',
  company: 'Northfield (sample)',
  street_1: '44 Elevator Road',
  street_2: '',
  city: 'Austin',
  state: 'Texas',
  zip: '78701',
  country: 'United States',
  country_iso2: 'US',
  phone: '555-0101',
  email: 'ap@northfield.example',
};

/** An order as V2 shows it, with links in the places of its parts. Texts for money, dates of RFC 2822. */
export function orderDocument(order: FakeOrder, base: string): object {
  const { id, statusId, externalOrderId, modifiedAt, paymentMethod, currency, products } = order;
  const link = (part: string) => ({ url: `${base}/orders/${id}/${part}`, resource: `/orders/${id}/${part}` });
  const total = products.reduce((sum, { quantity, price_ex_tax: price }) => sum + quantity * Number(price), 0);
  return {
    id,
    status_id: statusId,
    status: names[statusId] ?? 'Something new',
    is_deleted: false,
    customer_id: 11,
    date_created: rfc2822(modifiedAt),
    date_modified: rfc2822(modifiedAt),
    payment_method: paymentMethod,
    external_order_id: externalOrderId,
    currency_code: 'USD',
    default_currency_code: currency,
    is_tax_inclusive_pricing: false,
    shipping_cost_ex_tax: '12.5000',
    shipping_cost_inc_tax: '12.5000',
    handling_cost_ex_tax: '0.0000',
    wrapping_cost_ex_tax: '0.0000',
    total_tax: '0.0000',
    total_inc_tax: (total + 12.5).toFixed(4),
    customer_message: '',
    billing_address: person,
    products: link('products'),
    shipping_addresses: link('shipping_addresses'),
  };
}

/** The one address of an order. */
export function addressDocument({ id }: FakeOrder): object {
  return { id: 31, order_id: id, shipping_method: 'Ground', ...person };
}

function rfc2822(milliseconds: number): string {
  return new Date(milliseconds).toUTCString().replace('GMT', '+0000');
}
