import type { FakeCatalog } from '../fake-catalog.ts';

export type Fields = Readonly<Record<string, unknown>>;

/** A fulfillment line as the fake holds it. */
export interface FakeLine {
  readonly FulfillLineId: number;
  readonly SourceTransactionLineId: string;
  readonly SourceTransactionLineNumber: string;
  readonly SourceTransactionScheduleId: string;
  readonly ProductNumber: string;
  readonly OrderedUOMCode: string;
  readonly UnitSellingPrice: number;
  OrderedQuantity: number;
  ShippedQuantity: number;
  StatusCode: string;
  BillingTransactionNumber: string | null;
}

/** An order as the fake holds it. */
export interface FakeOrder {
  readonly HeaderId: number;
  readonly OrderNumber: string;
  readonly OrderKey: string;
  readonly SourceTransactionId: string;
  readonly SourceTransactionSystem: string;
  readonly CustomerPONumber: string;
  readonly TransactionalCurrencyCode: string;
  StatusCode: string;
  LastUpdateDate: string;
  readonly lines: FakeLine[];
}

/** A shipment or an invoice: its number, when it changed, its fields and its lines. */
export interface FakeDocument {
  readonly number: string;
  changedAt: number;
  readonly fields: Fields;
  lines: readonly Fields[];
  /** Lines of a shipment that are packed, by their outer packing unit. */
  packed?: readonly { readonly LPNId: number; readonly lines: readonly Fields[] }[];
}

/** What the fake holds. */
export interface OracleFusionState {
  readonly orders: FakeOrder[];
  readonly shipments: FakeDocument[];
  readonly invoices: FakeDocument[];
  readonly items: readonly Fields[];
  readonly accounts: readonly Fields[];
  /** Stock that can be reserved, by item and organization: `AX-100|M1`. */
  readonly stock: ReadonlyMap<string, number>;
  /** The last id that was given. */
  lastId: number;
}

const day = 86_400_000;
const first = Date.UTC(2026, 2, 2, 8);

/** A business unit with an item, a customer, three shipments and three invoices of orders that are not its own. */
export function oracleFusionState({ items = [], customers = [] }: FakeCatalog): OracleFusionState {
  const item = (OrganizationCode: string) => ({
    ItemNumber: 'AX-100',
    OrganizationCode,
    ItemDescription: 'Valve (sample)',
    PrimaryUOMValue: 'Each',
    ItemStatusValue: 'Active',
  });
  const numbers = ['5001', '5002', '5003'];
  return {
    orders: [],
    shipments: numbers.map((number, at) => ({
      number,
      changedAt: first + at * day,
      fields: { ActualShipDate: dateOf(first + at * day), Carrier: 'Sample Carrier', Waybill: `W${number}` },
      lines: [shipmentLine({ order: `1000${at}`, lineId: '1', item: 'AX-100', quantity: 5, unit: 'Ea' })],
    })),
    invoices: numbers.map((number, at) => ({
      number,
      changedAt: first + at * day,
      fields: invoiceHead({ number, day: first + at * day, purchaseOrder: `47${number}`, total: 16.25 }),
      lines: [invoiceLine({ order: `1000${at}`, lineId: '1', item: 'AX-100', quantity: 5, price: 3.25 })],
    })),
    items: [
      item('M1'),
      item('M2'),
      ...items.map(({ sku, description, unit }) => ({
        ...item('M1'),
        ItemNumber: sku,
        ItemDescription: description,
        PrimaryUOMValue: unit,
      })),
    ],
    accounts: [
      { PartyNumber: 'C-1', OrganizationName: 'Northfield (sample)' },
      ...customers.map(({ number, name }) => ({ PartyNumber: number, OrganizationName: name })),
    ],
    stock: new Map([
      ['AX-100|M1', 100.5],
      ['AX-100|M2', 0],
    ]),
    lastId: 300_000_000,
  };
}

/** A day as resources of Oracle give it. */
export function dateOf(at: number): string {
  return new Date(at).toISOString().slice(0, 10);
}

/** A line of a shipment. */
export function shipmentLine(line: {
  readonly order: string;
  readonly lineId: string;
  readonly item: string;
  readonly quantity: number;
  readonly unit: string;
}): Fields {
  return {
    Order: line.order,
    OrderLine: '1',
    SourceOrderLine: line.lineId,
    Item: line.item,
    ShippedQuantity: line.quantity,
    RequestedQuantityUOMCode: line.unit,
  };
}

/** The head of an invoice. */
export function invoiceHead(invoice: {
  readonly number: string;
  readonly day: number;
  readonly purchaseOrder: string;
  readonly total: number;
}): Fields {
  return {
    TransactionNumber: invoice.number,
    TransactionDate: dateOf(invoice.day),
    InvoiceCurrencyCode: 'USD',
    EnteredAmount: invoice.total,
    InvoiceStatus: 'Complete',
    PurchaseOrder: invoice.purchaseOrder,
  };
}

/** A line of an invoice, without taxes. */
export function invoiceLine(line: {
  readonly order: string;
  readonly lineId: string;
  readonly item: string;
  readonly quantity: number;
  readonly price: number;
  readonly unit?: string;
}): Fields {
  return {
    LineNumber: 1,
    ItemNumber: line.item,
    Description: 'Valve (sample)',
    Quantity: line.quantity,
    UnitOfMeasure: line.unit ?? 'Each',
    UnitSellingPrice: line.price,
    LineAmount: Math.round(line.quantity * line.price * 100) / 100,
    SalesOrder: line.order,
    SalesOrderLine: line.lineId,
    receivablesInvoiceLineTaxLines: { items: [], count: 0, hasMore: false },
  };
}
