import type { FakeCatalog } from '../fake-catalog.ts';
import type { Fields } from '../odata/filter.ts';

/** A record by the names of its fields. */
export type Body = Record<string, unknown>;

/** What the fake holds. */
export interface Dynamics365State {
  readonly headers: Body[];
  readonly lines: Body[];
  /** What was delivered of a line, by its lot: no field of the line tells. */
  readonly delivered: Map<string, number>;
  readonly packingSlips: Body[];
  readonly invoices: Body[];
  readonly items: readonly Fields[];
  readonly customers: readonly Fields[];
  readonly stock: readonly Fields[];
  /** The token that is good; tokens before it are not. */
  token: number;
  made: number;
}

const own = { dataAreaId: 'usmf' };
const day = 86_400_000;
const first = Date.UTC(2026, 1, 2);

/** One item, one customer, stock, and some documents of orders of other days, so that lists have pages. */
export function dynamics365State({ items = [], customers = [] }: FakeCatalog): Dynamics365State {
  const numbers = Array.from({ length: 7 }, (_, at) => at);
  const other = { order: 'SO-0001', lot: '000221', item: 'AX-100', unit: 'pcs', quantity: 24, price: 3.25 };
  return {
    headers: [],
    lines: [],
    delivered: new Map(),
    packingSlips: numbers.map((at) =>
      packingSlip(`PS-10${at}`, first + Math.floor(at / 2) * day, [{ ...other, buyersLine: 7 }]),
    ),
    invoices: numbers.map((at) =>
      invoice(`CIV-10${at}`, first + Math.floor(at / 2) * day, { tax: 6.24, lines: [{ ...other, buyersLine: 7 }] }),
    ),
    items: [
      { ...own, ItemNumber: 'AX-100', SearchName: 'Valve (sample)', InventoryUnitSymbol: 'pcs' },
      ...items.map((item) => ({
        ...own,
        ItemNumber: item.sku,
        SearchName: item.description,
        InventoryUnitSymbol: item.unit,
      })),
    ],
    customers: [
      { ...own, CustomerAccount: 'C-1', OrganizationName: 'Northfield (sample)' },
      ...customers.map(({ number, name }) => ({ ...own, CustomerAccount: number, OrganizationName: name })),
    ],
    stock: [stock('13', 120.5, 20), stock('24', 0, 0)],
    token: 1,
    made: 0,
  };
}

/** A line that has left or was invoiced. */
export interface FakeLine {
  readonly order: string;
  readonly lot: string;
  readonly item: string;
  readonly unit: string;
  readonly quantity: number;
  readonly price: number;
  /** The customer's line number; 0 where there is none. */
  readonly buyersLine: number;
}

/** A shipment packing slip as Warehouse management makes it: its first version, the one that counts. */
export function packingSlip(number: string, now: number, lines: readonly FakeLine[]): Body {
  const ShipmentPackingSlipVersionNumber = `${number}-1`;
  return {
    ...own,
    ShipmentPackingSlipVersionNumber,
    ShipmentPackingSlipNumber: number,
    IsActive: 'Yes',
    DocumentDate: noonOf(now),
    DeliveryDate: noonOf(now),
    ShippingCarrierId: 'Road',
    ShippingCarrierServiceId: 'GROUND',
    ShipmentPackingSlipJournalLines: lines.map((line, at) => ({
      ...own,
      ShipmentPackingSlipVersionNumber,
      InventoryLotId: `W-${line.lot}`,
      ConsignerOrderNumber: line.order,
      ConsignerLineNumber: at + 1,
      ConsigneeLineNumber: line.buyersLine,
      ItemNumber: line.item,
      ShippedQuantity: line.quantity,
      OrderedUnitSymbol: line.unit,
    })),
  };
}

/** A posted invoice. Amounts are rounded to cents. */
export function invoice(
  number: string,
  now: number,
  { tax, lines }: { readonly tax: number; readonly lines: readonly FakeLine[] },
): Body {
  const key = { ...own, InvoiceNumber: number, InvoiceDate: noonOf(now), LedgerVoucher: `V-${number}` };
  const amounts = lines.map(({ quantity, price }) => cents(quantity * price));
  return {
    ...key,
    SalesOrderNumber: lines[0]?.order,
    CurrencyCode: 'USD',
    TotalTaxAmount: tax,
    TotalChargeAmount: 0,
    TotalDiscountAmount: 0,
    TotalInvoiceAmount: cents(amounts.reduce((sum, amount) => sum + amount, tax)),
    SalesInvoiceLinesV2: lines.map((line, at) => ({
      ...key,
      LineCreationSequenceNumber: at + 1,
      ProductNumber: line.item,
      InvoicedQuantity: line.quantity,
      SalesUnitSymbol: line.unit,
      LineAmount: amounts[at],
    })),
  };
}

function stock(InventoryWarehouseId: string, OnHandQuantity: number, ReservedOnHandQuantity: number): Fields {
  const place = { ...own, ItemNumber: 'AX-100', InventoryWarehouseId, OnHandQuantity, ReservedOnHandQuantity };
  return { ...place, AvailableOnHandQuantity: OnHandQuantity - ReservedOnHandQuantity };
}

/** A day as finance and operations sends it: its noon in UTC. */
export function noonOf(instant: number): string {
  return `${new Date(instant).toISOString().slice(0, 10)}T12:00:00Z`;
}

function cents(amount: number): number {
  return Math.round(amount * 100) / 100;
}
