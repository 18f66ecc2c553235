import type { FakeCatalog } from '../fake-catalog.ts';

/** One item of an order in the fake. Quantities are texts, as SAP sends them. */
export interface FakeItem {
  SalesOrderItem: string;
  UnderlyingPurchaseOrderItem: string;
  Material: string;
  RequestedQuantity: string;
  RequestedQuantityUnit: string;
  SalesDocumentRjcnReason: string;
  /** What one of it costs, where the order says so. */
  readonly price?: number | undefined;
  /** What has left. */
  delivered: string;
}

/** An order in the fake. */
export interface FakeSalesOrder {
  SalesOrder: string;
  PurchaseOrderByShipToParty: string;
  PurchaseOrderByCustomer: string;
  status: string;
  version: number;
  items: FakeItem[];
}

/** A delivery or billing document in the fake: its fields, and when it changed, in milliseconds since 1970. */
export interface FakeDocument {
  readonly number: string;
  changedAt: number;
  fields: Record<string, unknown>;
}

/** What the fake holds. */
export interface S4hanaState {
  readonly orders: FakeSalesOrder[];
  readonly deliveries: FakeDocument[];
  readonly billing: FakeDocument[];
  readonly stock: readonly Readonly<Record<string, string>>[];
  readonly products: readonly { readonly Product: string; readonly BaseUnit: string; readonly text: string }[];
  readonly customers: readonly { readonly Customer: string; readonly name: string }[];
  /** The token of the session; a write with another is refused. */
  session: number;
  /** Whether texts are compared without case and without blanks at their end, which is up to the tenant's database. */
  folds: boolean;
  /** What one of anything costs, in US dollars. */
  readonly price: number;
}

const day = 86_400_000;
const first = Date.UTC(2026, 1, 2);

/** Some documents of orders of other days, so that lists have pages. */
export function s4hanaState({ items = [], customers = [] }: FakeCatalog): S4hanaState {
  const numbers = Array.from({ length: 7 }, (_, at) => at);
  return {
    orders: [],
    deliveries: numbers.map((at) => delivery(`8000000${at}`, first + Math.floor(at / 2) * day)),
    billing: numbers.map((at) => billing(`9000000${at}`, first + Math.floor(at / 2) * day + 3_600_000)),
    stock: [
      stockOf('AX-100', '1710', '01', '120.000'),
      stockOf('AX-100', '1710', '07', '5.000'),
      stockOf('AX-100', '1720', '01', '0.000'),
    ],
    products: [
      { Product: 'AX-100', BaseUnit: 'PC', text: 'Valve (sample)' },
      ...items.map(({ sku, description, unit }) => ({ Product: sku, BaseUnit: unit, text: description })),
    ],
    customers: [
      { Customer: '17100001', name: 'Northfield (sample)' },
      ...customers.map(({ number, name }) => ({ Customer: number, name })),
    ],
    session: 1,
    folds: false,
    price: 3.25,
  };
}

function stockOf(material: string, plant: string, type: string, quantity: string): Record<string, string> {
  return {
    Material: material,
    Plant: plant,
    StorageLocation: '171A',
    InventorySpecialStockType: '',
    InventoryStockType: type,
    MaterialBaseUnit: 'PC',
    MatlWrhsStkQtyInMatlBaseUnit: quantity,
  };
}

function delivery(number: string, changedAt: number): FakeDocument {
  const item = {
    DeliveryDocument: number,
    DeliveryDocumentItem: '10',
    ActualDeliveryQuantity: '24.000',
    DeliveryQuantityUnit: 'PC',
    Material: 'AX-100',
    Batch: 'L-9',
    ReferenceSDDocument: '4711',
    ReferenceSDDocumentItem: '000010',
  };
  return {
    number,
    changedAt,
    fields: {
      ActualGoodsMovementDate: `/Date(${changedAt})/`,
      DeliveryDate: `/Date(${changedAt + 2 * day})/`,
      BillOfLading: `BOL-${number}`,
      HeaderGrossWeight: '12.500',
      HeaderWeightUnit: 'KG',
      TotalNumberOfPackage: '00002',
      OverallGoodsMovementStatus: 'C',
      to_DeliveryDocumentItem: { results: [item] },
    },
  };
}

function billing(number: string, changedAt: number): FakeDocument {
  const item = {
    BillingDocument: number,
    BillingDocumentItem: '10',
    SalesDocument: '4711',
    SalesDocumentItem: '10',
    ReferenceSDDocument: '80000000',
    ReferenceSDDocumentCategory: 'J',
    Material: 'AX-100',
    BillingQuantity: '24',
    BillingQuantityUnit: 'PC',
    NetAmount: '78.00',
    TaxAmount: '6.24',
  };
  return {
    number,
    changedAt,
    fields: {
      SDDocumentCategory: 'M',
      BillingDocumentDate: `/Date(${changedAt - (changedAt % day)})/`,
      CancelledBillingDocument: '',
      TransactionCurrency: 'USD',
      TotalNetAmount: '78.00',
      TaxAmount: '6.24',
      to_Item: { results: [item] },
    },
  };
}
