import type { Order } from '@dist/canonical';
import { defaultPolicy, type Policy, policyFor } from '@dist/orchestration';
import { describe, expect, it } from 'vitest';
import { enrichWith, failuresOf } from './enrich-with.ts';
import { line, order } from './sample.ts';

const legacy = { when: {}, erp: 'legacy' };
const cloud = (when: Policy['routing'][number]['when'], validFrom?: string, validUntil?: string) => ({
  when,
  erp: 'cloud',
  validFrom,
  validUntil,
});
const first = '2026-03-01T06:00:00.000Z';
const second = '2026-04-01T06:00:00.000Z';
const erpOf = (
  routing: Policy['routing'],
  of: Order = order(),
  receivedAt: string | undefined = '2026-03-02T15:00:00.000Z',
) => {
  const result = enrichWith({ of, policy: { routing }, request: { receivedAt } });
  return result.type === 'enriched' ? result.parts.map(({ erp }) => erp).join(' ') : failuresOf(result)[0];
};

describe('R16 R20 a cut-over in phases', () => {
  const unit = (value: string) => order(undefined, { references: [{ type: 'businessUnit', value }] });
  const vendor = order(undefined, {
    parties: { ...order().parties, seller: { ids: [{ scheme: 'buyer', value: 'TOOLS' }] } },
  });
  const phases = [
    cloud({ businessUnit: 'TOOLS' }, first),
    cloud({ channel: 'shop' }, first),
    cloud({ share: 50 }, second),
    legacy,
  ];
  it.each<[string, Order, string, string]>([
    ['before the first phase', unit('TOOLS'), '2026-03-01T05:59:59.999Z', 'legacy'],
    ['at its first instant', unit('TOOLS'), first, 'cloud'],
    ['at the same instant by another clock', unit('TOOLS'), '2026-03-01T00:00:00.000-06:00', 'cloud'],
    ['another business unit stays', unit('PAINT'), first, 'legacy'],
    ['the business unit by the number of its vendor', vendor, first, 'cloud'],
    ['an order without business unit stays', order(), first, 'legacy'],
  ])('%s', (_, of, receivedAt, expected) => expect(erpOf(phases, of, receivedAt)).toBe(expected));

  it('a row ends where the next begins: no order falls between, none into both', () => {
    const routing = [cloud({}, first, second), { ...legacy, validFrom: second }, { ...legacy, erp: 'before' }];
    expect([first, '2026-04-01T05:59:59.999Z', second].map((at) => erpOf(routing, order(), at))).toEqual([
      'cloud',
      'cloud',
      'legacy',
    ]);
    expect(erpOf(routing, order(), '2026-03-01T05:59:59.999Z')).toBe('before');
  });

  it('the same order falls into the same share, however often, whenever and by whichever policy it is asked', () => {
    const numbers = Array.from({ length: 120 }, (_, index) => order(undefined, { number: `PO-${index}` }));
    const at = (share: number, receivedAt: string) =>
      numbers.map((of) => erpOf([cloud({ share }, second), legacy], of, receivedAt));
    const half = at(50, second);
    expect(at(50, first).every((erp) => erp === 'legacy')).toBe(true);
    expect(at(50, '2026-05-09T00:00:00.000Z')).toEqual(half);
    const more = at(70, second);
    expect(half.every((erp, index) => erp === 'legacy' || more[index] === 'cloud')).toBe(true);
    const count = half.filter((erp) => erp === 'cloud').length;
    expect([count > 40, count < 80]).toEqual([true, true]);
  });

  it('a partner’s override of the policy keeps the routing of the whole', () => {
    const policy: Policy = {
      ...defaultPolicy,
      routing: phases,
      overrides: [{ when: { partner: 'northfield' }, policy: { price: { tolerancePercent: '5' } } }],
    };
    expect(erpOf(policyFor(policy, { partner: 'northfield', channel: 'edi' }).routing, unit('TOOLS'), first)).toBe(
      'cloud',
    );
  });

  it('by the warehouse that a part ships from', () => {
    const warehouses = [
      { warehouse: 'W1', rank: 2 },
      { warehouse: 'W2', rank: 1, sku: 'AX-200' },
    ];
    const of = order([line('1', 'AX-100', '2'), line('2', 'AX-200', '3')], {
      parties: { ...order().parties, shipFrom: { ids: [{ scheme: 'buyer', value: 'W1' }] } },
    });
    const result = enrichWith({
      of,
      tables: { warehouses },
      policy: { routing: [cloud({ warehouse: 'W2' }), legacy] },
    });
    expect(result).toMatchObject({
      parts: [
        { warehouse: 'W1', erp: 'legacy' },
        { warehouse: 'W2', erp: 'cloud' },
      ],
    });
    expect(erpOf([cloud({ warehouse: 'W1' }), legacy], of)).toBe('cloud');
  });

  it('an order of which nobody knows when it came is not routed by time', () => {
    const result = enrichWith({ policy: { routing: phases }, request: { receivedAt: undefined } });
    expect(failuresOf(result)).toEqual([
      'configuration: when the order was received is not known, and there are rows with dates',
    ]);
  });

  it('that leaves a hole is told for the order, beside all else', () => {
    const of = order([
      line('1', 'ZZ', '1', 'C62', { ids: [] }),
      line('2', 'AX-100', '1', 'XPX'),
      line('3', 'AX-100', '1', 'C62', {
        allocations: [{ location: { scheme: 'buyer', value: '0099' }, quantity: { value: '2', unit: 'C62' } }],
      }),
    ]);
    const result = enrichWith({ of, policy: { routing: [cloud({}, second)] } });
    expect(failuresOf(result)).toEqual([
      'itemCrossReference: line 1: no item for no number',
      'unitOfMeasure: line 2: item AX-100 has no pack size for XPX',
      'customerMaster: no ship-to place for buyer 0099',
      'configuration: no routing rule fits',
    ]);
  });
});
