import { existsSync, readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import type { Invoice, Item, Order, OrderLine, Shipment } from '@dist/canonical';
import { add, multiply, round } from '@dist/canonical/arithmetic';
import { defaultPolicy, enrich, type MasterData, type OrderPart, type Policy } from '@dist/orchestration';
import { given, type Story, type StoryEvent } from '@dist/orchestration/testing';

type Json = Record<string, unknown>;

/** A scenario in business terms: what becomes known, and what must hold in the end. */
export interface FlowCase {
  readonly name: string;
  readonly rules: readonly string[];
  readonly given: Json;
  readonly when: readonly (Json & { at: string; event: string })[];
  readonly then: Json;
}

/** The scenarios of one topic, where the folder of shared cases is present. */
export function flowCases(topic: string): readonly FlowCase[] | undefined {
  const shared = process.env['DIST_SHARED'] ?? fileURLToPath(new URL('../../../../shared', import.meta.url));
  const file = `${shared}/cases/flow/${topic}.json`;
  return existsSync(file) ? JSON.parse(readFileSync(file, 'utf8')) : undefined;
}

const units: Record<string, string> = { EA: 'C62', CA: 'XCS', LB: 'LBR' };
const unitOf = (code: unknown) => units[String(code ?? 'EA')] ?? String(code);

/** Plays a scenario against the machine; enrichment answers at once, the ERP where the scenario needs it to. */
export function play(flow: FlowCase): Story {
  const world = { policy: policyOf(flow), masterData: masterDataOf(flow), partner: 'sample-mercantile' };
  let story = given([], { policy: world.policy });
  for (const event of flow.when) {
    const at = new Date(event.at).toISOString();
    if (['shipped', 'invoice posted'].includes(event.event)) story = acceptAll(story, at);
    const known = steps[event.event];
    if (known === undefined) throw new Error(`the player does not know "${event.event}"`);
    story = known(story, event, at, world);
  }
  const last = new Date(flow.when.at(-1)?.at ?? 0).toISOString();
  const decided = flow.when.some(({ event }) => event.startsWith('erp')) || 'parked' in flow.then;
  return decided ? story : acceptAll(story, last);
}

interface World {
  readonly policy: Policy;
  readonly masterData: MasterData;
  readonly partner: string;
}

type Step = (story: Story, event: Json, at: string, world: World) => Story;

const steps: Record<string, Step> = {
  '850 received': receive,
  'erp accepted': (story, event, at) => accept(story, String(event['part'] ?? '1'), at, event['number']),
  'erp reply lost': (story, event, at) => {
    const effect = `order-1/erp.submit/${event['part'] ?? '1'}`;
    const failure = { class: 'inDoubt', code: 'timeout', message: 'no answer' } as const;
    return story.when({
      type: 'effect.failed',
      effect,
      attempt: story.state.effects[effect]?.attempt ?? 1,
      failure,
      at,
    });
  },
  'erp look-up finds': (story, event, at) => accept(story, String(event['part'] ?? '1'), at, event['number']),
  'erp look-up finds nothing': (story, _event, at) => story.when({ type: 'erp.notFound', partId: '1', attempt: 1, at }),
  shipped: ship,
  'invoice posted': bill,
};

function receive(story: Story, event: Json, at: string, { partner, masterData, policy }: World): Story {
  const of = orderOf(event);
  const { at: _at, ...message } = event;
  const received = story.when({
    type: 'order.captured',
    partner,
    order: of,
    receivedAt: at,
    key: JSON.stringify([at, message]),
    at,
  });
  const effect = received.effects.find(({ body }) => body.type === 'order.enrich');
  if (effect === undefined) return received;
  const result = enrich({ partner, order: of }, masterData, policy);
  const done: StoryEvent = { type: 'effect.done', effect: effect.key, attempt: 1, at };
  if (result.type === 'enriched') return received.when({ ...result, type: 'order.enriched', at }, done);
  if (result.type === 'invalid') return received.when({ ...result, type: 'order.invalid', at }, done);
  return received.when({ type: 'order.unresolved', round: 1, failures: result.failures, at }, done);
}

function acceptAll(story: Story, at: string): Story {
  return partsOf(story).reduce((before, { partId }) => accept(before, partId, at), story);
}

function accept(story: Story, partId: string, at: string, number: unknown = `SO-${partId}`): Story {
  if (`erp.accepted/${partId}` in story.state.facts || !(`order-1/erp.submit/${partId}` in story.state.effects))
    return story;
  return story.when({ type: 'erp.accepted', partId, erp: 'erp', number: String(number), rejected: [], at });
}

function partsOf(story: Story): readonly OrderPart[] {
  const fact = story.state.facts['order.enriched'];
  return fact?.type === 'order.enriched' ? fact.parts : [];
}

function orderIn(story: Story): Order {
  const fact = story.state.facts['order.captured'];
  if (fact?.type !== 'order.captured') throw new Error('no order');
  return fact.order;
}

interface Amount {
  readonly line: string;
  readonly qty: string;
  readonly unit?: string;
}

function ship(story: Story, event: Json, at: string): Story {
  const cartons = (event['cartons'] ?? []) as { id: string; rows: Amount[] }[];
  const loose = ((event['lines'] ?? []) as Amount[]).map((row) => ({ row, unitId: undefined }));
  const packed = cartons.flatMap(({ id, rows }) => rows.map((row) => ({ row, unitId: id })));
  const items = [...loose, ...packed].map(({ row, unitId }) => ({
    orderNumber: 'SO',
    lineId: row.line,
    unitId,
    ids: [],
    quantity: quantityOf(story, row),
  }));
  const shipmentId = String(event['shipment'] ?? 'S1');
  const shipment: Shipment = {
    kind: 'shipment',
    version: '1',
    purpose: 'original',
    shipmentId,
    createdAt: at,
    shippedOn: at.slice(0, 10),
    carrier: {},
    parties: {},
    references: [],
    items,
    units: cartons.map(({ id }) => ({ unitId: id, type: 'carton' as const })),
  };
  return story.when({ type: 'shipment.posted', partId: '1', shipment, at });
}

function quantityOf(story: Story, row: Amount) {
  const ordered = orderIn(story).lines.find((line) => line.lineId === row.line)?.quantity.unit;
  return { value: row.qty, unit: row.unit === undefined ? (ordered ?? 'C62') : unitOf(row.unit) };
}

/** Without lines of its own an invoice is for its shipment, at the prices of the order. */
function bill(story: Story, event: Json, at: string): Story {
  const fact = story.state.facts[`shipment.posted/${event['shipment'] ?? 'S1'}`];
  const shipped = fact?.type === 'shipment.posted' ? fact.shipment.items : [];
  const told = (event['lines'] as Amount[] | undefined)?.map((row) => ({
    lineId: row.line,
    quantity: quantityOf(story, row),
  }));
  const lines = (told ?? shipped).map(({ lineId, quantity }) => {
    const ordered = orderIn(story).lines.find((line) => line.lineId === lineId);
    const byCase = quantity.unit === 'C62' && ordered?.quantity.unit === 'XCS';
    const amount = byCase ? '3.45' : (ordered?.price?.amount ?? '0');
    return { lineId, ids: [], quantity, price: { amount }, net: round(multiply(quantity.value, amount), 2) };
  });
  const invoice: Invoice = {
    kind: 'invoice',
    version: '1',
    number: String(event['invoice']),
    type: 'invoice',
    date: at.slice(0, 10),
    orderNumber: 'SO',
    currency: 'USD',
    shipmentIds: [],
    parties: {},
    references: [],
    lines,
    total: lines.reduce((total, { net }) => add(total, net), '0'),
  };
  return story.when({ type: 'invoice.posted', partId: '1', invoice, at });
}

interface CaseLine {
  readonly line: string;
  readonly item: string;
  readonly qty: string;
  readonly unit: string;
  readonly price: string;
  readonly sdq?: { unit: string; stores: Record<string, string> };
  readonly sdqSegments?: readonly { unit: string; pairs: readonly (readonly [string, string])[] }[];
}

function orderOf(event: Json): Order {
  const purposes: Record<string, Order['purpose']> = {
    '00': 'original',
    '01': 'cancellation',
    '05': 'replace',
    '06': 'confirmation',
    '07': 'duplicate',
    '22': 'informationCopy',
  };
  const shipTo = (event['shipTo'] as { id: string } | undefined)?.id ?? '0012';
  return {
    kind: 'order',
    version: '1',
    purpose: purposes[String(event['purpose'] ?? '00')] ?? 'original',
    number: String(event['po']),
    channel: 'edi',
    currency: 'USD',
    dates: {},
    references: [],
    parties: { shipTo: { ids: [{ scheme: 'buyer', value: shipTo }] } },
    lines: (
      (event['lines'] ?? [{ line: '1', item: 'AX-100', qty: '24', unit: 'EA', price: '3.25' }]) as CaseLine[]
    ).map(lineOf),
  };
}

function lineOf(line: CaseLine): OrderLine {
  const segments =
    line.sdqSegments ?? (line.sdq ? [{ unit: line.sdq.unit, pairs: Object.entries(line.sdq.stores) }] : []);
  const allocations = segments.flatMap(({ unit, pairs }) =>
    pairs.map(([store, value]) => ({
      location: { scheme: 'buyer' as const, value: store },
      quantity: { value, unit: unitOf(unit) },
    })),
  );
  return {
    lineId: line.line,
    ids: [{ scheme: 'seller', value: line.item }],
    quantity: { value: line.qty, unit: unitOf(line.unit) },
    price: { amount: line.price },
    ...(allocations.length > 0 && { allocations }),
  };
}

function policyOf({ given: facts }: FlowCase): Policy {
  const tolerance = facts['priceTolerance'] as { percent: string; absolute?: string } | undefined;
  const sla = facts['sla'] as { document: '855'; startsAt: 'received'; offset: string } | undefined;
  const hours = Number(/PT(\d+)H/.exec(sla?.offset ?? '')?.[1] ?? 24);
  return {
    ...defaultPolicy,
    ...(tolerance && {
      price: { tolerancePercent: tolerance.percent, toleranceAmount: tolerance.absolute, outside: 'hold' as const },
    }),
    ...(sla && { sla: { [sla.document]: { startsAt: sla.startsAt, hours } } }),
  };
}

function masterDataOf({ given: facts }: FlowCase): MasterData {
  const known = facts['items'] as Record<string, Json> | undefined;
  const contract = (facts['contract'] ?? {}) as Record<string, string>;
  const items = ['AX-100', 'AX-200', 'AX-300'].map((sku): Item => {
    const hasCase = known === undefined || known[sku]?.['CA'] !== undefined;
    const conversions = hasCase ? [{ unit: 'XCS', baseUnits: '12' }] : [];
    return { sku, ids: [], description: sku, baseUnit: 'C62', conversions, price: contract[sku] };
  });
  const rows = ['0012', '0013', '0014'].map((value) => ({
    partner: 'sample-mercantile',
    scheme: 'buyer' as const,
    value,
    customerNumber: 'C',
    shipToNumber: value,
  }));
  return { version: '1', items, customers: [], itemCrossReferences: [], shipToCrossReferences: rows };
}
