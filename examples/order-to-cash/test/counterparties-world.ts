import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { openCounterparties } from '../src/counterparties/open-counterparties.ts';
import type { Settings } from '../src/counterparties/settings.ts';

/** Master data of a made-up seller: plenty of A1, seven of B1, no C1. */
const master = {
  version: '1',
  items: [
    item('A1', 'EA', '2.5', [{ unit: 'XCS', baseUnits: '12' }]),
    item('B1', 'EA', '0.333', [{ unit: 'XCT', baseUnits: '10' }]),
    item('C1', 'FOT', '1.2345', []),
  ],
  customers: [customer('K1', 'P1', 'P2'), customer('K2', 'P1')],
  itemCrossReferences: [],
  shipToCrossReferences: [place('northfield', 'K1', 'P1'), place('cedarpoint', 'K1', 'P2'), place('shop', 'K2', 'P1')],
  stock: { A1: '100000', B1: '7', C1: '0' },
};

const shopOrder = {
  id: 5001,
  name: '#1001',
  line_items: [
    { id: 71, sku: 'A1', quantity: 12 },
    { id: 72, sku: 'B1', quantity: 5 },
  ],
};

export interface World {
  /** Settings of a server over this world's ledger. */
  settings(changes?: Partial<Settings>): Settings;
  remove(): void;
}

/** A folder of its own with master data, one shop order and, later, a ledger. */
export function makeWorld(): World {
  const folder = mkdtempSync(join(tmpdir(), 'counterparties-'));
  writeFileSync(join(folder, 'master.json'), JSON.stringify(master));
  writeFileSync(join(folder, 'shop-order-1.json'), JSON.stringify(shopOrder));
  const settings = { directory: join(folder, 'erp'), master: join(folder, 'master.json'), samples: [folder] };
  return {
    settings: (changes) => ({ ...settings, delay: 0, step: 0, silence: 0, port: 0, ...changes }),
    remove: () => rmSync(folder, { recursive: true, force: true }),
  };
}

/** Opens both servers for one test body and closes them after it. */
export async function withServers<T>(settings: Settings, body: (urls: { erp: string; shop: string }) => Promise<T>) {
  const servers = await openCounterparties(settings);
  try {
    return await body(servers);
  } finally {
    await servers.close();
  }
}

/** An order with one line of A1; `lines` as item, quantity, unit and price where it is stated. */
export function order(externalReference: string, changes: object = {}, ...lines: string[][]) {
  const rows = lines.length > 0 ? lines : [['A1', '12', 'EA', '2.50']];
  return {
    externalReference,
    purchaseOrder: `PO-${externalReference}`,
    customer: 'K1',
    shipTo: 'P1',
    currency: 'USD',
    lines: rows.map(([item, quantity, unit, price], index) => ({
      ...{ line: String(index + 1), item, quantity, unit },
      ...(price === undefined ? {} : { price }),
    })),
    ...changes,
  };
}

interface Answer {
  readonly status: number;
  /** Any of both servers' answers: which one it is, the test that asked knows. */
  readonly body: Order &
    Shop & {
      readonly orders: readonly Order[];
      readonly events: Told[];
      readonly cancelled: unknown;
      readonly error: { readonly code: string; readonly message: string };
    };
}

interface Order {
  readonly number: string;
  readonly status: string;
  readonly lines: readonly { readonly status: string; readonly reason?: string }[];
}

interface Shop {
  readonly data: {
    readonly order: { readonly fulfillments: unknown[]; readonly fulfillmentOrders: { readonly nodes: ShopLines[] } };
    readonly fulfillmentOrder: ShopLines;
    readonly fulfillmentCreate: unknown;
    readonly metafieldsSet: unknown;
  };
}

interface ShopLines {
  readonly status: string;
  readonly lineItems: {
    readonly edges: readonly { readonly node: { readonly remainingQuantity: number } }[];
    readonly pageInfo: { readonly endCursor: string };
  };
}

export async function post(url: string, body: unknown, headers: Record<string, string> = {}): Promise<Answer> {
  const response = await fetch(url, { method: 'POST', body: bodyOf(body), headers });
  return { status: response.status, body: (await response.json()) as Answer['body'] };
}

export async function get(url: string): Promise<Answer> {
  const response = await fetch(url);
  return { status: response.status, body: (await response.json()) as Answer['body'] };
}

export interface Told {
  readonly sequence: number;
  readonly type: string;
  readonly order: string;
  readonly externalReference: string;
  readonly [name: string]: unknown;
}

/** Reads the events again and again until the orders with these references are not open any more. */
export async function eventsWhenSettled(erp: string, ...references: string[]): Promise<Told[]> {
  for (const reference of references)
    while ((await get(`${erp}/orders?externalReference=${reference}`)).body.orders[0]?.status === 'open');
  return (await get(`${erp}/events?after=0&limit=1000`)).body.events;
}

function bodyOf(body: unknown): string | Uint8Array<ArrayBuffer> {
  if (typeof body === 'string') return body;
  return body instanceof Uint8Array ? new Uint8Array(body) : JSON.stringify(body);
}

function item(sku: string, baseUnit: string, price: string, conversions: object[]) {
  return { sku, ids: [], description: `Made-up item ${sku}`, baseUnit, conversions, price };
}

function customer(customerNumber: string, ...places: string[]) {
  return { customerNumber, ids: [], shipTo: places.map((shipToNumber) => ({ shipToNumber, ids: [] })) };
}

function place(partner: string, customerNumber: string, shipToNumber: string) {
  return { partner, scheme: 'buyer', value: `${customerNumber}${shipToNumber}`, customerNumber, shipToNumber };
}
