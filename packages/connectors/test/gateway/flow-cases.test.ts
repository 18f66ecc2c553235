import { existsSync, readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import type { Item } from '@dist/canonical';
import { erpPerformers } from '@dist/connectors/gateway';
import { defaultPolicy, enrichmentPerformer, type MasterData, phase } from '@dist/orchestration';
import {
  createRuntime,
  loadOrder,
  notOffered,
  type Performers,
  type StoredDocument,
} from '@dist/orchestration/runtime';
import { describe, expect, it } from 'vitest';
import { interchangeText, sampleWorld } from './sample-gateway.ts';

type Json = Record<string, unknown>;

interface FlowCase {
  readonly name: string;
  readonly rules: readonly string[];
  readonly when: readonly (Json & { readonly at: string; readonly event: string })[];
  readonly then: Json;
}

/** Shared scenarios that are about bytes and control numbers, by the beginning of their name; the machine plays the others. */
const scenarios: Readonly<Record<string, (flow: FlowCase) => Promise<void>>> = {
  'The same interchange received twice': sameTwice,
  'The same numbers around': otherBytes,
  'One bad order of three': badOrder,
  'The exact bytes': foundAgain,
};

/** Scenarios that nothing can play yet, with the reason. */
const waiting: Readonly<Record<string, string>> = {
  'Killed between writing': 'the gateway does not send notices of loads yet',
  'A paused partner': 'no lane switches in the sample gateway yet',
  'A partner still in testing': 'partners have no states in the gateway yet (R29)',
  'Warnings come sixty': 'connections have no certificates yet (R30)',
  'A guide changes at midnight': 'partners have one version of maps and guides yet (R27)',
};

const shared = process.env['DIST_SHARED'] ?? fileURLToPath(new URL('../../../../../shared', import.meta.url));
const all = ['load', 'resent', 'running', 'time'].flatMap((topic): readonly FlowCase[] => {
  const file = `${shared}/cases/flow/${topic}.json`;
  return existsSync(file) ? JSON.parse(readFileSync(file, 'utf8')) : [];
});
const absent = all.length === 0 ? ' (the shared cases are not here)' : '';

describe.skipIf(all.length === 0)(`scenarios of the gateway${absent}`, () => {
  for (const [start, play] of Object.entries(scenarios)) {
    const flow = all.find(({ name }) => name.startsWith(start));
    it(flow ? `${flow.rules.join(' ')} ${flow.name}` : start, async () => {
      if (flow === undefined) throw new Error('there is no such scenario any more');
      await play(flow);
    });
  }

  for (const [start, reason] of Object.entries(waiting)) {
    const flow = all.find(({ name }) => name.startsWith(start));
    it.skip(`${flow?.name ?? start} (waits: ${reason})`, () => {});
  }
});

/** A gateway with an ERP behind it that takes everything. */
function liveWorld() {
  const world = sampleWorld();
  const item = (sku: string): Item => ({ sku, ids: [], description: sku, baseUnit: 'EA', conversions: [] });
  const masterData: MasterData = {
    version: '1',
    items: [item('AX-100')],
    customers: [],
    itemCrossReferences: [],
    shipToCrossReferences: [
      { partner: 'northfield', scheme: 'buyer', value: '0012', customerNumber: 'C-1', shipToNumber: 'S-1' },
    ],
  };
  const erpOrders: string[] = [];
  const performers: Performers = {
    ...notOffered(),
    ...erpPerformers({}),
    'order.enrich': enrichmentPerformer({ resolve: async () => masterData }),
    'erp.submit': async ({ body }) => {
      const { partId, externalReference } = body.request.part;
      erpOrders.push(externalReference);
      return { events: [{ type: 'erp.accepted', partId, erp: body.erp, number: `SO-${partId}`, rejected: [] }] };
    },
    ...world.gateway.performers,
  };
  const clock = () => '2026-11-02T09:00:00.000Z';
  const runtime = createRuntime({ journal: world.journal, policy: defaultPolicy, performers, clock, worker: 'w' });
  const settle = async (): Promise<void> => {
    while ((await runtime.work()) > 0);
  };
  const receive = async (file: string, bytes: Uint8Array) => {
    const receipt = await world.gateway.receive({ name: file, bytes }, runtime);
    await settle();
    return receipt.interchanges[0];
  };
  const documents = async (type: string): Promise<readonly StoredDocument[]> => {
    const found: StoredDocument[] = [];
    for await (const document of world.journal.documents()) if (document.type === type) found.push(document);
    return found;
  };
  const state = async (number: string) => {
    const order = await loadOrder(world.journal, `northfield/${number}`, defaultPolicy);
    return order?.state;
  };
  return { ...world, receive, documents, state, erpOrders };
}

interface Told {
  readonly po?: string;
  readonly lines?: readonly { readonly line: string; readonly qty: string }[];
}

/** The file of an event, with the scenario's control number and orders. */
function fileOf(event: Json | undefined): Uint8Array {
  const sets = ((event?.['documents'] ?? []) as readonly Told[]).map(({ po = '', lines = [] }) => {
    const rows = lines.length > 0 ? lines : [{ line: '1', qty: '1' }];
    const lineOf = ({ line, qty }: { line: string; qty: string }) => `PO1*${line}*${qty}*EA*3.25**VN*AX-100`;
    const body = [`BEG*00*SA*${po}**20261102`, 'CUR*BY*USD', 'N1*ST*Northfield DC (sample)*92*0012'];
    return { type: '850', body: [...body, ...rows.map(lineOf), `CTT*${rows.length}`] };
  });
  return interchangeText({ control: String(event?.['isa13'] ?? '000000101'), sets });
}

const text = (bytes: Uint8Array | undefined): string => new TextDecoder().decode(bytes);
const numberOf = (flow: FlowCase): string => ((flow.when[0]?.['documents'] ?? []) as readonly Told[])[0]?.po ?? '';

async function sameTwice(flow: FlowCase): Promise<void> {
  const world = liveWorld();
  const bytes = fileOf(flow.when[0]);
  await world.receive('in/first.edi', bytes);
  await world.receive('in/copy.edi', bytes);
  expect(world.erpOrders).toHaveLength(1);
  expect(await world.documents('855')).toHaveLength(1);
  // One acknowledgment, made once: its bytes went out for each copy.
  const answers = await world.documents('997');
  const [answer] = answers;
  const sent = [...world.sent.values()].filter(({ text: content }) => content === text(answer?.bytes));
  expect(sent.reduce((sum, { times }) => sum + times, 0)).toBe(2);
  expect(new Set(answers.map(({ hash }) => hash)).size).toBe(1);
  const state = await world.state(numberOf(flow));
  expect(state && phase(state)).toBe(flow.then['phase']);
}

async function otherBytes(flow: FlowCase): Promise<void> {
  const world = liveWorld();
  await world.receive('in/first.edi', fileOf(flow.when[0]));
  const second = await world.receive('in/second.edi', fileOf(flow.when[1]));
  expect([second?.status, second?.acknowledgment?.type, second?.acknowledgment?.codes]).toEqual([
    'quarantined',
    'TA1',
    ['R'],
  ]);
  expect(text((await world.documents('TA1'))[0]?.bytes)).toContain('*R*025~');
  expect(await world.documents('997')).toHaveLength(1);
  const fact = (await world.state(numberOf(flow)))?.facts['order.captured'];
  expect(fact?.type === 'order.captured' && fact.order.lines[0]?.quantity.value).toBe('24');
}

async function badOrder(flow: FlowCase): Promise<void> {
  const world = liveWorld();
  const receipt = await world.receive('in/three.edi', fileOf(flow.when[0]));
  expect(receipt?.orders).toHaveLength(2);
  expect(world.erpOrders).toHaveLength(2);
  expect(await world.documents('855')).toHaveLength(2);
  const answers = await world.documents('997');
  expect(answers).toHaveLength(1);
  expect(text(answers[0]?.bytes)).toContain('AK9*P*3*3*2');
  expect(receipt?.issues.map(({ message }) => message).join()).toContain('BEG03');
}

async function foundAgain(flow: FlowCase): Promise<void> {
  const world = liveWorld();
  const bytes = fileOf(flow.when[0]);
  await world.receive('in/first.edi', bytes);
  const [received] = await world.documents('850');
  expect(received?.bytes).toEqual(bytes);
  expect(received?.controlNumbers.join()).toContain(String(flow.when[0]?.['isa13']));
  for (const type of ['997', '855']) {
    const [kept] = await world.documents(type);
    expect([...world.sent.values()].map((file) => file.text)).toContain(text(kept?.bytes));
    expect(kept?.controlNumbers.length).toBeGreaterThan(0);
  }
}
