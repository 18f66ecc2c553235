import type { Item } from '@dist/canonical';
import {
  createGateway,
  type DocumentTransport,
  erpPerformers,
  type GatewayOptions,
  type PartnerDirectory,
  partnerDirectory,
} from '@dist/connectors/gateway';
import {
  defaultPolicy,
  type EffectOf,
  enrichmentPerformer,
  type MasterData,
  type Note,
  type OrderState,
  type Policy,
} from '@dist/orchestration';
import {
  createRuntime,
  type Journal,
  laneGuard,
  loadOrder,
  notOffered,
  type Performers,
  type StoredDocument,
} from '@dist/orchestration/runtime';
import { samplePartner } from '../sample-gateway.ts';
import { sqliteInMemory } from './open-database.ts';

export interface LiveSettings {
  readonly journal?: Journal | undefined;
  readonly partners?: PartnerDirectory | undefined;
  readonly policy?: Policy | undefined;
  readonly transport?: DocumentTransport | undefined;
  readonly options?: Partial<GatewayOptions> | undefined;
  /** The instant that it begins at. */
  readonly at?: string | undefined;
  /** Ids of partners that have stores of their own in the master data. */
  readonly customers?: readonly string[] | undefined;
  readonly performers?: Partial<Performers> | undefined;
  /** Without a lane guard. */
  readonly unguarded?: boolean | undefined;
}

/** A file that has left. */
export interface LeftFile {
  readonly name: string;
  readonly text: string;
  readonly at: string;
}

/** A gateway on a journal of SQLite, with an ERP behind it that takes everything, and a clock that is set. */
export function liveWorld(settings: LiveSettings = {}) {
  const { journal = sqliteInMemory(), policy = defaultPolicy, customers = ['northfield'] } = settings;
  let now = new Date(settings.at ?? '2026-11-02T09:00:00.000Z').toISOString();
  const clock = () => now;
  const left: LeftFile[] = [];
  const transport = settings.transport ?? {
    put: async (name: string, bytes: Uint8Array) => {
      left.push({ name, text: new TextDecoder().decode(bytes), at: now });
    },
  };
  const partners = settings.partners ?? partnerDirectory([samplePartner()]);
  const gateway = createGateway({ journal, partners, transport, clock, usage: 'P', ...settings.options });
  const submitted: EffectOf<'erp.submit'>[] = [];
  const notes: Note[] = [];
  const performers: Performers = {
    ...notOffered(),
    ...erpPerformers({}),
    'order.enrich': enrichmentPerformer({ resolve: async () => masterDataOf(customers) }),
    'erp.submit': async (effect) => {
      submitted.push(effect);
      const { partId } = effect.body.request.part;
      const number = `SO-${submitted.length}`;
      return { events: [{ type: 'erp.accepted', partId, erp: effect.body.erp, number, rejected: [] }] };
    },
    ...gateway.performers,
    ...settings.performers,
  };
  const onNote = (note: Note) => void notes.push(note);
  const limits = settings.unguarded ? undefined : laneGuard({ journal, policy });
  const runtime = createRuntime({ journal, policy, performers, clock, worker: 'w', onNote, limits });
  const world = {
    gateway,
    runtime,
    journal,
    left,
    notes,
    submitted,
    /** Sets the clock, fires what is due and works until nothing is. */
    async goTo(at: string): Promise<void> {
      now = new Date(at).toISOString();
      await world.settle();
    },
    async settle(): Promise<void> {
      for (let rounds = 0; rounds < 1000; rounds++)
        if ((await runtime.fireTimers()) === 0 && (await runtime.work()) === 0) return;
      throw new Error('it never comes to an end');
    },
    async receive(name: string, bytes: Uint8Array) {
      const receipt = await gateway.receive({ name, bytes }, runtime);
      await world.settle();
      return receipt;
    },
    async documents(type?: string): Promise<readonly StoredDocument[]> {
      const found: StoredDocument[] = [];
      for await (const document of journal.documents())
        if (type === undefined || document.type === type) found.push(document);
      return found;
    },
    async orders(): Promise<readonly string[]> {
      const ids: string[] = [];
      for await (const id of journal.orders()) ids.push(id);
      return ids;
    },
    async state(id: string): Promise<OrderState> {
      const order = await loadOrder(journal, id, policy);
      if (order === undefined) throw new Error(`there is no ${id}`);
      return order.state;
    },
    /** Texts of files that have left of a type, in order. */
    sent: (type: string): readonly string[] =>
      left.filter(({ name }) => name.includes(`/${type}-`)).map(({ text }) => text),
  };
  return world;
}

export type LiveWorld = ReturnType<typeof liveWorld>;

function masterDataOf(customers: readonly string[]): MasterData {
  const item = (sku: string): Item => ({ sku, ids: [], description: sku, baseUnit: 'EA', conversions: [] });
  return {
    version: '1',
    items: ['AX-100', 'AX-101', 'AX-200', 'AX-201'].map(item),
    customers: [],
    itemCrossReferences: [],
    shipToCrossReferences: customers.flatMap((partner) =>
      ['0012', '0013'].map((value) => ({
        partner,
        scheme: 'buyer' as const,
        value,
        customerNumber: `C-${partner}`,
        shipToNumber: value,
      })),
    ),
  };
}
