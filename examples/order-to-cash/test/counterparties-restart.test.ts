import { existsSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { afterEach, beforeEach, expect, it, vi } from 'vitest';
import { readLedger } from '../src/counterparties/read-ledger.ts';
import { startCounterparties } from '../src/counterparties-process.ts';
import { eventsWhenSettled, makeWorld, order, post, type World, withServers } from './counterparties-world.ts';

const flags = ['--conditions=@dist/source', '--import', 'tsx'];
const killer = ['--import', fileURLToPath(new URL('./kill-at.mjs', import.meta.url))];

let world: World;
beforeEach(() => {
  world = makeWorld();
  vi.stubEnv('NODE_OPTIONS', '');
});
afterEach(() => {
  vi.unstubAllEnvs();
  world.remove();
});

/** A plain one, one of two shipments, one that has its freight and a line too cheap, one of the shop. */
const orders = [
  order('R1'),
  order('R2', {}, ['A1', '30', 'EA'], ['B1', '20', 'EA']),
  order('R3', { shipTo: 'P2' }, ['A1', '1', 'EA', '1'], ['C1', '2.5', 'FOT']),
  order('R4', { customer: 'K2' }),
];

it('orders go on where they stood when the servers are opened again', async () => {
  const { directory } = world.settings();
  const still = world.settings({ step: 600_000 });
  const early = await withServers(still, ({ erp }) => post(`${erp}/orders`, orders[1], { 'idempotency-key': 'R2' }));
  expect([early.status, readLedger(directory).orders[0]?.status]).toEqual([201, 'open']);
  // The order waits for ten minutes by the ledger, but no wait is longer than the step that is set now.
  await withServers(world.settings(), ({ erp }) => eventsWhenSettled(erp, 'R2'));
  expect(readLedger(directory).shipments).toHaveLength(2);
});

it.each([1, 13])('killed after action %i it comes back, and its ledger is that of an unkilled one', async (at) => {
  const unkilled = makeWorld();
  const expected = await withServers(unkilled.settings(), async ({ erp }) => {
    await submitAll(erp);
    return timeless(unkilled.settings().directory);
  });
  unkilled.remove();

  const { directory, master, samples } = world.settings();
  const mark = join(directory, '..', 'killed');
  for (const [name, value] of Object.entries({ TARGET: 'counterparties', AT: String(at), MARK: mark }))
    vi.stubEnv(`KILL_${name}`, value);
  const options = { directory, master, samples, delay: 0, step: 0, silence: 3 };
  const counterparties = await startCounterparties(options, [...flags, ...killer]);
  try {
    await submitAll(counterparties.erp);
    const shop = await untilAnswered(() => post(`${counterparties.shop}/admin/api/2026-07/graphql.json`, {}));
    expect(shop.status).toBe(401);
  } finally {
    await counterparties.stop();
  }
  expect(existsSync(mark)).toBe(true);
  expect(timeless(directory)).toEqual(expected);
});

async function submitAll(erp: string): Promise<void> {
  for (const body of orders) {
    const key = { 'idempotency-key': body.externalReference };
    const { status } = await untilAnswered(() => post(`${erp}/orders`, body, key));
    expect([200, 201]).toContain(status);
    await untilAnswered(() => eventsWhenSettled(erp, body.externalReference));
  }
}

/** Asks again while the server is away or silent, as a sender with an idempotency key may. */
async function untilAnswered<T>(ask: () => Promise<T>): Promise<T> {
  for (;;) {
    const answer = await ask().catch(() => undefined);
    if (answer !== undefined) return answer;
  }
}

/** The whole ledger but for days and for how often an order was sent. */
function timeless(directory: string): unknown {
  const text = JSON.stringify(readLedger(directory), (name, value) => (name === 'received' ? undefined : value));
  return JSON.parse(text.replace(/\d{4}-\d\d-\d\d(?:T[\d:.]+Z)?/g, 'day'));
}
