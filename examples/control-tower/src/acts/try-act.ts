import { randomUUID } from 'node:crypto';
import { loadOrder, readSwitches, setSwitch } from '@dist/orchestration/runtime';
import type { Tower } from '../server/tower.ts';
import type { User } from '../server/user.ts';
import type { Act, Item, OrderAct, SwitchAct, TryRequest } from './act.ts';
import { ActFault } from './act-fault.ts';
import { forgetOldTrials } from './forget-old-trials.ts';
import { itemsOf } from './items-of.ts';
import { needsFourEyes } from './needs-four-eyes.ts';
import { type Risk, riskOf } from './risk-of.ts';
import { switchChange } from './switch-change.ts';
import { type Trial, type TriedOrder, tryOrder } from './try-order.ts';

/** What an act would do. */
export interface TriedAct {
  /** With it the act is done, once, as it was tried. None where all of it is refused. */
  readonly token?: string | undefined;
  readonly orders: readonly TriedOrder[];
  /** Items that the act would be done for. */
  readonly items: number;
  /** Items of the filter beyond those that are done in one go. */
  readonly left: number;
  /** Why another operator has to approve it. */
  readonly fourEyes?: string | undefined;
  /** Of a switch: what waits there, and falls due meanwhile. */
  readonly risk?: Risk | undefined;
}

/** Where an order stood when an act was tried, and what of it the act is for. */
export interface Position {
  readonly order: string;
  readonly items: readonly (string | undefined)[];
  readonly position: string;
}

/** What documents say is shown of so many orders: of more nobody reads it. */
const mostShown = 20;

/** Tells what an act would do, and keeps that under a token. Nothing is done. */
export async function tryAct(tower: Tower, user: User, request: TryRequest): Promise<TriedAct> {
  const { act, reason = '' } = request;
  await forgetOldTrials(tower);
  if (!('items' in request) && !('filter' in request)) return trySwitch(tower, user, request.act as SwitchAct, reason);
  const orderAct = act as OrderAct;
  const { items, left } =
    'items' in request ? { items: request.items, left: 0 } : await itemsOf(tower.database, request.filter, orderAct);
  if (orderAct.verb === 'correct' && items.length > 1) throw new ActFault(400, 'A correction is for one item.');
  const id = randomUUID();
  const trials = await tryOrders(tower, orderAct, items, { by: user.id, reason, at: tower.clock(), key: `act/${id}` });
  const taken = trials.filter(({ items: some }) => some.length > 0);
  const overridesPrice = taken.some((trial) => trial.overridesPrice);
  const fourEyes = needsFourEyes(taken.length, overridesPrice);
  const positions = taken.map(
    ({ tried, items: some, position }): Position => ({ order: tried.order, items: some, position }),
  );
  const count = taken.reduce((sum, one) => sum + one.items.length, 0);
  if (count > 0) await keepTrial(tower, { id, user, act, reason, positions, fourEyes, items: count });
  const orders = trials.map(({ tried }) => (trials.length > mostShown ? withoutContent(tried) : tried));
  return { ...(count > 0 && { token: id }), orders, items: count, left, fourEyes };
}

async function tryOrders(
  { journal, policyOf }: Tower,
  act: OrderAct,
  items: readonly Item[],
  author: Parameters<typeof tryOrder>[4],
): Promise<readonly Trial[]> {
  const byOrder = new Map<string, Set<string | undefined>>();
  for (const { order, item } of items) byOrder.set(order, (byOrder.get(order) ?? new Set()).add(item));
  const trials: Trial[] = [];
  for (const [order, some] of byOrder) {
    const loaded = await loadOrder(journal, order, policyOf);
    if (loaded === undefined) throw new ActFault(404, `There is no order ${order}.`);
    trials.push(tryOrder(act, [...some], loaded.state, policyOf(loaded.state.policy), author));
  }
  return trials;
}

async function trySwitch(tower: Tower, user: User, act: SwitchAct, reason: string): Promise<TriedAct> {
  const switches = await readSwitches(tower.journal);
  const change = switchChange(act, { by: user.id, reason, at: tower.clock() });
  const result = setSwitch(switches, change, tower.policyOf(undefined).work);
  if (result.status === 'refused') throw new ActFault(409, `${result.message}.`);
  const id = randomUUID();
  const positions = [{ order: '', items: [], position: String(switches.changes) }];
  await keepTrial(tower, { id, user, act, reason, positions, fourEyes: undefined, items: 0 });
  return { token: id, orders: [], items: 0, left: 0, risk: await riskOf(tower, act) };
}

function withoutContent(tried: TriedOrder): TriedOrder {
  return { ...tried, effects: tried.effects.map(({ content: _, ...effect }) => effect) };
}

interface KeptTrial {
  readonly id: string;
  readonly user: User;
  readonly act: Act;
  readonly reason: string;
  readonly positions: readonly Position[];
  readonly fourEyes: string | undefined;
  readonly items: number;
}

async function keepTrial({ database, clock }: Tower, trial: KeptTrial): Promise<void> {
  const { id, user, act, reason, positions, fourEyes = '', items } = trial;
  const row = {
    id,
    status: 'tried' as const,
    verb: act.verb,
    act: JSON.stringify(act),
    positions: JSON.stringify(positions),
    four_eyes: fourEyes,
    reason,
    by_id: user.id,
    by_name: user.name,
    at: clock(),
    decided_by: '',
    decided_at: '',
    orders: positions.filter(({ order }) => order !== '').length,
    items,
    outcome: '',
  };
  await database.insertInto('acts').values(row).execute();
}
