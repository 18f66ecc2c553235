import { Customer, check, Item, Order, validate } from '@dist/canonical';
import { add, compare } from '@dist/canonical/arithmetic';
import { TradingPartner } from '@dist/connectors/gateway';
import { orderMap } from '@dist/connectors/shopify';
import { compile, json } from '@dist/mapping';
import { defaultPolicy, enrich, type Policy } from '@dist/orchestration';
import { acknowledge, read, value, write } from '@dist/x12';
import { functionalAcknowledgment997 } from '@dist/x12/004010';
import { describe, expect, it } from 'vitest';
import { files } from '../scripts/data/orders.ts';
import { interchangeText } from '../scripts/interchange-text.ts';
import { sampleMasterData } from '../scripts/sample-master-data.ts';
import { shopOrders } from '../scripts/shop-order.ts';
import { envelopeArithmetic } from './envelope-arithmetic.ts';
import {
  goldenOrder,
  malformed,
  mapsOf,
  masterData,
  partnerOf,
  partners,
  readSample,
  sampleBytes,
  sampleJson,
  sampleNames,
} from './sample-data.ts';

const maps = new Map(partners.map((partner) => [partner.id, mapsOf(partner).order]));

/** Every accepted order of the samples, mapped. */
const orders = sampleNames.flatMap((name) => {
  const { id } = partnerOf(name);
  return readSample(name).sets.flatMap((set) => {
    if (set.type !== '850' || set.status === 'rejected') return [];
    const report = maps.get(id)?.read(set.document);
    if (report?.value === undefined) throw new Error(`${name}: ${report?.issues.map(({ message }) => message).join()}`);
    return [{ name, partner: id, document: set.document, order: report.value, report }];
  });
});
const orderOf = (name: string, number: string): Order => {
  const found = orders.find((one) => one.name === name && one.order.number === number);
  if (found === undefined) throw new Error(`${name} has no order ${number}`);
  return found.order;
};

describe('the sample files', () => {
  it.each([
    ['northfield-850-001.edi', 1, 1, 5, 28],
    ['northfield-850-002-stores.edi', 1, 1, 1, 4],
    ['northfield-850-003-two-groups.edi', 1, 2, 4, 21],
    ['northfield-850-003b-resent.edi', 1, 2, 4, 21],
    ['northfield-850-004-sent-again.edi', 1, 1, 2, 12],
    ['northfield-850-005.edi', 1, 1, 6, 37],
    ['harborline-850-001.edi', 1, 1, 5, 29],
    ['harborline-850-002-malformed.edi', 1, 1, 3, 15],
    ['harborline-850-003-low-price.edi', 1, 1, 4, 24],
    ['harborline-850-004-two-interchanges.edi', 2, 2, 3, 17],
    ['cedarpoint-850-001.edi', 1, 1, 5, 29],
    ['cedarpoint-850-002-short-of-stock.edi', 1, 1, 4, 22],
    ['cedarpoint-850-003-line-ids.edi', 1, 1, 3, 17],
    ['cedarpoint-850-004-release.edi', 1, 1, 4, 23],
  ])('%s holds %i interchanges, %i groups, %i orders, %i lines', (name, interchanges, groups, sets, lines) => {
    const file = readSample(name);
    expect(file.interchanges).toHaveLength(interchanges);
    expect(file.interchanges.flatMap((interchange) => interchange.groups)).toHaveLength(groups);
    expect(file.sets).toHaveLength(sets);
    expect(file.sets.flatMap((set) => set.segments).filter(({ id }) => id === 'PO1')).toHaveLength(lines);
  });

  it('are at least 12, with 40 different orders and 250 lines, of three partners', () => {
    const distinct = new Map(
      orders.map((one) => [`${one.partner} ${one.order.number} ${one.order.release}`, one.order]),
    );
    expect(sampleNames).toHaveLength(14);
    expect(distinct.size).toBe(47);
    expect([...distinct.values()].flatMap(({ lines }) => lines)).toHaveLength(268);
    expect(new Set(orders.map(({ partner }) => partner)).size).toBe(3);
  });

  it.each(sampleNames)('%s: control numbers and counts agree', (name) => {
    expect(envelopeArithmetic(sampleBytes(name))).toEqual([]);
  });

  it.each(sampleNames.filter((name) => name !== malformed))('%s reads without an issue', (name) => {
    expect(readSample(name).issues).toEqual([]);
  });

  it('are what the script makes', () => {
    for (const { name, interchanges } of files) {
      expect(Buffer.from(sampleBytes(name)).toString('latin1')).toBe(interchanges.map(interchangeText).join(''));
    }
    for (const [name, order] of Object.entries(shopOrders())) expect(sampleJson(name)).toEqual(order);
    expect(masterData).toEqual(sampleMasterData());
  });

  it('R03 hold one interchange twice, byte for byte', () => {
    const [first, again] = ['northfield-850-003-two-groups.edi', 'northfield-850-003b-resent.edi'].map(sampleBytes);
    expect(again).toEqual(first);
  });

  it('R04 hold one order twice with another control number, equal but for its purpose', () => {
    const first = orderOf('northfield-850-001.edi', '5104401');
    const again = orderOf('northfield-850-004-sent-again.edi', '5104401');
    expect(again).toEqual({ ...first, purpose: 'duplicate' });
    const number = (name: string) => readSample(name).interchanges[0]?.header.controlNumber;
    expect(number('northfield-850-004-sent-again.edi')).not.toBe(number('northfield-850-001.edi'));
  });

  it('R08 hold one faulty order between two good ones', () => {
    const { interchanges, sets, issues } = readSample(malformed);
    expect(interchanges[0]?.groups[0]?.status).toBe('partially-accepted');
    expect(sets.map(({ status }) => status)).toEqual(['accepted', 'rejected', 'accepted']);
    expect(issues.map(({ code, path }) => [code, path.at(-1)])).toEqual([
      ['element-missing', 'CUR01'],
      ['element-invalid-date', 'DTM02'],
      ['element-invalid-character', 'PO102'],
    ]);
  });

  it('R08 have the faulty order rejected by the 997, its neighbours accepted, and a TA1 that was asked for', () => {
    const [interchange] = readSample(malformed).interchanges;
    const answer =
      interchange && acknowledge(interchange, { controlNumber: '000000001', at: new Date('2026-11-06T06:30:00Z') });
    const bytes = answer && write(answer);
    if (!bytes?.ok) throw new Error('there is no acknowledgment');
    expect(envelopeArithmetic(bytes.value)).toEqual([]);
    const { interchanges } = read(bytes.value, { sets: [functionalAcknowledgment997] });
    expect(answer?.acknowledgments).toMatchObject([{ controlNumber: '000000078', code: 'A', note: '000' }]);
    const segments = interchanges.flatMap(({ groups }) =>
      groups.flatMap(({ sets }) => sets.flatMap((set) => set.segments)),
    );
    const all = (id: string, designator: string) =>
      segments.filter((segment) => segment.id === id).map((segment) => value(segment, designator));
    expect(all('AK5', 'AK501')).toEqual(['A', 'R', 'A']);
    expect(all('AK3', 'AK301')).toEqual(['CUR', 'DTM', 'PO1']);
    expect([all('AK9', 'AK901'), all('AK9', 'AK904')]).toEqual([['P'], ['2']]);
  });
});

describe('the partner profiles', () => {
  it.each(partners)('$id is a sound profile, marked as a sample', (partner) => {
    const read = TradingPartner.safeParse(partner);
    expect(read.success ? read.data.name : read.error.message).toMatch(/ \(sample\)$/);
  });
});

describe('the orders', () => {
  it.each(sampleNames)('%s: every order is valid, and its map writes it back as it came', (name) => {
    for (const { partner, document, order, report } of orders.filter((one) => one.name === name)) {
      expect(report.issues).toEqual([]);
      expect(validate(Order, order)).toMatchObject({ ok: true, issues: [] });
      expect(check(order)).toEqual([]);
      const back = maps.get(partner)?.write(order, { complement: report.complement });
      expect(back?.issues).toEqual([]);
      expect(back?.value).toEqual(document);
    }
  });

  it('leave unread what the model has no place for, and nothing else', () => {
    const lost = orders.flatMap(({ report }) => report.loss.map(({ at }) => at.replace(/\[\d+\]/g, '')));
    expect([...new Set(lost)].sort()).toEqual(['PER.01', 'PER.02', 'PER.03', 'PER.04', 'TD5.01']);
  });

  it.each([
    ['northfield-850-002-stores.edi', '5104410'],
    ['harborline-850-001.edi', '84200118'],
    ['cedarpoint-850-004-release.edi', 'CP-26-B0040'],
  ])('%s: order %s means what a person has read', (name, number) => {
    expect(orderOf(name, number)).toEqual(goldenOrder(number));
  });

  it('gotcha 9 keep line ids as they came', () => {
    const ids = (name: string, number: string) => orderOf(name, number).lines.map(({ lineId }) => lineId);
    expect(ids('cedarpoint-850-003-line-ids.edi', 'CP-26-01211')).toEqual(['A1', 'B1', 'C1', 'A2', 'B2', 'C2']);
    expect(ids('cedarpoint-850-003-line-ids.edi', 'CP-26-01212')).toEqual(['1', '2', '4', '5', '7', '8']);
    expect(ids('harborline-850-004-two-interchanges.edi', '84200152')).toEqual(['010', '020', '030', '040', '050']);
  });

  it('state prices per case, per piece and per hundred', () => {
    const prices = orderOf('cedarpoint-850-002-short-of-stock.edi', 'CP-26-01201').lines.map(({ price }) => price);
    expect(prices.slice(0, 3)).toEqual([
      { amount: '70.2' },
      { amount: '38.8', basis: 'PE', unit: 'EA' },
      { amount: '6.8', basis: 'HP', per: '100', unit: 'EA' },
    ]);
  });
});

describe('the master data', () => {
  const policy = (outside: Policy['price']['outside']): Policy => ({
    ...defaultPolicy,
    price: { ...defaultPolicy.price, outside },
  });

  it('are valid items and customers', () => {
    expect(masterData.items.length).toBeGreaterThanOrEqual(40);
    for (const item of masterData.items) expect(validate(Item, item)).toMatchObject({ ok: true, issues: [] });
    for (const customer of masterData.customers)
      expect(validate(Customer, customer)).toMatchObject({ ok: true, issues: [] });
  });

  it.each(sampleNames)('%s: every order is resolved', (name) => {
    for (const { partner, order } of orders.filter((one) => one.name === name)) {
      expect(enrich({ partner, order }, masterData, policy('pass'))).toMatchObject({ type: 'enriched' });
    }
  });

  it('agree with every price but that of one line, which is under ours', () => {
    const failures = orders.flatMap(({ partner, order }) => {
      const result = enrich({ partner, order }, masterData, policy('hold'));
      return result.type === 'enriched' ? [] : result.failures.map(({ message }) => `${order.number} ${message}`);
    });
    expect(failures).toEqual(["84200141 line 020: the buyer's price 10.71 per EA, ours is 11.95"]);
  });

  it('R16 make six ERP orders of the order with store allocations', () => {
    const order = orderOf('northfield-850-002-stores.edi', '5104410');
    const result = enrich({ partner: 'northfield', order }, masterData, defaultPolicy);
    const parts = result.type === 'enriched' ? result.parts : [];
    expect(parts.map(({ partId }) => partId)).toEqual(['0117', '0142', '0203', '0218', '0305', '0331']);
    expect(parts.map(({ lines }) => lines.length)).toEqual([4, 4, 4, 3, 3, 3]);
  });

  it('hold enough stock of every item but one, of which one line asks for more', () => {
    const wanted = new Map<string, string>();
    for (const { partner, order } of orders) {
      const result = enrich({ partner, order }, masterData, policy('pass'));
      for (const { sku, base } of result.type === 'enriched' ? result.lines : []) {
        wanted.set(sku, add(wanted.get(sku) ?? '0', base.value));
      }
    }
    const short = [...wanted].filter(([sku, value]) => compare(masterData.stock[sku] ?? '0', value) < 0);
    expect(short).toEqual([['MR-8005', '40']]);
    expect(masterData.stock['MR-8005']).toBe('24');
    expect(Object.keys(masterData.stock)).toEqual(masterData.items.map(({ sku }) => sku));
  });
});

describe('the shop orders', () => {
  const map = compile(orderMap, { native: json({ id: orderMap.native }), canonical: Order });

  it.each([
    ['shop-order-2041.json', 'BHC-1187', 'C-9001', 4],
    ['shop-order-2042.json', 'PL 2026/44', 'C-9002', 3],
  ])('%s is valid and goes to its customer', (name, purchaseOrder, customer, lines) => {
    if (!map.ok) throw new Error(map.issues[0]?.message);
    const { value, issues } = map.value.read(sampleJson(name));
    expect(issues).toEqual([]);
    if (value === undefined) throw new Error('no order');
    expect(validate(Order, value)).toMatchObject({ ok: true, issues: [] });
    expect(value.references).toContainEqual({ type: 'purchaseOrder', value: purchaseOrder });
    const result = enrich({ partner: 'shop', order: value }, masterData, defaultPolicy);
    expect(result).toMatchObject({ type: 'enriched', parts: [{ customerNumber: customer }] });
    expect(result.type === 'enriched' && result.lines.length).toBe(lines);
  });
});
