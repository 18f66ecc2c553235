import { spawnSync } from 'node:child_process';
import { existsSync, mkdtempSync, readdirSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { type OrderEvent, type OrderState, obligations, phase, timers, waiting } from '@dist/orchestration';
import { loadOrder, writeSwitch } from '@dist/orchestration/runtime';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { type HouseUnderTest, houseIn, parked } from './kept-house.ts';

const folder = mkdtempSync(join(tmpdir(), 'control-tower-house-'));
const fourHours = 4 * 3_600_000;
let house: HouseUnderTest;
let orders: readonly OrderState[];

beforeAll(async () => {
  house = await houseIn(folder);
  orders = await house.settled();
});

afterAll(async () => {
  await house.leave();
  rmSync(folder, { recursive: true, force: true });
});

const of = (partner: string, states = orders) => states.filter(({ id }) => id.startsWith(`${partner}/`));
const isHeld = (state: OrderState) => Object.keys(state.holds).length > 0;
const lastFactOf = ({ facts }: OrderState) => Math.max(...Object.values(facts).map(({ at }) => Date.parse(at)));
const phases = (states: readonly OrderState[]) => [...new Set(states.map(phase))];
/** The documents that lie in a partner's mailbox, the acknowledgments of its interchanges apart. */
const mailbox = (partner: string): string[] => {
  const path = join(folder, 'documents', partner);
  return existsSync(path) ? readdirSync(path).filter((name) => /^8\d\d-/.test(name)) : [];
};

/** How many processes hold the folder open by an argument: the counterparties are told where their ledger lies. */
function processesOf(path: string): number {
  const { stdout } = spawnSync('ps', ['-A', '-o', 'args='], { encoding: 'utf8' });
  return stdout.split('\n').filter((line) => line.includes(path)).length;
}

describe('a house whose partner has closed its mailbox', () => {
  it('parks the documents of that partner with their cause and their owner, and carries its orders on', () => {
    const stuck = of('harborline').filter((state) => !isHeld(state));
    expect(stuck.length).toBeGreaterThan(10);
    expect(phases(stuck)).toEqual(['parked']);
    const classes = new Set(stuck.flatMap(parked).map((entry) => entry.class));
    expect(classes).toEqual(new Set(['transport']));
    const [first] = stuck;
    expect(first && waiting(first, house.policy)).toMatchObject({
      on: 'person',
      what: expect.stringMatching(/^integration: .* failed, no connection to the mailbox of harborline: .*staged/),
    });
    expect(mailbox('harborline')).toEqual([]);
  });

  it('holds the order with a price that is too low, for the pricing team', () => {
    const held = orders
      .filter(isHeld)
      .map((state) => [state.id, ...Object.values(state.holds).map(({ owner }) => owner)]);
    expect(held).toEqual([['harborline/84200141', 'pricing']]);
  });

  it('lets the orders of all others come to their end', () => {
    expect(phases([...of('northfield'), ...of('cedarpoint')])).toEqual(['invoiced']);
    expect(phases(of('shop'))).toEqual(['closed']);
  });

  it('owes documents within the next four hours, and each costs something', () => {
    const [stuck] = of('harborline').filter((state) => !isHeld(state));
    if (stuck === undefined) throw new Error('no order is stuck');
    const owed = obligations(stuck, house.policy).flatMap(({ deadline }) => deadline ?? []);
    const costs = owed.map(({ breachCost }) => breachCost);
    expect(costs).toEqual(expect.arrayContaining(['150.00', '250.00']));
    const [sent] = of('cedarpoint');
    const soon =
      sent === undefined ? [] : timers(sent).filter(({ due }) => Date.parse(due) < lastFactOf(sent) + fourHours);
    expect(soon.length).toBeGreaterThan(0);
  });
});

describe('the house goes on', () => {
  it('after a restart in the same folder, and nothing comes in or goes out twice', async () => {
    const before = [mailbox('northfield'), mailbox('cedarpoint'), orders.map(({ id }) => id)];
    expect(processesOf(folder)).toBe(1);
    await house.leave();
    expect(processesOf(folder)).toBe(0);
    expect(existsSync(join(folder, 'running.pid'))).toBe(false);

    house = await houseIn(folder);
    expect(house.outage.lasts()).toBe(true);
    orders = await house.settled();
    expect([mailbox('northfield'), mailbox('cedarpoint'), orders.map(({ id }) => id)]).toEqual(before);
    expect(phases(of('harborline').filter((state) => !isHeld(state)))).toEqual(['parked']);
  });

  it('after the outage: what is replayed is sent exactly once, and the orders come to their end', async () => {
    house.outage.end();
    const stuck = of('harborline').filter((state) => !isHeld(state));
    const at = new Date().toISOString();
    const replays = stuck.map((state) => ({
      id: state.id,
      events: parked(state).map(
        ({ effect }): OrderEvent => ({
          type: 'operator.replayed',
          effect: effect.key,
          by: 'operator (sample)',
          reason: 'the mailbox is open again',
          key: `replay/${effect.key}`,
          at,
          v: 2,
        }),
      ),
    }));
    await house.runtime.dispatch(replays);
    // An operator who presses twice.
    await house.runtime.dispatch(replays);
    orders = await house.settled();

    const mended = of('harborline').filter((state) => !isHeld(state));
    expect(phases(mended)).toEqual(['invoiced']);
    const numbers = mailbox('harborline').flatMap((name) => documentOf('harborline', name));
    expect(new Set(numbers).size).toBe(numbers.length);
    const expected = stuck.reduce((count, state) => count + parked(state).length, 0);
    expect(numbers.length).toBe(expected);
  });

  it('after another restart the mailbox stays open, and nothing goes out again', async () => {
    const before = mailbox('harborline');
    await house.leave();
    house = await houseIn(folder);
    await house.settled();
    expect([house.outage.lasts(), mailbox('harborline')]).toEqual([false, before]);
  });
});

it('a partner that is paused is sent nothing, while others are, until it is resumed', async () => {
  const set = (flow: 'paused' | 'running') => {
    const told = { by: 'operator (sample)', reason: 'their server moves', at: new Date().toISOString() };
    return writeSwitch(house.journal, { what: 'partner', id: 'northfield', flow, ...told }, house.policy.work);
  };
  const acknowledgmentOf = (partner: string) => {
    const [state] = of(partner, orders);
    const key = Object.keys(state?.effects ?? {}).find((one) => one.endsWith('/855')) ?? '';
    return { id: state?.id ?? '', effect: key };
  };
  const sendAgain = ({ id, effect }: ReturnType<typeof acknowledgmentOf>) => {
    const told = { by: 'operator (sample)', reason: 'lost', key: `again/${effect}`, at: new Date().toISOString() };
    return house.runtime.dispatch({ id, events: [{ type: 'operator.replayed', effect, v: 2, ...told }] });
  };
  const statusOf = async ({ id, effect }: ReturnType<typeof acknowledgmentOf>) =>
    (await loadOrder(house.journal, id, house.policy))?.state.effects[`${effect}#2`]?.status;
  const [paused, other] = [acknowledgmentOf('northfield'), acknowledgmentOf('cedarpoint')];
  const before = mailbox('northfield').length;

  await set('paused');
  await sendAgain(paused);
  await sendAgain(other);
  await expect.poll(() => statusOf(other), { timeout: 20_000 }).toBe('done');
  expect([await statusOf(paused), mailbox('northfield').length]).toEqual(['issued', before]);
  await set('running');
  await expect.poll(() => statusOf(paused), { timeout: 20_000 }).toBe('done');
  expect(mailbox('northfield').length).toBe(before + 1);
});

/** What a document is about: its type and the number of its own (BAK03, BSN02, BIG02). */
function documentOf(partner: string, name: string): string {
  const text = readFileSync(join(folder, 'documents', partner, name), 'latin1');
  const separator = text.charAt(3);
  const beginning = text.split(text.charAt(105)).map((segment) => segment.trim().split(separator));
  const segment = beginning.find(([tag]) => tag === 'BAK' || tag === 'BSN' || tag === 'BIG') ?? [];
  const [tag, , second, third] = segment;
  return `${name.slice(0, 3)} ${tag === 'BAK' ? third : second}`;
}
