import type { FakeLine, FakeOrder, NetsuiteState } from './netsuite-state.ts';

/** Ships and invoices every order that is open: one fulfillment and one invoice each. */
export function fulfil(state: NetsuiteState, now: number): void {
  for (const order of state.orders) {
    const open = order.lines.filter((line) => !line.isClosed && line.quantityFulfilled < line.quantity);
    if (open.length === 0) continue;
    const day = new Date(now).toISOString().slice(0, 10);
    const id = String(8000 + state.transactions.length);
    state.transactions.push({
      id,
      kind: 'ItemShip',
      changedAt: now,
      fields: { day },
      lines: open.map((line) => ({ ...rowOf(state, order, line), transaction: id })),
    });
    state.transactions.push(invoice(state, order, open, { id: `${id}9`, day, now }));
    for (const line of open) {
      line.quantityFulfilled = line.quantity;
      line.quantityBilled = line.quantity;
    }
    order.status = 'G';
  }
}

interface Billed {
  readonly id: string;
  readonly day: string;
  readonly now: number;
}

function invoice(state: NetsuiteState, order: FakeOrder, open: readonly FakeLine[], { id, day, now }: Billed) {
  const net = (line: FakeLine) => ((line.rate ?? 0) * (line.quantity - line.quantityFulfilled)).toFixed(2);
  const total = open.reduce((sum, line) => sum + Number(net(line)), 0).toFixed(2);
  return {
    id,
    kind: 'CustInvc' as const,
    changedAt: now,
    fields: { tranid: `INV${id}`, type: 'CustInvc', day, currency: 'USD', total },
    lines: open.map((line) => ({
      ...rowOf(state, order, line),
      kind: 'InvtPart',
      net: `-${net(line)}`,
      transaction: id,
    })),
  };
}

/** A line as SuiteQL gives it: texts, with the buyer's line id of whichever column of the account holds it. */
function rowOf(state: NetsuiteState, order: FakeOrder, line: FakeLine): Readonly<Record<string, string>> {
  const column = Object.keys(line).find((name) => name.startsWith('custcol'));
  const buyers = column === undefined ? undefined : line[column];
  return {
    itemid: state.items.find(({ id }) => id === line.item.id)?.itemid ?? '',
    quantity: String(line.quantity - line.quantityFulfilled),
    unit: line.units ?? '1',
    salesorder: order.id,
    orderline: String(line.line),
    ...(typeof buyers === 'string' && { buyerline: buyers }),
  };
}
