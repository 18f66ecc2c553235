/** Which records of Salesforce are orders. */
export type SalesObject = 'Quote' | 'Order';

/** What differs between the two objects (Object Reference, "Quote", "QuoteLineItem", "Order", "OrderItem"). */
export interface SalesObjectFields {
  /** The number that people use; made by Salesforce. */
  readonly number: string;
  readonly own: readonly string[];
  /** Name of the lines in a record, and the field that counts them. */
  readonly lines: string;
  readonly lineNumber: string;
  readonly ofLine: readonly string[];
}

const address = ['ShippingStreet', 'ShippingCity', 'ShippingState', 'ShippingPostalCode', 'ShippingCountry'];
const product = ['ProductCode', 'StockKeepingUnit', 'Name', 'QuantityUnitOfMeasure'].map(
  (field) => `Product2.${field}`,
);
const everywhere = [
  'Id',
  'Status',
  'SystemModstamp',
  'CreatedDate',
  'AccountId',
  'Account.Name',
  'Account.AccountNumber',
];

export const salesObjects: Readonly<Record<SalesObject, SalesObjectFields>> = {
  Quote: {
    number: 'QuoteNumber',
    own: [
      ...everywhere,
      'QuoteNumber',
      'Name',
      'Email',
      'ShippingName',
      'ShippingHandling',
      'Tax',
      'GrandTotal',
      ...address,
    ],
    lines: 'QuoteLineItems',
    lineNumber: 'LineNumber',
    ofLine: [
      'Id',
      'LineNumber',
      'Quantity',
      'UnitPrice',
      'Discount',
      'Subtotal',
      'TotalPrice',
      'Description',
      ...product,
    ],
  },
  Order: {
    number: 'OrderNumber',
    own: [...everywhere, 'OrderNumber', 'PoNumber', 'EffectiveDate', 'TotalAmount', ...address],
    lines: 'OrderItems',
    lineNumber: 'OrderItemNumber',
    ofLine: ['Id', 'OrderItemNumber', 'Quantity', 'UnitPrice', 'Description', ...product],
  },
};

/** The start of a query for records with their lines. `more` are fields of the organization's own. */
export function selectOf(object: SalesObject, more: readonly string[]): string {
  const { own, lines, lineNumber, ofLine } = salesObjects[object];
  const nested = `(SELECT ${ofLine.join(', ')} FROM ${lines} ORDER BY ${lineNumber})`;
  return `SELECT ${[...own, ...more, nested].join(', ')} FROM ${object}`;
}
