import { add, subtract } from '@dist/canonical/arithmetic';
import { inBaseUnit, type Row } from '../kernel/row.ts';
import type { View } from '../kernel/view.ts';
import { viewOf } from '../order/view-of.ts';
import type { LineQuantity, OrderEvent } from '../word/event.ts';
import type { OrderState } from '../word/state.ts';

/** How one line of one part stands, in the item's base unit. */
export interface PartBalance {
  readonly lineId: string;
  readonly row: Row;
  /** What is to ship in all, with what has shipped: ordered less refused, cancelled and closed. */
  standing: string;
  shipped: string;
}

/** The lines of one part as the journal has them; the whole order's rows do not tell its parts apart. */
export function partBalance(state: OrderState, partId: string): readonly PartBalance[] {
  const view = viewOf(state);
  const known = view.parts.get(partId);
  const balances = new Map<string, PartBalance>();
  for (const { lineId, quantity } of known?.part?.lines ?? []) {
    const row = view.rows.get(lineId);
    if (row === undefined) continue;
    const standing = known?.refused === undefined ? (inBaseUnit(row, quantity) ?? '0') : '0';
    balances.set(lineId, { lineId, row, standing, shipped: '0' });
  }
  for (const dropped of view.dropped.values()) if (dropped.partId === partId) takeAway(balances, dropped.lines);
  for (const fact of Object.values(state.facts)) {
    if ('partId' in fact && fact.partId === partId) takeFact(view, balances, fact);
  }
  return [...balances.values()];
}

type Balances = ReadonlyMap<string, PartBalance>;

/** What a fact says will never ship, and what has; what was dropped is counted already. */
function takeFact(view: View, balances: Balances, fact: OrderEvent): void {
  if (fact.type === 'erp.accepted') takeAway(balances, fact.rejected);
  else if (fact.type === 'line.shortClosed' && !view.dropped.has(fact.closing)) takeAway(balances, fact.lines);
  else if (fact.type === 'cancel.result' && !view.dropped.has(fact.cancel)) takeAway(balances, fact.lines);
  else if (fact.type === 'shipment.posted') {
    const { items } = view.shipments.get(fact.shipment.shipmentId)?.fact.shipment ?? fact.shipment;
    each(balances, items, (balance, base) => {
      balance.shipped = add(balance.shipped, base);
    });
  }
}

function takeAway(balances: Balances, lines: readonly LineQuantity[]): void {
  each(balances, lines, (balance, base) => {
    balance.standing = subtract(balance.standing, base);
  });
}

/** Units that an item does not know are left out: a hold of the order tells of them. */
function each(balances: Balances, lines: readonly LineQuantity[], what: (balance: PartBalance, base: string) => void) {
  for (const { lineId, quantity } of lines) {
    const balance = balances.get(lineId);
    const base = balance && inBaseUnit(balance.row, quantity);
    if (balance !== undefined && base !== undefined) what(balance, base);
  }
}
