import { add, compare, isNegative, isZero } from '@dist/canonical/arithmetic';
import type { LineQuantity, OrderEvent, OrderPart } from '../word/event.ts';
import { balance, isBackordered, openRow, type Row, type Tally, tally } from './line-row.ts';

/** The event of one type. */
export type Fact<Type extends OrderEvent['type']> = Extract<OrderEvent, { readonly type: Type }>;

export type Facts = Readonly<Record<string, OrderEvent>>;

type Status = Fact<'acknowledgment.received'>['status'];

/** The facts of one order, sorted by what is asked of them. It is derived; a property holds it equal to deriving anew. */
export interface View {
  captured: Fact<'order.captured'> | undefined;
  enriched: Fact<'order.enriched'> | undefined;
  invalid: Fact<'order.invalid'> | undefined;
  abandoned: Fact<'operator.abandoned'> | undefined;
  /** Purchase orders that came again, said the same and ask for an answer. */
  readonly again: Fact<'order.captured'>[];
  readonly unresolved: Fact<'order.unresolved'>[];
  readonly placed: Fact<'hold.placed'>[];
  readonly released: Set<string>;
  readonly accepted: Map<string, Fact<'erp.accepted'>>;
  readonly refused: Map<string, Fact<'erp.rejected'>>;
  /** `<partId>/<attempt>` */
  readonly notFound: Set<string>;
  readonly shipments: Map<string, Fact<'shipment.posted'>>;
  readonly invoices: Map<string, Fact<'invoice.posted'>>;
  /** Invoice number → sum paid. */
  readonly paid: Map<string, string>;
  readonly cancels: Fact<'cancel.requested'>[];
  /** `<cancel>/<partId>` */
  readonly cancelResults: Map<string, Fact<'cancel.result'>>;
  /** Effect key → the worst answer. */
  readonly acknowledgments: Map<string, Fact<'acknowledgment.received'>>;
  /** Shipment → its lines that the order does not have. */
  readonly strange: Map<string, readonly string[]>;
  readonly rows: Map<string, Row>;
  readonly lines: Lines;
}

/** Line ids by what holds of them. */
export interface Lines {
  readonly open: Set<string>;
  readonly backordered: Set<string>;
  readonly shipped: Set<string>;
  readonly uninvoiced: Set<string>;
  readonly over: Set<string>;
  readonly unknownUnit: Set<string>;
}

const known = new WeakMap<Facts, View>();

/** The view of a set of facts; remembered by the identity of the set. */
export function viewOf(facts: Facts): View {
  const remembered = known.get(facts);
  if (remembered !== undefined) return remembered;
  const view = emptyView();
  const captured = facts['order.captured'];
  const enriched = facts['order.enriched'];
  if (captured?.type === 'order.captured') view.captured = captured;
  if (enriched?.type === 'order.enriched') view.enriched = enriched;
  openRows(view);
  for (const [key, event] of Object.entries(facts)) absorb(view, key, event);
  known.set(facts, view);
  return view;
}

/** The facts with one more, and their view made from the old one: the cost is that of the new fact. */
export function withFact(facts: Facts, key: string, event: OrderEvent): Facts {
  const next = { ...facts, [key]: event };
  const rebuilds = key in facts || key === 'order.captured' || key === 'order.enriched';
  if (!rebuilds) {
    const view = copyOf(viewOf(facts));
    absorb(view, key, event);
    known.set(next, view);
  }
  return next;
}

/** The parts of the order by id; none before enrichment. */
export function partsOf(view: View): readonly OrderPart[] {
  return view.enriched?.parts ?? [];
}

function emptyView(): View {
  return {
    captured: undefined,
    enriched: undefined,
    invalid: undefined,
    abandoned: undefined,
    again: [],
    unresolved: [],
    placed: [],
    released: new Set(),
    accepted: new Map(),
    refused: new Map(),
    notFound: new Set(),
    shipments: new Map(),
    invoices: new Map(),
    paid: new Map(),
    cancels: [],
    cancelResults: new Map(),
    acknowledgments: new Map(),
    strange: new Map(),
    rows: new Map(),
    lines: {
      open: new Set(),
      backordered: new Set(),
      shipped: new Set(),
      uninvoiced: new Set(),
      over: new Set(),
      unknownUnit: new Set(),
    },
  };
}

function copyOf(view: View): View {
  const { lines } = view;
  return {
    ...view,
    again: [...view.again],
    unresolved: [...view.unresolved],
    placed: [...view.placed],
    released: new Set(view.released),
    accepted: new Map(view.accepted),
    refused: new Map(view.refused),
    notFound: new Set(view.notFound),
    shipments: new Map(view.shipments),
    invoices: new Map(view.invoices),
    paid: new Map(view.paid),
    cancels: [...view.cancels],
    cancelResults: new Map(view.cancelResults),
    acknowledgments: new Map(view.acknowledgments),
    strange: new Map(view.strange),
    rows: new Map(view.rows),
    lines: {
      open: new Set(lines.open),
      backordered: new Set(lines.backordered),
      shipped: new Set(lines.shipped),
      uninvoiced: new Set(lines.uninvoiced),
      over: new Set(lines.over),
      unknownUnit: new Set(lines.unknownUnit),
    },
  };
}

function openRows(view: View): void {
  if (view.captured === undefined) return;
  const enriched = new Map(view.enriched?.lines.map((line) => [line.lineId, line]));
  for (const line of view.captured.order.lines) {
    put(view, openRow(line.lineId, line.quantity, enriched.get(line.lineId)));
  }
}

function absorb(view: View, key: string, event: OrderEvent): void {
  switch (event.type) {
    case 'order.captured':
      if (key.startsWith('order.again/')) view.again.push(event);
      return;
    case 'order.invalid':
      view.invalid = event;
      return;
    case 'order.unresolved':
      view.unresolved.push(event);
      return;
    case 'operator.abandoned':
      view.abandoned = event;
      return;
    case 'hold.placed':
      view.placed.push(event);
      return;
    case 'hold.released':
      view.released.add(event.hold);
      return;
    case 'acknowledgment.received':
      absorbAcknowledgment(view, event);
      return;
    default:
      absorbTrade(view, event);
  }
}

function absorbTrade(view: View, event: OrderEvent): void {
  switch (event.type) {
    case 'erp.accepted':
      view.accepted.set(event.partId, event);
      move(view, 'rejected', event.rejected);
      return;
    case 'erp.rejected':
      view.refused.set(event.partId, event);
      // The part may be unknown yet; enrichment derives the view anew, with both facts at hand.
      move(view, 'rejected', partsOf(view).find((part) => part.partId === event.partId)?.lines ?? []);
      return;
    case 'erp.notFound':
      view.notFound.add(`${event.partId}/${event.attempt}`);
      return;
    case 'line.allocated':
      move(view, 'allocated', event.lines);
      return;
    case 'line.backordered':
      move(view, 'backordered', event.lines);
      return;
    case 'shipment.posted':
      view.shipments.set(event.shipment.shipmentId, event);
      noteStrange(view, event);
      move(view, 'shipped', event.shipment.items);
      return;
    case 'invoice.posted':
      view.invoices.set(event.invoice.number, event);
      move(view, 'invoiced', event.invoice.lines, event.invoice.type === 'creditMemo' ? -1 : 1);
      return;
    case 'payment.applied':
      view.paid.set(event.invoice, add(view.paid.get(event.invoice) ?? '0', event.amount));
      return;
    case 'cancel.requested':
      view.cancels.push(event);
      return;
    case 'cancel.result':
      view.cancelResults.set(`${event.cancel}/${event.partId}`, event);
      move(view, 'cancelled', event.lines);
  }
}

function noteStrange(view: View, { shipment }: Fact<'shipment.posted'>): void {
  // Before the order is known every line is; its capture derives the view anew.
  if (view.captured === undefined) return;
  const strange = shipment.items.filter(({ lineId }) => !view.rows.has(lineId)).map(({ lineId }) => lineId);
  if (strange.length > 0) view.strange.set(shipment.shipmentId, strange);
}

const severity: Readonly<Record<Status, number>> = { accepted: 0, acceptedWithErrors: 1, rejected: 2 };

function absorbAcknowledgment(view: View, event: Fact<'acknowledgment.received'>): void {
  const before = view.acknowledgments.get(event.document);
  if (before === undefined || severity[event.status] > severity[before.status]) {
    view.acknowledgments.set(event.document, event);
  }
}

function move(view: View, what: Tally, lines: readonly LineQuantity[], sign: 1 | -1 = 1): void {
  for (const line of lines) {
    const row = view.rows.get(line.lineId);
    // A credit memo may state its quantities with or without a minus: the document's type carries the sign.
    const quantity = sign === -1 ? { ...line.quantity, value: unsigned(line.quantity.value) } : line.quantity;
    if (row !== undefined) put(view, tally(row, what, quantity, sign));
  }
}

function unsigned(value: string): string {
  return isNegative(value) ? value.replace('-', '') : value;
}

function put(view: View, row: Row): void {
  const { lines } = view;
  view.rows.set(row.lineId, row);
  const rest = balance(row);
  mark(lines.over, row.lineId, isNegative(rest));
  mark(lines.open, row.lineId, !isNegative(rest) && !isZero(rest));
  mark(lines.shipped, row.lineId, !isZero(row.shipped));
  mark(lines.uninvoiced, row.lineId, compare(row.invoiced, row.shipped) < 0);
  mark(lines.backordered, row.lineId, isBackordered(row));
  mark(lines.unknownUnit, row.lineId, row.unknownUnit !== undefined);
}

function mark(set: Set<string>, lineId: string, holds: boolean): void {
  if (holds) set.add(lineId);
  else set.delete(lineId);
}
