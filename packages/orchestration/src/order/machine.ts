import type { Order, OrderLine } from '@dist/canonical';
import { concerns } from '../concerns/concerns.ts';
import { lineKeys } from '../enrichment/line-keys.ts';
import { applyChanges } from '../kernel/apply-changes.ts';
import type { Concern, EntryChange, Machine } from '../kernel/concern.ts';
import type { EventType } from '../kernel/fact.ts';
import { absorbLedger } from '../kernel/ledger.ts';
import { markLine } from '../kernel/move.ts';
import { partOf } from '../kernel/part-of.ts';
import { openRow } from '../kernel/row.ts';
import { takeEarly } from '../kernel/take-early.ts';
import { openView, type View } from '../kernel/view.ts';
import type { OrderEvent, OrderPart } from '../word/event.ts';

type Absorb = (view: View, fact: OrderEvent, key: string) => void;

const absorbing = tableOf(({ absorb }) => absorb as Partial<Record<EventType, Absorb>> | undefined);
const absorbingEntries = concerns.flatMap(({ absorbEntry }) => absorbEntry ?? []);

/** The order machine: its concerns, put together. */
export const machine: Machine = { absorb, absorbEntry, derive };

/** The functions of all concerns for each type of event. */
export function tableOf<Take>(
  of: (concern: Concern) => Partial<Record<EventType, Take>> | undefined,
): ReadonlyMap<EventType, readonly Take[]> {
  const table = new Map<EventType, Take[]>();
  for (const concern of concerns) {
    for (const [type, take] of Object.entries(of(concern) ?? {}) as [EventType, Take][]) {
      table.set(type, [...(table.get(type) ?? []), take]);
    }
  }
  return table;
}

function absorb(view: View, key: string, fact: OrderEvent): void {
  for (const take of absorbing.get(fact.type) ?? []) take(view, fact, key);
}

function absorbEntry(view: View, change: EntryChange): void {
  absorbLedger(view, change);
  for (const take of absorbingEntries) take(view, change);
}

type Known = Parameters<Machine['derive']>[0];

/** Lines, parts and units first: they say what the other facts mean. */
function derive({ id, facts, effects }: Known, view: View = openView({ id })): View {
  const captured = facts.get('order.captured');
  const enriched = facts.get('order.enriched');
  if (captured?.type === 'order.captured') view.captured = captured;
  if (enriched?.type === 'order.enriched') view.enriched = enriched;
  for (const [, fact] of facts.entries()) takeEarly(view, fact);
  shape(view, effects);
  for (const [key, fact] of facts.entries()) absorb(view, key, fact);
  for (const [key, after] of effects.entries()) absorbEntry(view, { key, before: undefined, after });
  return view;
}

function shape(view: View, effects: Known['effects']): void {
  view.order = view.captured && withOwnIds(view, view.captured.order);
  for (const line of view.enriched?.lines ?? []) view.enrichedLines.set(line.lineId, line);
  for (const line of view.order?.lines ?? []) openLine(view, line);
  for (const part of view.enriched?.parts ?? []) {
    const known = partOf(view, part.partId);
    const erp = effects.get(known.submit) === undefined ? view.rerouted.get(part.partId)?.erp : undefined;
    namePart(view, erp === undefined ? part : { ...part, erp });
    view.undecided.add(part.partId);
    view.unsubmitted.add(part.partId);
    view.unreleased.add(part.partId);
  }
  if (view.changes.size === 0) return;
  applyChanges(view, effects);
  if (view.order !== undefined) view.order = { ...view.order, lines: [...view.ordered.values()] };
  for (const row of view.rows.values()) markLine(view, row);
}

function namePart(view: View, part: OrderPart): void {
  const known = partOf(view, part.partId);
  known.part = part;
  for (const { lineId, quantity } of part.lines) known.quantities.set(lineId, quantity);
}

/** Lines that the buyer calls alike get names of their own; documents to the buyer say the buyer's (R16). */
function withOwnIds(view: View, order: Order): Order {
  if (areDistinct(order.lines)) return order;
  const keys = lineKeys(order.lines);
  const lines = order.lines.map((line, index) => {
    const lineId = keys[index] ?? line.lineId;
    if (lineId === line.lineId) return line;
    view.buyerLineIds.set(lineId, line.lineId);
    return { ...line, lineId };
  });
  return view.buyerLineIds.size === 0 ? order : { ...order, lines };
}

/** Nearly all are; few lines are compared faster than put into a set. */
function areDistinct(lines: readonly OrderLine[]): boolean {
  if (lines.length > 10) return new Set(lines.map(({ lineId }) => lineId)).size === lines.length;
  for (let index = 1; index < lines.length; index++) {
    for (let other = 0; other < index; other++) if (lines[index]?.lineId === lines[other]?.lineId) return false;
  }
  return true;
}

function openLine(view: View, line: OrderLine): void {
  const enriched = view.enrichedLines.get(line.lineId);
  const row = openRow(line.lineId, line.quantity, enriched);
  view.ordered.set(line.lineId, line);
  view.rows.set(line.lineId, row);
  markLine(view, row);
}
