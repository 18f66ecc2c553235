import { add, compare, divide, isZero, normalize, subtract } from '@dist/canonical/arithmetic';
import { inBaseUnit, inUnit } from '../kernel/row.ts';
import { withinTolerance } from '../policy/within-tolerance.ts';
import type { Told } from '../word/effect.ts';
import type { LineQuantity, OrderPart } from '../word/event.ts';
import { changedByHand, isChangeOpen } from './changed-by-hand.ts';
import { type Comparison, found, hold, settleDifference, tell, viewNow } from './comparison.ts';
import { findPart, isAsked } from './find-part.ts';
import type { ObservedLine, ObservedOrder } from './observed.ts';
import { type PartBalance, partBalance } from './part-balance.ts';

/** Holds one ERP order against the part that it is of: acceptance, what was closed or cancelled, quantities, prices, place. */
export function compareOrder(comparison: Comparison, order: ObservedOrder): void {
  const view = viewNow(comparison);
  const { part } = findPart(view, order) ?? {};
  if (part === undefined) {
    stranger(comparison, order);
    return;
  }
  if (isAsked(comparison.state, part.partId) || !isKnownAs(comparison, order, part)) return;
  takeClosings(comparison, order, part);
  compareLines(comparison, order, part);
  comparePlace(comparison, order, part);
}

function stranger(comparison: Comparison, { from, number = '', externalReference = '' }: ObservedOrder): void {
  const name = number || externalReference;
  const sentence = `${name} is at ${from} under the name of ${comparison.state.id}, which has no such part.`;
  found(comparison, { kind: 'notInJournal', action: 'reported', name, sentence });
}

/** Whether the order stands in the journal under that number, or does so now. */
function isKnownAs(comparison: Comparison, order: ObservedOrder, { partId, erp }: OrderPart): boolean {
  const { accepted, refused } = viewNow(comparison).parts.get(partId) ?? {};
  const { from, number = '' } = order;
  const about = { field: 'acceptance', from, name: number, reported: number, class: 'system' } as const;
  const { id } = comparison.state;
  if (accepted?.number === number) return true;
  if (accepted !== undefined || refused !== undefined) {
    const known = accepted?.number ?? 'refused';
    const sentence = `The ERP has ${number} for part ${partId} of ${id}, which is ${known} here: it may ship twice.`;
    hold(comparison, { ...about, kind: 'doubled', known, sentence });
    return false;
  }
  const sentence = `${number} is at the ERP for part ${partId} of ${id}, and the journal had no answer to it.`;
  const fact: Told = { type: 'erp.accepted', partId, erp: order.erp ?? erp, number, rejected: [] };
  return settleDifference(comparison, { ...about, kind: 'notAccepted', known: undefined, sentence, adopt: [fact] });
}

/** What the ERP has a name for is a fact like any other; the quantities are compared after it. */
function takeClosings(
  comparison: Comparison,
  { from, number = '', closings = [] }: ObservedOrder,
  part: OrderPart,
): void {
  const { partId } = part;
  for (const { closing, lines, reason } of closings) {
    if (Object.hasOwn(comparison.state.facts, `line.shortClosed/${partId}/${closing}`)) continue;
    const reported = lines.map(({ lineId, quantity }) => `${lineId}: ${quantity.value} ${quantity.unit}`).join(', ');
    const sentence = `${number} was ended short by ${reported} (${reason}), and the journal did not know.`;
    const about = { field: 'quantity', from, kind: 'cancelled', name: closing, class: 'inventory' } as const;
    const adopt: Told[] = [{ type: 'line.shortClosed', partId, closing, lines, reason }];
    settleDifference(comparison, { ...about, known: undefined, reported, sentence, adopt });
  }
}

function compareLines(comparison: Comparison, order: ObservedOrder, part: OrderPart): void {
  const balances = partBalance(comparison.state, part.partId);
  const reported = new Map(order.lines.map((line) => [line.lineId, line]));
  const less: LineQuantity[] = [];
  for (const balance of balances) {
    const line = reported.get(balance.lineId);
    const lower = compareLine(comparison, order, { part, balance, line });
    if (lower !== undefined) less.push(lower);
    if (line !== undefined) comparePrice(comparison, order, { part, balance, line });
  }
  if (less.length > 0) reduce(comparison, order, part, less);
  const known = new Set(balances.map(({ lineId }) => lineId));
  for (const line of order.lines)
    if (!known.has(line.lineId) && !isZero(line.quantity.value)) raise(comparison, order, line);
  takeBackorders(comparison, order, balances, part);
}

interface LineOf {
  readonly part: OrderPart;
  readonly balance: PartBalance;
}

/** By how much the ERP has less of a line; more, or less than has shipped, is dealt with here. */
function compareLine(
  comparison: Comparison,
  order: ObservedOrder,
  { part, balance, line }: LineOf & { readonly line: ObservedLine | undefined },
): LineQuantity | undefined {
  const { lineId, row, standing, shipped } = balance;
  const there = line === undefined ? '0' : inBaseUnit(row, line.quantity);
  // A unit that the item does not know compares with nothing: a person looks.
  if (there === undefined || compare(there, standing) > 0) {
    if (line !== undefined) raise(comparison, order, line, { part, balance });
    return undefined;
  }
  if (compare(there, standing) === 0) return undefined;
  if (compare(there, shipped) >= 0)
    return { lineId, quantity: { value: subtract(standing, there), unit: row.baseUnit } };
  const { from, number = '' } = order;
  const sentence = `${number} has ${there} ${row.baseUnit} of line ${lineId}, and ${shipped} have shipped.`;
  const about = { field: 'quantity', from, kind: 'quantityDifference', class: 'inventory' } as const;
  hold(comparison, { ...about, name: `${number}/${lineId}`, known: standing, reported: there, sentence });
  return undefined;
}

/** Less than we know, in one fact: cancelled where the whole order was, ended short where it was edited. */
function reduce(comparison: Comparison, order: ObservedOrder, part: OrderPart, lines: readonly LineQuantity[]): void {
  const { from, number = '', status, changedAt } = order;
  const { partId } = part;
  const reported = lines.map(({ lineId, quantity }) => `${lineId}: ${quantity.value} ${quantity.unit}`).join(', ');
  const act = `${from}/${number}/${changedAt}`;
  const about = { from, name: number, known: 'none', reported, class: 'inventory' } as const;
  if (status === 'cancelled') {
    const fact: Told = { type: 'cancel.result', cancel: openCancel(comparison, partId) ?? act, partId, lines };
    const sentence = `${number} was cancelled at ${from} (${reported}), and the journal did not know.`;
    settleDifference(comparison, { ...about, field: 'cancellation', kind: 'cancelled', sentence, adopt: [fact] });
    return;
  }
  const fact: Told = { type: 'line.shortClosed', partId, closing: act, lines, reason: `changed at ${from}` };
  const sentence = `${number} at ${from} has less than the journal (${reported}).`;
  settleDifference(comparison, { ...about, field: 'quantity', kind: 'quantityDifference', sentence, adopt: [fact] });
}

/** A cancellation of ours that this answers: it was asked, and the answer never came. */
function openCancel(comparison: Comparison, partId: string): string | undefined {
  const { cancels, cancelResults } = viewNow(comparison);
  return [...cancels.keys()].sort().find((cancel) => !cancelResults.has(`${cancel}/${partId}`));
}

/** More than we know. It is adopted as a change that the ERP has made, where one part has the line. */
function raise(comparison: Comparison, order: ObservedOrder, line: ObservedLine, of?: LineOf): void {
  const { from, number = '', changedAt } = order;
  const { lineId, quantity } = line;
  const { row, standing } = of?.balance ?? {};
  const there = row === undefined ? undefined : inBaseUnit(row, quantity);
  const reported = there === undefined ? `${normalize(quantity.value)} ${quantity.unit}` : there;
  const total =
    there !== undefined &&
    row &&
    standing &&
    inUnit(row, { value: add(row.ordered, subtract(there, standing)), unit: row.baseUnit }, row.unit);
  const isSplit =
    [...viewNow(comparison).parts.values()].filter(({ part }) => part?.lines.some((one) => one.lineId === lineId))
      .length > 1;
  const change = { change: `${from}/${number}/${lineId}/${changedAt}`, partId: of?.part.partId };
  if (isChangeOpen(comparison, change.change)) return;
  const adopt =
    total && !isSplit
      ? changedByHand(comparison, { ...change, line: { lineId, action: 'change', quantity: total } })
      : [];
  const sentence = `${number} at ${from} has ${reported} of line ${lineId}, the journal ${standing ?? 'has no such line'}.`;
  const about = { field: 'raisedQuantity', from, kind: 'quantityDifference', class: 'inventory' } as const;
  settleDifference(comparison, { ...about, name: `${number}/${lineId}`, known: standing, reported, sentence, adopt });
}

function comparePrice(
  comparison: Comparison,
  order: ObservedOrder,
  { part, balance: { lineId, row }, line }: LineOf & { readonly line: ObservedLine },
): void {
  const agreed = viewNow(comparison).ordered.get(lineId)?.price;
  const units = inBaseUnit(row, { value: '1', unit: line.quantity.unit });
  const agreedUnits = agreed && inBaseUnit(row, { value: agreed.per ?? '1', unit: agreed.unit ?? row.unit });
  if (line.price === undefined || agreed === undefined || !units || !agreedUnits) return;
  const [known, reported] = [divide(agreed.amount, agreedUnits, 6), divide(line.price, units, 6)];
  if (withinTolerance(reported, known, comparison.own.price)) return;
  const { from, number = '', changedAt } = order;
  const change = { change: `${from}/${number}/${lineId}/price/${changedAt}`, partId: part.partId };
  if (isChangeOpen(comparison, change.change)) return;
  const price = { amount: line.price, unit: line.quantity.unit };
  const adopt = changedByHand(comparison, { ...change, line: { lineId, action: 'changePrice', price } });
  const sentence = `${number} at ${from} has line ${lineId} at ${reported} per ${row.baseUnit}, agreed is ${known}.`;
  const about = { field: 'price', from, kind: 'fieldDifference', class: 'pricing' } as const;
  settleDifference(comparison, { ...about, name: `${number}/${lineId}`, known, reported, sentence, adopt });
}

function comparePlace(
  comparison: Comparison,
  { from, number = '', shipToNumber }: ObservedOrder,
  part: OrderPart,
): void {
  if (shipToNumber === undefined) return;
  const known = part.shipToNumber;
  const sentence = `${number} at ${from} goes to ${shipToNumber}, ordered for ${known}.`;
  const about = { field: 'shipTo', from, kind: 'fieldDifference', name: number, class: 'customerMaster' } as const;
  settleDifference(comparison, { ...about, known, reported: shipToNumber, sentence });
}

/** What waits for stock is no difference: it is told, where the journal knows of less. */
function takeBackorders(
  comparison: Comparison,
  order: ObservedOrder,
  balances: readonly PartBalance[],
  { partId }: OrderPart,
): void {
  for (const { lineId, quantity } of order.backordered ?? []) {
    const row = balances.find((balance) => balance.lineId === lineId)?.row;
    const there = row && inBaseUnit(row, quantity);
    const known = viewNow(comparison).rows.get(lineId)?.backordered ?? '0';
    if (row === undefined || there === undefined || compare(there, known) <= 0) continue;
    const lines = [{ lineId, quantity: { value: subtract(there, known), unit: row.baseUnit } }];
    const name = `${order.number ?? ''}/${lineId}`;
    tell(comparison, { type: 'line.backordered', partId, lines }, `line.backordered/${name}/${there}`);
    const sentence = `${there} ${row.baseUnit} of line ${lineId} wait for stock at ${order.from}; the journal knew of ${known}.`;
    found(comparison, {
      kind: 'quantityDifference',
      action: 'told',
      name: `${name}/backordered`,
      known,
      reported: there,
      sentence,
    });
  }
}
