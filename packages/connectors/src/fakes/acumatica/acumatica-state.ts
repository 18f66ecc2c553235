import type { FakeCatalog } from '../fake-catalog.ts';

/** One line of an order in the fake. */
export interface FakeOrderLine {
  readonly id: string;
  readonly LineNbr: number;
  ExternalRef: string;
  InventoryID: string;
  UOM: string;
  OrderQty: number;
  UnitPrice: number;
  QtyOnShipments: number;
}

/** An order in the fake. */
export interface FakeOrder {
  readonly OrderType: string;
  readonly OrderNbr: string;
  readonly CustomerID: string;
  CustomerOrder: string;
  ExternalRef: string;
  Status: string;
  changedAt: number;
  lines: FakeOrderLine[];
  shipments: { readonly ShipmentNbr: string; readonly Status: string; readonly InvoiceNbr: string }[];
}

/** A shipment or an invoice in the fake: its fields as the API gives them, and when it changed, in milliseconds since 1970. */
export interface FakeDocument {
  readonly number: string;
  readonly Type: string;
  Status: string;
  changedAt: number;
  fields: Record<string, unknown>;
}

/** What the fake holds. */
export interface AcumaticaState {
  readonly orders: FakeOrder[];
  readonly shipments: FakeDocument[];
  readonly invoices: FakeDocument[];
  readonly items: readonly { readonly InventoryID: string; readonly Description: string; readonly BaseUOM: string }[];
  readonly customers: readonly { readonly CustomerID: string; readonly CustomerName: string; readonly Email: string }[];
  /** On hand, for shipment and not available, by warehouse and location. */
  readonly stock: readonly (readonly [item: string, warehouse: string, location: string, number, number, number])[];
  /** Sessions that are open, by the cookie or token that holds each. */
  readonly sessions: Set<string>;
  /** How many were opened, for names of the next. */
  opened: number;
  /** "Maximum Number of Web Services API Users". */
  readonly sessionsAllowed: number;
  /** How often an action that was begun answers that it is in progress. */
  readonly looks: number;
  /** Actions that are in progress: what each does at its end, and how many looks that takes. */
  readonly actions: Map<string, { looks: number; readonly end: () => Response }>;
  /** What one of anything costs, in US dollars. */
  readonly price: number;
}

const hour = 3_600_000;
const first = Date.UTC(2026, 1, 2, 8);

/** How the fake is to behave. */
export interface AcumaticaFakeOptions extends FakeCatalog {
  readonly sessionsAllowed?: number | undefined;
  readonly looks?: number | undefined;
}

/** Some documents of orders of other days, so that lists have pages; two and two changed at the same instant. */
export function acumaticaState(options: AcumaticaFakeOptions): AcumaticaState {
  const { sessionsAllowed = 2, looks = 1, items = [], customers = [] } = options;
  const numbers = Array.from({ length: 7 }, (_, at) => at);
  return {
    orders: [],
    shipments: numbers.map((at) => shipment(`00100${at}`, first + Math.floor(at / 2) * hour)),
    invoices: numbers.map((at) => invoice(`AR00100${at}`, `00100${at}`, first + Math.floor(at / 2) * hour + 60_000)),
    items: [
      { InventoryID: 'AX-100', Description: 'Valve (sample)', BaseUOM: 'PIECE' },
      ...items.map(({ sku, description, unit }) => ({ InventoryID: sku, Description: description, BaseUOM: unit })),
    ],
    customers: [
      { CustomerID: 'C-1', CustomerName: 'Northfield (sample)', Email: 'orders@northfield.example' },
      ...customers.map(({ number, name }) => ({ CustomerID: number, CustomerName: name, Email: '' })),
    ],
    stock: [
      ['AX-100', 'RETAIL', 'MAIN', 100, 90, 0],
      ['AX-100', 'RETAIL', 'DAMAGED', 5, 0, 5],
      ['AX-100', 'WHOLESALE', 'MAIN', 20, 20, 0],
    ],
    sessions: new Set(),
    opened: 0,
    sessionsAllowed,
    looks,
    actions: new Map(),
    price: 3.25,
  };
}

const value = (wrapped: unknown) => ({ value: wrapped });

function shipment(number: string, changedAt: number): FakeDocument {
  const detail = {
    id: `11111111-0000-4000-8000-000000${number}`,
    InventoryID: value('AX-100'),
    ShippedQty: value(24),
    UOM: value('PIECE'),
    OrderType: value('SO'),
    OrderNbr: value('000900'),
    OrderLineNbr: value(1),
    LotSerialNbr: value('L-9'),
  };
  const parcel = { TrackingNbr: value(`1Z${number}`), Weight: value(12.5), UOM: value('LB'), LineNbr: value(1) };
  return {
    number,
    Type: 'Shipment',
    Status: 'Confirmed',
    changedAt,
    fields: {
      ShipmentDate: value(new Date(changedAt).toISOString().replace(/T.*/, 'T00:00:00+00:00')),
      ShipVia: value('GROUND'),
      PackageCount: value(1),
      Details: [detail],
      Packages: [parcel],
    },
  };
}

function invoice(number: string, shipmentNumber: string, changedAt: number): FakeDocument {
  const detail = {
    InventoryID: value('AX-100'),
    Qty: value(24),
    UOM: value('PIECE'),
    UnitPrice: value(3.25),
    Amount: value(78),
    OrderType: value('SO'),
    OrderNbr: value('000900'),
    OrderLineNbr: value(1),
    ShipmentNbr: value(shipmentNumber),
    LineNbr: value(1),
  };
  return {
    number,
    Type: 'Invoice',
    Status: 'Open',
    changedAt,
    fields: {
      Date: value(new Date(changedAt).toISOString().replace(/T.*/, 'T00:00:00+00:00')),
      Currency: value('USD'),
      Amount: value(94.24),
      TaxTotal: value(6.24),
      FreightPrice: value(12),
      DiscountTotal: value(2),
      Details: [detail],
    },
  };
}
