import type { Shipment } from '@dist/canonical';
import { basic } from '@dist/connectors';
import { fakeNetsuite, fakeS4hana } from '@dist/connectors/fakes';
import { type Erp, erpPerformers, type FollowedDocuments, followErpDocuments } from '@dist/connectors/gateway';
import { netsuite } from '@dist/connectors/netsuite';
import { s4hana } from '@dist/connectors/s4hana';
import type { Fake } from '@dist/connectors/testing';
import type { Overlay } from '@dist/mapping';
import { defaultPolicy, enrichmentPerformer, type MasterData } from '@dist/orchestration';
import { createRuntime, type Dispatch, memoryJournal, notOffered, type Runtime } from '@dist/orchestration/runtime';
import { describe, expect, it } from 'vitest';
import { interchangeText, sampleWorld } from './sample-gateway.ts';

/** What an order to cash asks of an ERP. */
type Estate = Erp & Pick<FollowedDocuments, 'shipments' | 'invoices' | 'orders'>;

const fetchOf = (fake: Fake) => async (url: string, init: RequestInit) => await fake.handle(new Request(url, init));

/** The one sales area of the seller. */
const constant = (value: string) => ({ op: 'const' as const, canonical: null, required: null, value });
const salesArea: Overlay = {
  id: 'sales-area',
  version: '1',
  base: 'sap-s4/sales-order',
  patch: {
    'sales-organization': constant('1710'),
    'distribution-channel': constant('10'),
    division: constant('00'),
  },
};

/** Each ERP beside its fake. The buyer's line id goes where that system keeps it. */
const erps: readonly (readonly [string, () => { readonly fake: Fake; readonly erp: Estate }])[] = [
  [
    'NetSuite',
    () => {
      const fake = fakeNetsuite();
      const credentials = {
        kind: 'token',
        consumerKey: 'ck',
        consumerSecret: 'cs',
        token: 'tk',
        tokenSecret: 'ts',
      } as const;
      const settings = { account: '1234567', credentials, units: { '1': 'EA' }, lineField: 'custcol_buyer_line' };
      return { fake, erp: netsuite({ ...settings, fetch: fetchOf(fake) }) };
    },
  ],
  [
    'S/4HANA',
    () => {
      const fake = fakeS4hana();
      const erp = s4hana({
        baseUrl: 'https://a.invalid',
        auth: basic('user', 'pass-1'),
        rejectionReason: '61',
        units: { PC: 'EA' },
        overlays: [salesArea],
        fetch: fetchOf(fake),
      });
      return { fake, erp };
    },
  ],
];

const masterData: MasterData = {
  version: '1',
  items: [{ sku: 'AX-100', ids: [], description: 'Valve (sample)', baseUnit: 'EA', conversions: [] }],
  customers: [],
  itemCrossReferences: [],
  shipToCrossReferences: [
    { partner: 'northfield', scheme: 'buyer', value: '0012', customerNumber: 'C-1', shipToNumber: 'S-1' },
  ],
};

const clock = () => '2026-11-02T09:00:00.000Z';

function liveWorld(erp: Estate) {
  const world = sampleWorld();
  const performers = {
    ...notOffered(),
    ...erpPerformers({ erp }),
    'order.enrich': enrichmentPerformer({ resolve: async () => masterData }),
    ...world.gateway.performers,
  };
  const runtime = createRuntime({ journal: world.journal, policy: defaultPolicy, performers, clock, worker: 'w' });
  const settle = async () => {
    while ((await runtime.work()) > 0);
  };
  return { ...world, runtime, settle };
}

describe('from a purchase order to its invoice', () => {
  it.each(erps)('R28 %s: what the ERP ships and invoices leaves as 856 and 810, once', async (_, connect) => {
    const { fake, erp } = connect();
    const { gateway, runtime, journal, settle, sent } = liveWorld(erp);
    const body = [
      'BEG*00*SA*4711**20261102',
      'CUR*BY*USD',
      'N1*ST*Northfield DC (sample)*92*0012',
      'PO1*007*24*EA*3.25**VN*AX-100',
      'CTT*1',
    ];
    const bytes = interchangeText({ control: '000000101', sets: [{ type: '850', body }] });
    await gateway.receive({ name: 'in/4711.edi', bytes }, runtime);
    await settle();
    expect(await fake.orders()).toBe(1);

    fake.fulfil?.(Date.parse(clock()));
    const followed = { ...erp, erp: 'erp', journal, from: '2026-11-01T00:00:00Z' };
    for (let times = 0; times < 3; times++) {
      expect((await followErpDocuments(followed, runtime)).failure).toBeUndefined();
      await settle();
    }
    const types = [...sent.keys()].map((file) => /\/(\d{3})-/.exec(file)?.[1]).sort();
    expect(types).toEqual(['810', '855', '856', '997']);
    const notice = [...sent].find(([file]) => file.includes('/856-'))?.[1].text ?? '';
    expect(notice).toContain('PRF*4711');
    expect(notice).toContain('LIN*007');
    const invoice = [...sent].find(([file]) => file.includes('/810-'))?.[1].text ?? '';
    expect(invoice).toContain('TDS*7800');
  });
});

describe('R28 a document that an ERP lists', () => {
  const document: Shipment = {
    kind: 'shipment',
    version: '1',
    purpose: 'original',
    shipmentId: 'S-1',
    // An ERP that knows the day only: its noon.
    createdAt: '2026-11-02T12:00:00Z',
    shippedOn: '2026-11-02',
    carrier: {},
    parties: {},
    references: [],
    units: [],
    items: [{ orderNumber: 'SO-1', lineId: '1', ids: [], quantity: { value: '24', unit: 'EA' } }],
  };

  it('is told once, not in the future, and again when it has changed', async () => {
    const journal = memoryJournal();
    const told: string[] = [];
    const changed = { ...document, carrier: { name: 'Road' } };
    const days = [document, document, changed, changed];
    const page = (items: readonly Shipment[]) => ({ ok: true, items, unreadable: [], next: 'c' }) as const;
    const followed: FollowedDocuments = {
      erp: 'erp',
      journal,
      from: '2026-11-01T00:00:00Z',
      now: () => Date.parse(clock()),
      orders: { status: async () => ({ status: 'notFound' }) },
      shipments: {
        list: async function* () {
          yield page(days.splice(0, 1));
        },
      },
      invoices: {
        list: async function* () {
          yield { ok: true, items: [], unreadable: [], next: 'c' };
        },
      },
    };
    const owner = JSON.stringify({ order: 'northfield/4711', partId: '1' });
    await journal.append({ marks: [{ key: 'erp/erp/number/SO-1', expected: undefined, value: owner }] });
    const runtime: Pick<Runtime, 'dispatch'> = {
      dispatch: async (dispatches, { marks } = {}) => {
        const all = [dispatches].flat() as readonly Dispatch[];
        told.push(...all.flatMap(({ events = [] }) => events.map(({ at }) => at)));
        return await journal.append({ marks });
      },
    };
    const counts: number[] = [];
    for (let times = 0; times < 4; times++) counts.push((await followErpDocuments(followed, runtime)).documents);
    expect(counts).toEqual([1, 0, 1, 0]);
    expect(told).toEqual([clock(), clock()]);
  });
});
