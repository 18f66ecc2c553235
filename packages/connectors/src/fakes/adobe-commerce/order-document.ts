import type { FakeOrder } from './adobe-commerce-state.ts';

const address = {
  firstname: 'Pat',
  lastname: 'Sample',
  company: 'Northfield (sample)',
  street: ['1 Ledger Lane'],
  city: 'Portland',
  region: 'Oregon',
  region_code: 'OR',
  postcode: '97201',
  country_id: 'US',
  telephone: '555-0100',
  email: 'ap@northfield.example',
};

/** An order as the Web API shows it: numbers of JSON for money, times that say no zone. */
export function orderDocument(order: FakeOrder): Readonly<Record<string, unknown>> {
  const { id, extOrderId, state, status, updatedAt, currency, items } = order;
  return {
    entity_id: id,
    increment_id: `000000${id}`,
    ext_order_id: extOrderId,
    state,
    status,
    created_at: commerceTime(updatedAt),
    updated_at: commerceTime(updatedAt),
    customer_email: 'ap@northfield.example',
    customer_id: 77,
    customer_is_guest: 0,
    order_currency_code: currency,
    base_currency_code: 'USD',
    base_grand_total: 110.5,
    grand_total: 110.5,
    shipping_amount: 12.5,
    shipping_description: 'Flat Rate - Fixed',
    billing_address: { ...address, address_type: 'billing' },
    items,
    extension_attributes: {
      shipping_assignments: [
        { shipping: { method: 'flatrate_flatrate', address: { ...address, address_type: 'shipping' } }, items },
      ],
    },
  };
}

function commerceTime(milliseconds: number): string {
  return new Date(milliseconds).toISOString().slice(0, 19).replace('T', ' ');
}
