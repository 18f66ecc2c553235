import { readFileSync } from 'node:fs';
import { Order } from '@dist/canonical';
import {
  compilePartnerMaps,
  createGateway,
  erpPerformers,
  type Gateway,
  type GatewayOptions,
  type GatewayPartner,
  partnerDirectory,
  type StandardMaps,
  type TradingPartner,
} from '@dist/connectors/gateway';
import { compile, json, type PartnerMap } from '@dist/mapping';
import { defaultPolicy, type Note } from '@dist/orchestration';
import {
  createRuntime,
  type Journal,
  memoryJournal,
  notOffered,
  type Performers,
  type Runtime,
} from '@dist/orchestration/runtime';

const maps = new URL('../../../mapping/maps/x12-004010/', import.meta.url);
const load = (set: string): PartnerMap => JSON.parse(readFileSync(new URL(`${set}.json`, maps), 'utf8'));

/** The maps that are shipped for release 004010. */
export const standardMaps: StandardMaps = {
  '850': load('850'),
  '855': load('855'),
  '856': load('856'),
  '810': load('810'),
  '820': load('820'),
  '824': load('824'),
  '846': load('846'),
  '860': load('860'),
  '864': load('864'),
  '865': load('865'),
  '940': load('940'),
  '945': load('945'),
};

export const profile: TradingPartner = {
  id: 'northfield',
  name: 'Northfield (sample)',
  interchange: { theirs: { qualifier: '08', id: 'THEIRID' }, ours: { qualifier: 'ZZ', id: 'OURID' } },
  group: { theirs: 'THEIRS', ours: 'OURS' },
  usage: 'P',
  version: '004010VICS',
};

let compiled: GatewayPartner | undefined;

/** The sample partner; its maps are compiled once. */
export function samplePartner(): GatewayPartner {
  if (compiled !== undefined) return compiled;
  const made = compilePartnerMaps(standardMaps, profile);
  if (!made.ok) throw new Error(made.issues[0]?.message);
  compiled = { profile, maps: made.value };
  return compiled;
}

const shopOrders: PartnerMap = {
  id: 'sample-shop',
  version: '1',
  native: 'json/shop/order',
  canonical: 'order',
  rules: [
    { id: 'kind', op: 'const', canonical: 'kind', value: 'order' },
    { id: 'model', op: 'const', canonical: 'version', value: '1' },
    { id: 'purpose', op: 'const', canonical: 'purpose', value: 'original' },
    { id: 'channel', op: 'const', canonical: 'channel', value: 'shop' },
    { id: 'currency', op: 'const', canonical: 'currency', value: 'USD' },
    { id: 'number', canonical: 'number', native: 'name', required: true },
    {
      id: 'lines',
      op: 'each',
      canonical: 'lines',
      native: 'items',
      rules: [
        { id: 'line-id', canonical: 'lineId', native: 'id', required: true },
        { id: 'quantity', canonical: 'quantity.value', native: 'quantity', as: 'number', required: true },
        { id: 'unit', op: 'const', canonical: 'quantity.unit', value: 'C62' },
      ],
    },
  ],
};

export interface SampleWorld {
  readonly gateway: Gateway;
  readonly runtime: Runtime;
  readonly journal: Journal;
  /** What has left, by name: latest bytes and how often it was put. */
  readonly sent: Map<string, { text: string; times: number }>;
  readonly notes: Note[];
  /** Works until nothing is due. */
  settle(): Promise<void>;
}

/** A gateway over a journal in memory (or the one given), with an ERP that is never asked. */
export function sampleWorld(changes: Partial<GatewayOptions> = {}): SampleWorld {
  const sent = new Map<string, { text: string; times: number }>();
  const journal = changes.journal ?? memoryJournal();
  const notes: Note[] = [];
  const shop = compile(shopOrders, { native: json(), canonical: Order });
  if (!shop.ok) throw new Error(shop.issues[0]?.message);
  const options: GatewayOptions = {
    journal,
    partners: partnerDirectory([samplePartner()]),
    shops: [{ id: 'shop', orders: shop.value }],
    usage: 'P',
    clock: () => '2026-11-02T09:00:00.000Z',
    transport: {
      put: async (name, bytes) => {
        const times = (sent.get(name)?.times ?? 0) + 1;
        sent.set(name, { text: new TextDecoder().decode(bytes), times });
      },
    },
    ...changes,
  };
  const gateway = createGateway(options);
  const idle = async () => ({});
  const performers: Performers = {
    ...notOffered(),
    ...erpPerformers({}),
    'order.enrich': async () => ({ events: [{ type: 'order.unresolved', round: 1, failures: [] }] }),
    'shop.fulfillment': idle,
    'shop.invoice': idle,
    ...gateway.performers,
  };
  const onNote = (note: Note) => void notes.push(note);
  const runtime = createRuntime({
    journal,
    policy: defaultPolicy,
    performers,
    clock: options.clock,
    worker: 'w',
    onNote,
  });
  const settle = async () => {
    while ((await runtime.work()) > 0);
  };
  return { gateway, runtime, journal, sent, notes, settle };
}

interface InterchangeText {
  readonly control?: string;
  readonly usage?: 'P' | 'T';
  readonly sender?: string;
  readonly acknowledgmentRequested?: boolean;
  readonly identifier?: string;
  /** The sets from the second segment on to the last but one. */
  readonly sets: readonly { readonly type: string; readonly body: readonly string[] }[];
}

/** An interchange as a partner sends it. */
export function interchangeText(options: InterchangeText): Uint8Array {
  const { control = '000000101', usage = 'P', sender = 'THEIRID', identifier = 'PO', sets } = options;
  const requested = options.acknowledgmentRequested ? '1' : '0';
  const isa = `ISA*00*          *00*          *08*${sender.padEnd(15)}*ZZ*${'OURID'.padEnd(15)}*261102*0900*U*00401*${control}*${requested}*${usage}*>`;
  const texts = sets.flatMap(({ type, body }, index) => {
    const number = String(index + 1).padStart(4, '0');
    return [`ST*${type}*${number}`, ...body, `SE*${body.length + 2}*${number}`];
  });
  const segments = [
    isa,
    `GS*${identifier}*THEIRS*OURS*20261102*0900*7*X*004010`,
    ...texts,
    `GE*${sets.length}*7`,
    `IEA*1*${control}`,
  ];
  return new TextEncoder().encode(segments.map((segment) => `${segment}~`).join(''));
}

/** A small purchase order. */
export function purchaseOrder(number: string, changes: { date?: string; quantity?: string; purpose?: string } = {}) {
  const { date = '20261102', quantity = '24', purpose = '00' } = changes;
  return {
    type: '850',
    body: [
      `BEG*${purpose}*SA*${number}**${date}`,
      'CUR*BY*USD',
      'N1*ST*Northfield DC (sample)*92*0012',
      `PO1*1*${quantity}*EA*3.25**UP*400000000008*VN*AX-100`,
      'CTT*1',
    ],
  };
}
