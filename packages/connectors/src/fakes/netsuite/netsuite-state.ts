import type { FakeCatalog } from '../fake-catalog.ts';

/** A line of an order in the fake. */
export interface FakeLine {
  line: number;
  item: { readonly id: string; readonly refName?: string };
  units?: string;
  quantity: number;
  quantityFulfilled: number;
  quantityBilled: number;
  rate?: number;
  isClosed: boolean;
  [column: string]: unknown;
}

/** An order in the fake. */
export interface FakeOrder {
  readonly id: string;
  readonly externalId: string;
  status: string;
  lines: FakeLine[];
}

/** A fulfillment or invoice in the fake: its row, its lines, and when it changed, in milliseconds since 1970. */
export interface FakeTransaction {
  readonly id: string;
  readonly kind: 'ItemShip' | 'CustInvc';
  changedAt: number;
  fields: Readonly<Record<string, string>>;
  lines: readonly Readonly<Record<string, string>>[];
}

export interface NetsuiteState {
  readonly orders: FakeOrder[];
  readonly transactions: FakeTransaction[];
  /** External ids of fulfillments, and their ids. */
  readonly fulfillments: Map<string, string>;
  readonly items: readonly { readonly id: string; readonly itemid: string; readonly unit: string }[];
  readonly customers: readonly Readonly<Record<string, string>>[];
  /** How the clocks of the account show an instant: `2026-11-01T01:30:00`; in UTC unless a test sets another. */
  localTime: (instant: string) => string;
  /** The token that is good now. */
  token: number;
}

const hour = 3_600_000;
const first = Date.UTC(2026, 1, 2, 8);

/** Some transactions of orders of other days, so that lists have pages. */
export function netsuiteState({ items = [], customers = [] }: FakeCatalog): NetsuiteState {
  const numbers = Array.from({ length: 7 }, (_, at) => at);
  return {
    orders: [],
    transactions: [
      ...numbers.map((at) => fulfillment(`80${at}`, first + Math.floor(at / 2) * hour)),
      ...numbers.map((at) => invoice(`90${at}`, first + Math.floor(at / 2) * hour)),
    ],
    fulfillments: new Map(),
    items: [
      { id: '4711', itemid: 'AX-100', unit: '1' },
      { id: '4711', itemid: 'AX-100', unit: '3' },
      { id: '4712', itemid: 'AX-200', unit: '1' },
      ...items.map(({ sku, unit }, at) => ({ id: String(5001 + at), itemid: sku, unit })),
    ],
    customers: [
      { id: '206', entityid: 'C-1', companyname: 'Northfield (sample)', email: 'ap@northfield.example' },
      ...customers.map(({ number, name }, at) => ({
        id: String(301 + at),
        entityid: number,
        companyname: name,
        email: '',
      })),
    ],
    localTime: (instant) => instant.slice(0, 19),
    token: 0,
  };
}

const line = { itemid: 'AX-100', quantity: '24', unit: '1', salesorder: '501', orderline: '1' };

function fulfillment(id: string, changedAt: number): FakeTransaction {
  return { id, kind: 'ItemShip', changedAt, fields: { day: '2026-02-02' }, lines: [{ ...line, transaction: id }] };
}

function invoice(id: string, changedAt: number): FakeTransaction {
  const fields = { tranid: `INV${id}`, type: 'CustInvc', day: '2026-02-02', currency: 'USD', total: '96.74' };
  const lines = [
    { ...line, kind: 'InvtPart', net: '-78', transaction: id },
    { kind: 'ShipItem', net: '-12.5', transaction: id },
    { kind: 'TaxItem', net: '-6.24', transaction: id },
  ];
  return { id, kind: 'CustInvc', changedAt, fields, lines };
}
