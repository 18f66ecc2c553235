import type { OrderEvent } from '@dist/orchestration';
import { readSwitches, switchHistory, writeSwitch } from '@dist/orchestration/runtime';
import type { Tower } from '../server/tower.ts';
import { developer, type User } from '../server/user.ts';
import type { Act, OrderAct, SwitchAct } from './act.ts';
import { ActFault } from './act-fault.ts';
import type { ActTable } from './act-table.ts';
import { eventOf } from './event-of.ts';
import { trialLasts } from './forget-old-trials.ts';
import { markOf } from './mark-of.ts';
import { positionOf } from './position-of.ts';
import { switchChange } from './switch-change.ts';
import type { Position } from './try-act.ts';

/** What has become of an act. */
export interface DoneAct {
  readonly id: string;
  readonly status: ActTable['status'];
  /** In a sentence. */
  readonly outcome: string;
  /** Whether the one who proposed it may approve it too. */
  readonly mayApprove?: boolean | undefined;
}

/**
 * Does what was tried, as it was tried: refused, with the order named, when that has changed since. The token is also what makes
 * it happen once: given twice, it answers what has become of the act. Throws an ActFault.
 */
export async function doAct(tower: Tower, user: User, token: string, reason: string): Promise<DoneAct> {
  const act = await actOf(tower, token);
  if (act === undefined || act.by_id !== user.id)
    throw new ActFault(404, 'There is no such dry run of yours, or it is older than a quarter of an hour. Try again.');
  if (act.reason !== '' && act.reason !== reason)
    throw new ActFault(409, 'It was tried for another reason. Try it again with this one.');
  if (act.status !== 'tried') return answered(act);
  const given = { ...act, reason };
  if (Date.parse(tower.clock()) - Date.parse(act.at) > trialLasts)
    throw new ActFault(409, 'The dry run is older than a quarter of an hour. Try again.');
  if (act.four_eyes === '') return perform(tower, given, user.id);
  const mayApprove = user.id === developer.id;
  const waits = mayApprove
    ? 'elsewhere another operator has to approve it; here, on your own machine, you may'
    : 'it waits for another operator to approve it';
  return {
    ...(await settle(tower, given, { status: 'proposed', outcome: `${act.four_eyes}: ${waits}.` })),
    mayApprove,
  };
}

/** Another operator's word on an act that was proposed. Throws an ActFault. */
export async function decideAct(
  tower: Tower,
  user: User,
  id: string,
  decision: 'approve' | 'decline',
): Promise<DoneAct> {
  const act = await actOf(tower, id);
  if (act === undefined || act.status === 'tried') throw new ActFault(404, 'Nobody has proposed that.');
  if (act.status !== 'proposed') return answered(act);
  const isOwn = act.by_id === user.id;
  if (decision === 'decline') return decline(tower, act, user.id);
  if (isOwn && user.id !== developer.id)
    throw new ActFault(403, 'Another operator has to approve it: not the one who proposed it.');
  // Who signs in never is the local developer.
  const alone = isOwn ? ' The local developer approved an act of the own; elsewhere another operator has to.' : '';
  return perform(tower, act, `${act.by_id}, approved by ${user.id}`, user.id, alone);
}

/** By the same mark as an act is done: of two who decide at once the first is heard, and the other is told so. */
async function decline(tower: Tower, act: ActTable, by: string): Promise<DoneAct> {
  const { runtime, journal, clock } = tower;
  if (runtime === undefined) throw new ActFault(409, 'This tower only looks.');
  const key = markOf(act.id);
  const value = JSON.stringify({ by, at: clock(), verb: 'decline' });
  await runtime.dispatch([], { marks: [{ key, expected: undefined, value }] });
  const decliner = declinerIn(await journal.mark(key));
  if (decliner === undefined) throw new ActFault(409, 'It was approved meanwhile. Load the page anew.');
  return settle(tower, act, { ...declined, decidedBy: decliner });
}

/** Who it was stands beside it, where viewers do not see it. */
const declined = { status: 'declined', outcome: 'Nothing was done.' } as const;

/** Who has declined an act, as its mark says; `undefined` where nobody has. */
function declinerIn(mark = '{}'): string | undefined {
  const { verb, by } = JSON.parse(mark) as { readonly verb?: string; readonly by?: string };
  return verb === 'decline' ? by : undefined;
}

async function actOf({ database }: Tower, id: string): Promise<ActTable | undefined> {
  return database.selectFrom('acts').selectAll().where('id', '=', id).executeTakeFirst();
}

function answered({ id, status, outcome }: ActTable): DoneAct {
  return { id, status, outcome };
}

async function perform(tower: Tower, act: ActTable, by: string, decidedBy = '', more = ''): Promise<DoneAct> {
  const what = JSON.parse(act.act) as Act;
  try {
    if ('verb' in what && (what.verb === 'flow' || what.verb === 'partnerState')) await setOne(tower, act, what, by);
    else {
      const decliner = await bring(tower, act, what as OrderAct, by);
      if (decliner !== undefined) return settle(tower, act, { ...declined, decidedBy: decliner });
    }
  } catch (error) {
    if (!(error instanceof ActFault)) throw error;
    await settle(tower, act, { status: 'refused', outcome: error.message, decidedBy });
    throw error;
  }
  const items = act.items === 1 ? '1 item' : `${act.items} items`;
  const orders = act.orders === 1 ? '1 order' : `${act.orders} orders`;
  const outcome = `${act.orders === 0 ? 'It is set.' : `Done for ${items} of ${orders}.`}${more}`;
  return settle(tower, act, { status: 'done', outcome, decidedBy });
}

/**
 * All orders in one transaction, with a mark that the act is done: however often it is begun, it happens once. Answers who has
 * declined it meanwhile.
 */
async function bring(
  tower: Tower,
  { id, positions, reason }: ActTable,
  act: OrderAct,
  by: string,
): Promise<string | undefined> {
  const { runtime, journal, clock } = tower;
  if (runtime === undefined) throw new ActFault(409, 'This tower only looks.');
  const mark = markOf(id);
  const at = clock();
  const dispatches = (JSON.parse(positions) as readonly Position[]).map(({ order, items, position }) => ({
    id: order,
    events: [],
    decide: (state: Parameters<typeof positionOf>[0]) => {
      if (positionOf(state) !== position)
        throw new ActFault(409, `Nothing was done: order ${order} has changed since it was tried. Try again.`);
      return items.map((item, index): OrderEvent => {
        const event = eventOf(act, item ?? undefined, state, { by, reason, at, key: `act/${id}/${index}` });
        if (typeof event === 'string') throw new ActFault(409, `Nothing was done: ${order}: ${event}.`);
        return event;
      });
    },
  }));
  const value = JSON.stringify({ by, reason, at, verb: act.verb });
  const result = await runtime
    .dispatch(dispatches, { marks: [{ key: mark, expected: undefined, value }] })
    .catch(async (error: unknown) => {
      // Another press of the same button has done it meanwhile, which is why the orders are otherwise.
      if ((await journal.mark(mark)) === undefined) throw error;
    });
  if (result?.status === 'conflict' && result.what !== 'mark')
    throw new ActFault(409, `Nothing was done: ${result.key} is changed all the time. Try again.`);
  return result?.status === 'appended' ? undefined : declinerIn(await journal.mark(mark));
}

async function setOne(tower: Tower, act: ActTable, what: SwitchAct, by: string): Promise<void> {
  const { journal, policyOf } = tower;
  const change = switchChange(what, { by, reason: act.reason, at: act.at });
  const wanted = JSON.stringify(change);
  const [{ position = '' } = {}] = JSON.parse(act.positions) as readonly Position[];
  const { changes } = await readSwitches(journal);
  if (String(changes) !== position) {
    for await (const one of switchHistory(journal)) if (JSON.stringify(one) === wanted) return;
    throw new ActFault(409, 'Nothing was done: another switch was set since it was tried. Try again.');
  }
  const result = await writeSwitch(journal, change, policyOf(undefined).work);
  if (result.status === 'refused') throw new ActFault(409, `Nothing was done: ${result.message}.`);
}

async function settle(
  { database, clock }: Tower,
  act: ActTable,
  { status, outcome, decidedBy = '' }: { status: ActTable['status']; outcome: string; decidedBy?: string },
): Promise<DoneAct> {
  const decided = decidedBy === '' ? {} : { decided_by: decidedBy, decided_at: clock() };
  await database
    .updateTable('acts')
    .set({ status, outcome, reason: act.reason, ...decided })
    .where('id', '=', act.id)
    .where('status', '=', act.status)
    .execute();
  return { id: act.id, status, outcome };
}
