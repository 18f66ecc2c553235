import { phase, terminalPhases } from '../order/phase.ts';
import { viewOf } from '../order/view-of.ts';
import { loadOrder } from '../runtime/load-order.ts';
import type { OrderState } from '../word/state.ts';
import { comparePage, type Reconciling } from './compare-page.ts';
import type { ObservedName, ObservedRecord } from './observed.ts';

/** Goes through every order of the journal that is not over, a page at a time, and asks the system for each. False when another run has begun. */
export async function sweepOrders(run: Reconciling): Promise<boolean> {
  let page: OrderState[] = [];
  for await (const id of run.journal.orders()) {
    const state = (await loadOrder(run.journal, id, run.policy))?.state;
    if (state === undefined || terminalPhases.includes(phase(state))) continue;
    page.push(state);
    if (page.length < (run.pageSize ?? 50)) continue;
    if (!(await sweepPage(run, page))) return false;
    page = [];
  }
  return page.length === 0 || sweepPage(run, page);
}

async function sweepPage(run: Reconciling, orders: readonly OrderState[]): Promise<boolean> {
  const idOf = new Map<string, string>();
  const names = orders.flatMap((order) => namesOf(order));
  for (const { order, number, externalReference } of names) {
    for (const name of [number, externalReference]) if (name !== undefined) idOf.set(name, order);
  }
  const records = (await run.observed.find?.(names)) ?? [];
  run.count.records += records.length;
  const byOrder = new Map<string, ObservedRecord[]>(orders.map(({ id }) => [id, []]));
  for (const record of records) {
    const { order, externalReference = '', number = '' } = record;
    byOrder.get(order ?? idOf.get(externalReference) ?? idOf.get(number) ?? '')?.push(record);
  }
  const complete = true;
  return comparePage(
    run,
    [...byOrder].map(([id, found]) => ({ id, at: run.at, run: run.fence.run, records: found, complete })),
  );
}

/** The names of each part of an order. */
function namesOf(state: OrderState): readonly (ObservedName & { readonly order: string })[] {
  return [...viewOf(state).parts.values()].flatMap(({ part, accepted }) =>
    part === undefined
      ? []
      : [{ order: state.id, number: accepted?.number, externalReference: part.externalReference }],
  );
}
