/**
 * The metafield of an order that holds our reference. For `orders.find` its definition is of type `id`, whose values are
 * unique (Shopify: Custom IDs).
 */
export interface ReferenceField {
  readonly namespace: string;
  readonly key: string;
}

export const referenceField: ReferenceField = { namespace: 'order_to_cash', key: 'external_reference' };
