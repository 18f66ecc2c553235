import { mkdirSync, readdirSync, readFileSync, renameSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import type { CsvTable, RowOf } from './csv.ts';
import { invoiceTable } from './invoice-export.ts';
import { decodeOrder, type OrderFile } from './order-file.ts';
import { orderStatusTable } from './order-status.ts';
import { endOfExport } from './read-export.ts';
import { shipmentTable } from './shipment-export.ts';

/** An ERP that is made up, to play with: it has three folders, and no idea of anything but files. */
export interface MadeUpErp {
  /** Its nightly run: imports what lies in `orders` and moves it into `imported`. Each file is a new order to it. */
  importOrders(): void;
  /** Ships and invoices an order whole, in one carton. */
  ship(number: string): void;
  /** Writes the exports anew. */
  writeExports(): void;
}

interface MadeOrder {
  readonly number: string;
  readonly file: OrderFile;
  readonly changed: string;
  readonly shipped: boolean;
}

/** `items` are those that it sells; `clock` gives an instant of the form `2026-03-02T08:00:00Z`. */
export function madeUpErp(root: string, items: readonly string[], clock: () => string): MadeUpErp {
  for (const folder of ['orders', 'imported', 'rejected', 'exports'])
    mkdirSync(join(root, folder), { recursive: true });
  const orders = new Map<string, MadeOrder>();
  const exportOf = <Column extends string>(name: string, table: CsvTable<Column>, rows: RowOf<CsvTable<Column>>[]) =>
    writeFileSync(join(root, 'exports', name), `${table.write(rows)}${endOfExport}`);

  return {
    importOrders() {
      for (const name of readdirSync(join(root, 'orders')).sort()) {
        if (!name.endsWith('.txt') || name.startsWith('.')) continue;
        const read = decodeOrder(readFileSync(join(root, 'orders', name), 'latin1'));
        renameSync(join(root, 'orders', name), join(root, read.ok ? 'imported' : 'rejected', name));
        if (!read.ok) continue;
        const number = `SO${String(orders.size + 1).padStart(6, '0')}`;
        orders.set(number, { number, file: read.value, changed: clock(), shipped: false });
      }
    },
    ship(number) {
      const order = orders.get(number);
      if (order === undefined) throw new RangeError(`There is no order ${number}`);
      orders.set(number, { ...order, changed: clock(), shipped: true });
    },
    writeExports() {
      const all = [...orders.values()];
      exportOf(
        'ORDERS.CSV',
        orderStatusTable,
        all.flatMap((order) => statusRows(order, items)),
      );
      const shipped = all.filter((order) => order.shipped);
      exportOf(
        'SHIPMENTS.CSV',
        shipmentTable,
        shipped.flatMap((order) => shipmentRows(order, items)),
      );
      exportOf(
        'INVOICES.CSV',
        invoiceTable,
        shipped.flatMap((order) => invoiceRows(order, items)),
      );
    },
  };
}

function statusRows(
  { number, file, changed, shipped }: MadeOrder,
  items: readonly string[],
): RowOf<typeof orderStatusTable>[] {
  const taken = file.lines.filter(({ item }) => items.includes(item));
  const status = taken.length === 0 ? 'RJCT' : shipped ? 'INVD' : 'OPEN';
  return file.lines.map(({ line, item, quantity, unit }) => ({
    REFERENCE: file.reference,
    ORDER: number,
    STATUS: status,
    LINE: line,
    ITEM: item,
    QUANTITY: quantity,
    UNIT: unit,
    SHIPPED: shipped && items.includes(item) ? quantity : '0',
    REJECTED: items.includes(item) ? '' : 'ITEM',
    CHANGED: changed,
  }));
}

function shipmentRows({ number, file, changed }: MadeOrder, items: readonly string[]): RowOf<typeof shipmentTable>[] {
  const taken = file.lines.filter(({ item }) => items.includes(item));
  return taken.map(({ line, item, quantity, unit }) => ({
    SHIPMENT: `SH${number.slice(2)}`,
    CREATED: changed,
    SHIPPED: changed.slice(0, 10),
    ORDER: number,
    CUSTOMER: file.customer,
    SHIPTO: file.shipTo,
    SCAC: 'ABCD',
    PRO: `PRO ${number}, "first"`,
    LINE: line,
    ITEM: item,
    QUANTITY: quantity,
    UNIT: unit,
    CARTON: '1',
    SSCC: '',
  }));
}

function invoiceRows({ number, file, changed }: MadeOrder, items: readonly string[]): RowOf<typeof invoiceTable>[] {
  const taken = file.lines.filter(({ item }) => items.includes(item));
  const cents = taken.map(({ quantity, price = '0' }) => Math.round(Number(quantity) * Number(price) * 100));
  const total = cents.reduce((sum, one) => sum + one, 0);
  return taken.map(({ line, item, quantity, unit, price = '0' }, at) => ({
    INVOICE: `IN${number.slice(2)}`,
    CREATED: changed,
    DATE: changed.slice(0, 10),
    ORDER: number,
    CUSTOMER: file.customer,
    SHIPMENT: `SH${number.slice(2)}`,
    CURRENCY: file.currency,
    LINE: line,
    ITEM: item,
    QUANTITY: quantity,
    UNIT: unit,
    PRICE: price,
    NET: ((cents[at] ?? 0) / 100).toFixed(2),
    TOTAL: (total / 100).toFixed(2),
  }));
}
