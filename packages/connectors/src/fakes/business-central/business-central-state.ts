import type { FakeCatalog } from '../fake-catalog.ts';

/** A line of an order in the fake; numbers are JSON numbers, as Business Central sends them. */
export interface FakeOrderLine {
  readonly id: string;
  readonly sequence: number;
  version: number;
  fields: Record<string, unknown>;
  shippedQuantity: number;
  invoicedQuantity: number;
}

/** An order in the fake. */
export interface FakeOrder {
  readonly id: string;
  readonly number: string;
  status: string;
  changedAt: number;
  fields: Record<string, unknown>;
  readonly lines: FakeOrderLine[];
}

/** A posted document in the fake, and when it changed, in milliseconds since 1970. */
export interface FakePosted {
  readonly number: string;
  changedAt: number;
  fields: Record<string, unknown>;
}

/** What the fake holds. */
export interface BusinessCentralState {
  readonly orders: FakeOrder[];
  readonly shipments: FakePosted[];
  readonly invoices: FakePosted[];
  readonly items: readonly Readonly<Record<string, unknown>>[];
  readonly customers: readonly Readonly<Record<string, unknown>>[];
  readonly subscriptions: Record<string, unknown>[];
  /** The token that is good; tokens before it are not. */
  token: number;
  /** How many orders were ever made. */
  made: number;
}

const day = 86_400_000;
const first = Date.UTC(2026, 1, 2);

/** Some documents of orders of other days, so that lists have pages. */
export function businessCentralState({ items = [], customers = [] }: FakeCatalog): BusinessCentralState {
  const numbers = Array.from({ length: 7 }, (_, at) => at);
  return {
    orders: [],
    shipments: numbers.map((at) => shipment(`10200${at}`, first + Math.floor(at / 2) * day)),
    invoices: numbers.map((at) => invoice(`10300${at}`, first + Math.floor(at / 2) * day + 3_600_000)),
    items: [
      {
        id: guid(1),
        number: 'AX-100',
        displayName: 'Valve (sample)',
        gtin: '00614141000012',
        blocked: false,
        inventory: 120.5,
        baseUnitOfMeasureCode: 'PCS',
      },
      ...items.map(({ sku, description, unit }, at) => ({
        id: guid(500_000 + at),
        number: sku,
        displayName: description,
        gtin: '',
        blocked: false,
        inventory: 0,
        baseUnitOfMeasureCode: unit,
      })),
    ],
    customers: [
      { id: guid(2), number: 'C-1', displayName: 'Northfield (sample)', email: 'orders@northfield.example' },
      ...customers.map(({ number, name }, at) => ({ id: guid(600_000 + at), number, displayName: name, email: '' })),
    ],
    subscriptions: [],
    token: 1,
    made: 0,
  };
}

/** A GUID of a number. */
export function guid(number: number): string {
  return `00000000-0000-4000-8000-${String(number).padStart(12, '0')}`;
}

function line(document: string): Record<string, unknown> {
  return {
    id: guid(Number(document)),
    sequence: 20000,
    lineType: 'Item',
    lineObjectNumber: 'AX-100',
    description: 'Valve (sample)',
    description2: '007',
    unitOfMeasureCode: 'PCS',
    quantity: 24,
  };
}

function comment(document: string): Record<string, unknown> {
  return {
    id: guid(Number(document) + 1_000_000),
    sequence: 10000,
    lineType: 'Comment',
    lineObjectNumber: '',
    description: '0004500012',
    description2: '',
    unitOfMeasureCode: '',
    quantity: 0,
  };
}

function shipment(number: string, changedAt: number): FakePosted {
  const salesShipmentLines = [comment(number), line(number)];
  const fields = {
    externalDocumentNumber: `OTHER.${number}`,
    customerPurchaseOrderReference: '',
    orderNumber: 'S-ORD1',
  };
  const postingDate = new Date(changedAt).toISOString().slice(0, 10);
  return { number, changedAt, fields: { ...fields, postingDate, salesShipmentLines } };
}

function invoice(number: string, changedAt: number): FakePosted {
  const salesInvoiceLines = [
    { ...comment(number), netAmount: 0 },
    { ...line(number), netAmount: 78 },
  ];
  const invoiceDate = new Date(changedAt).toISOString().slice(0, 10);
  const fields = {
    externalDocumentNumber: `OTHER.${number}`,
    customerPurchaseOrderReference: '',
    orderNumber: `S-ORD${number}`,
    invoiceDate,
    currencyCode: 'USD',
    status: 'Open',
    totalTaxAmount: 6.24,
    totalAmountIncludingTax: 84.24,
  };
  return { number, changedAt, fields: { ...fields, salesInvoiceLines } };
}
