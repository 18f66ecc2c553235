import type { Item } from '@dist/canonical';
import { defaultPolicy, type MasterData, type Policy, type PolicyPatch } from '@dist/orchestration';
import type { FlowGiven } from '@dist/orchestration/testing';
import type { FlowCase } from './flow-case.ts';

type Json = Record<string, unknown>;

/** Name of a trading partner, in the small letters of an id. */
export const partnerId = (name: unknown): string => String(name).toLowerCase().replaceAll(' ', '-');

/** Profile, policy and master data of a scenario; what it does not say is the default. */
export function givenOf({ given }: FlowCase): FlowGiven {
  const sections = Object.entries(given).map(([name, value]) => {
    const read = facts[name];
    if (read === undefined) throw new Error(`nobody knows what is given by "${name}"`);
    return read(value);
  });
  const policy = sections.reduce<Policy>(layOver, defaultPolicy);
  return { partner: partnerId(given['partner'] ?? 'SAMPLE MERCANTILE'), policy, masterData: masterDataOf(given) };
}

function layOver(under: Policy, over: PolicyPatch): Policy {
  const sections = Object.entries(over).map(([name, section]) => {
    const before = under[name as keyof Policy];
    return [name, typeof section === 'object' && typeof before === 'object' ? { ...before, ...section } : section];
  });
  return { ...under, ...Object.fromEntries(sections) };
}

/** What each fact means as a policy; an empty patch where the default says so already or the fact is master data. */
const facts: Readonly<Record<string, (value: unknown) => PolicyPatch>> = {
  partner: () => ({}),
  partners: () => ({}),
  currency: () => ({}),
  channel: () => ({}),
  zone: () => ({}),
  erpIdempotent: () => ({}),
  orderIdentity: () => ({}),
  beg01: () => ({}),
  items: () => ({}),
  contract: () => ({}),
  stores: () => ({}),
  split: () => ({}),
  unitConversions: () => ({}),
  partialShip: () => ({}),
  invoice: () => ({}),
  invoiceGate: () => ({ invoicing: { gate: 'notified' } }),
  creditForm: () => ({}),
  priceInsideTolerance: () => ({}),
  asnStructure: () => ({}),
  onPriceMiss: (value) => ({ price: { outside: value === 'hold' ? 'hold' : 'pass' } }),
  priceTolerance: (value) => {
    const { percent, absolute } = value as { percent: string; absolute?: string };
    return { price: { tolerancePercent: percent, toleranceAmount: absolute, outside: 'hold' } };
  },
  sla: (value) => slaOf(value as Json),
  overShip: (value) => ({ overShipment: { tolerancePercent: String(value).replace(' %', '') } }),
  backorder: (value) => ({ fulfillment: { backorders: value === 'forbidden' ? 'forbidden' : 'allowed' } }),
  short: (value) => ({
    fulfillment: {
      short: value === 'short-ship' ? 'shortShip' : 'backorder',
      release: true,
      shipmentsFrom: 'warehouse',
    },
  }),
  asnNeedsErpPosting: (value) => ({ fulfillment: { noticeNeedsPosting: value === true } }),
  shipmentsFrom: (value) => ({
    fulfillment: { shipmentsFrom: value === 'warehouse' ? 'warehouse' : 'erp', release: true },
  }),
  changeQuantities: (value) => ({
    changes: value === null ? {} : { quantities: value === 'new totals' ? 'total' : 'difference' },
  }),
  parkFor: (value) => ({ changes: { waitHours: hoursOf(value) } }),
  substitution: () => ({ substitution: 'needsConsent' }),
  ackOverdue: (value) => ({ sla: { '997': { startsAt: 'transmitted', hours: hoursOf(value) } } }),
  resendUnacknowledged: (value) => ({ documents: { resendUnacknowledged: value === false ? 0 : 1 } }),
  asnPer: () => ({ fulfillment: { noticePer: 'load' } }),
  dueAt: () => ({}),
  routing: () => ({}),
  reconcile: () => ({}),
};

function hoursOf(duration: unknown): number {
  return Number(/^PT(\d+)H/.exec(String(duration))?.[1]);
}

function slaOf({ document, startsAt, offset, zone }: Json): PolicyPatch {
  const start = startsAt === 'shipped' ? ('shipped' as const) : ('received' as const);
  const businessDays = zone === undefined ? undefined : { days: 1, zone: String(zone) };
  const rule = businessDays ? { startsAt: start, businessDays } : { startsAt: start, hours: hoursOf(offset) };
  // Business days take the place of the hours that the default has: laid over, the rule would have both.
  return { sla: { [String(document)]: rule } };
}

/** `{ base: 'EA', CA: '12 EA' }`; without a table of items a case is twelve eaches. */
function masterDataOf(given: Json): MasterData {
  const known = given['items'] as Record<string, Json> | undefined;
  const contract = (given['contract'] ?? {}) as Record<string, string>;
  const skus = new Set(['AX-100', 'AX-101', 'AX-200', 'AX-201', 'AX-300', ...Object.keys(known ?? {})]);
  const items = [...skus].map((sku): Item => {
    const hasCase = known === undefined || known[sku]?.['CA'] !== undefined;
    const conversions = hasCase ? [{ unit: 'XCS', baseUnits: '12' }] : [];
    return { sku, ids: [], description: sku, baseUnit: 'EA', conversions, price: contract[sku] };
  });
  const cheese: Item = { sku: 'CHEESE-W', ids: [], description: 'Cheese', baseUnit: 'XCS', conversions: [] };
  const partners = (given['partners'] as string[] | undefined) ?? [given['partner'] ?? 'SAMPLE MERCANTILE'];
  const stores = (given['stores'] as string[] | undefined) ?? ['0012', '0013', '0014'];
  const places = partners.map(partnerId).flatMap((partner) => [
    { partner, scheme: 'channel' as const, value: '*', customerNumber: partner, shipToNumber: 'web' },
    ...stores.map((value) => ({
      partner,
      scheme: 'buyer' as const,
      value,
      customerNumber: partner,
      shipToNumber: value,
    })),
  ]);
  return {
    version: '1',
    items: [...items, cheese],
    customers: [],
    itemCrossReferences: [],
    shipToCrossReferences: places,
  };
}
