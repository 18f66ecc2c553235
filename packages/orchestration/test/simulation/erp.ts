import { add } from '@dist/canonical/arithmetic';
import type { ErpOrder, LineQuantity, OrderEvent } from '@dist/orchestration';
import type { Observed, ObservedClosing } from '@dist/orchestration/reconcile';
import type { Outcome, Report } from '@dist/orchestration/runtime';
import type { Chance } from './chance.ts';
import { type ErpRecords, erpRecords } from './erp-records.ts';
import type { VirtualTime } from './virtual-time.ts';
import type { Missed } from './world.ts';

/** One order at the ERP. */
export interface Booked {
  readonly number: string;
  readonly reference: string;
  readonly partId: string;
  /** What is to ship in all. */
  lines: readonly LineQuantity[];
  readonly closings: ObservedClosing[];
  backordered: readonly LineQuantity[];
  /** Each cancellation, and what it has ended: the first one all that is open, later ones nothing. */
  readonly cancels: Map<string, readonly LineQuantity[]>;
  cancelled: boolean;
  shipped: boolean;
}

/** An ERP with its warehouse: it books what arrives, ships what it has booked, bills what it has shipped. */
export interface Erp extends Pick<Observed, 'name' | 'since'> {
  readonly orders: readonly Booked[];
  /** Line id → shipped in all; the truth that documents are held against. */
  readonly shipped: ReadonlyMap<string, string>;
  /** What it was asked and could not be asked. */
  readonly absurd: readonly string[];
  readonly overShipped: () => boolean;
  book(request: ErpOrder, key: string): Report;
  refuses(request: ErpOrder): Report | undefined;
  find(reference: string, partId: string, attempt: number): Report;
  cancel(number: string, cancel: string, partId: string): Outcome;
}

/** How the ERP is, and whom it tells what happens to goods. */
export interface ErpSetting {
  readonly chance: Chance;
  readonly time: VirtualTime;
  readonly idempotent: boolean;
  /** Whether people there change orders by hand. */
  readonly isEdited: boolean;
  /** Somebody changed an order, and nobody is told. */
  readonly edited: (name: string, isKnown: Missed['isKnown']) => void;
  /** Tells by message what will be known by the key of the fact; undefined where that does not last. */
  readonly tell: (name: string, event: Report, fact?: string) => void;
}

export function erpOf(setting: ErpSetting): Erp {
  const { chance, time, idempotent, tell } = setting;
  const orders: Booked[] = [];
  const absurd: string[] = [];
  const byKey = new Map<string, Booked>();
  const records = erpRecords(time.clock);
  const floor = floorOf(setting, records);
  return {
    name: 'erp',
    since: records.since,
    orders,
    shipped: floor.shipped,
    absurd,
    overShipped: floor.overShipped,
    refuses: ({ part: { partId } }) =>
      chance.is(`erp/refuses/${partId}`, 0.04)
        ? { type: 'erp.rejected', partId, reason: 'credit', message: 'the customer is blocked' }
        : undefined,
    book: ({ part }, key) => {
      const before = idempotent ? byKey.get(key) : undefined;
      if (before !== undefined) return acceptance(before);
      const order = bookedAs(`SO-${part.externalReference}-${orders.length + 1}`, part);
      orders.push(order);
      byKey.set(key, order);
      records.order(order);
      if (chance.is(`erp/tells of bookings/${part.partId}`, 0.2))
        tell(`accepted/${order.number}`, acceptance(order), `erp.accepted/${part.partId}`);
      planEdit(setting, records, order);
      planShipping(floor, order);
      return acceptance(order);
    },
    find: (reference, partId, attempt) => {
      const order = orders.find((one) => one.reference === reference);
      return order === undefined ? { type: 'erp.notFound', partId, attempt } : acceptance(order);
    },
    cancel: (number, cancel, partId) => {
      const order = orders.find((one) => one.number === number);
      if (order === undefined) absurd.push(`was asked to cancel ${number}, which it does not have`);
      const lines = order === undefined ? [] : cancelled(order, cancel);
      if (order !== undefined) records.order(order);
      return { events: [{ type: 'cancel.result', cancel, partId, lines }] };
    },
  };
}

function bookedAs(number: string, { externalReference, partId, lines }: ErpOrder['part']): Booked {
  const state = { closings: [], backordered: [], cancels: new Map(), cancelled: false, shipped: false };
  return { number, reference: externalReference, partId, lines, ...state };
}

function acceptance({ partId, number }: Booked): Report {
  return { type: 'erp.accepted', partId, erp: 'erp', number, rejected: [] };
}

/** What a cancellation ends; asked again, it has ended the same. */
function cancelled(order: Booked, cancel: string): readonly LineQuantity[] {
  const ends = order.cancels.get(cancel) ?? (order.shipped || order.cancelled ? [] : order.lines);
  order.cancels.set(cancel, ends);
  if (!order.shipped) order.cancelled = true;
  return ends;
}

/** A person cancels the order, or ends one unit of its first line, with a name for the act or without. */
function planEdit({ chance, time, isEdited, edited }: ErpSetting, records: ErpRecords, order: Booked): void {
  const { number, partId } = order;
  if (!isEdited || !chance.goesWrong(`edited/${number}`, 0.05)) return;
  const kind = chance.between(`edited/${number}/how`, 0, 3);
  time.after(chance.between(`edited/${number}/after`, 1, 250), async () => {
    const [first, ...rest] = order.lines;
    if (first === undefined || order.cancelled || order.shipped) return;
    if (kind < 1) cancelled(order, 'by hand');
    else {
      const one = { ...first, quantity: { ...first.quantity, value: '1' } };
      order.lines = [{ ...first, quantity: { ...first.quantity, value: add(first.quantity.value, '-1') } }, ...rest];
      if (kind < 2) order.closings.push({ closing: `close/${number}`, lines: [one], reason: 'by hand' });
    }
    records.order(order);
    edited(`edited/${number}`, (facts) =>
      Object.values(facts).some((fact) => endsPart(fact, partId) || holdsFor(fact, number)),
    );
  });
}

/** Whether reconciliation has told that something of a part will not ship. */
function endsPart(fact: OrderEvent, partId: string): boolean {
  const isEnd = fact.type === 'line.shortClosed' || fact.type === 'cancel.result';
  return isEnd && fact.partId === partId && fact.key.startsWith('reconcile/');
}

/** Whether reconciliation asks a person about it: less stands there than has shipped already. */
function holdsFor(fact: OrderEvent, number: string): boolean {
  return fact.type === 'hold.placed' && fact.hold.startsWith(`reconcile/quantity/${number}/`);
}

/** Where goods leave. */
interface Floor {
  readonly setting: ErpSetting;
  readonly records: ErpRecords;
  readonly shipped: ReadonlyMap<string, string>;
  readonly overShipped: () => boolean;
  count(lines: readonly LineQuantity[]): void;
  overShip(): void;
}

function floorOf(setting: ErpSetting, records: ErpRecords): Floor {
  const shipped = new Map<string, string>();
  let over = false;
  return {
    setting,
    records,
    shipped,
    overShipped: () => over,
    count: (lines) => {
      for (const { lineId, quantity } of lines) shipped.set(lineId, add(shipped.get(lineId) ?? '0', quantity.value));
    },
    overShip: () => {
      over = true;
    },
  };
}

function planShipping(floor: Floor, order: Booked): void {
  const { chance, time, tell } = floor.setting;
  const { partId, number } = order;
  const [first] = order.lines;
  if (first !== undefined && chance.is(`erp/backorder/${partId}`, 0.1)) {
    order.backordered = [first];
    tell(`backorder/${number}`, { type: 'line.backordered', partId, lines: [first] });
  }
  const ships = async (): Promise<void> => {
    if (order.cancelled || order.shipped) return;
    order.shipped = true;
    const twice = chance.is(`erp/twice/${partId}`, 0.3);
    const over = chance.goesWrong(`overship/${partId}`, 0.02);
    if (over) floor.overShip();
    const loads = twice ? halves(order.lines, over) : [over ? raised(order.lines) : order.lines];
    for (const [index, lines] of loads.entries()) shipAndBill(floor, order, index + 1, lines);
  };
  time.after(chance.between(`erp/ships/${partId}`, 5, 300), ships);
}

function shipAndBill(floor: Floor, order: Booked, index: number, lines: readonly LineQuantity[]): void {
  const { setting, records } = floor;
  const { chance, time, tell } = setting;
  const { partId } = order;
  const name = `${partId}-${index}`;
  time.after((index - 1) * 120, async () => {
    floor.count(lines);
    const shipment = records.shipment(order, `S-${name}`, lines);
    tell(`ship/${name}`, { type: 'shipment.posted', partId, shipment }, `shipment.posted/S-${name}`);
    time.after(chance.between(`erp/bills/${name}`, 0, 60), async () => {
      const invoice = records.invoice(order, `I-${name}`, lines);
      tell(`bill/${name}`, { type: 'invoice.posted', partId, invoice }, `invoice.posted/I-${name}`);
      time.after(chance.between(`erp/pays/${name}`, 300, 9000), async () => {
        const payment = records.payment(order, `P-${name}`, invoice);
        tell(`pay/${name}`, { type: 'payment.applied', ...payment }, `payment.applied/P-${name}/I-${name}`);
      });
    });
  });
}

/** One unit of each line first, the rest later. */
function halves(lines: readonly LineQuantity[], over: boolean): readonly (readonly LineQuantity[])[] {
  const first = lines.map((line) => ({ ...line, quantity: { ...line.quantity, value: '1' } }));
  const rest = lines.flatMap((line) => {
    const value = add(line.quantity.value, '-1');
    return value === '0' ? [] : [{ ...line, quantity: { ...line.quantity, value } }];
  });
  const last = over ? raised(rest) : rest;
  return last.length === 0 ? [first] : [first, last];
}

function raised(lines: readonly LineQuantity[]): readonly LineQuantity[] {
  return lines.map((line) => ({ ...line, quantity: { ...line.quantity, value: add(line.quantity.value, '1') } }));
}
