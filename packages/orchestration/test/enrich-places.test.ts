import type { Carrier, Order, OrderLine, Party } from '@dist/canonical';
import {
  type CustomerCrossReference,
  defaultPolicy,
  type EmailDomain,
  lookups,
  type MasterData,
  type RoutingGuideRule,
  type WarehouseRule,
} from '@dist/orchestration';
import { describe, expect, it } from 'vitest';
import { enrichWith, failuresOf } from './enrich-with.ts';
import { line, masterData, order } from './sample.ts';

const buyer = (scheme: 'gln' | 'duns' | 'buyer' | 'channel' | 'seller', value: string): Party => ({
  ids: [{ scheme, value }],
});
const mail = (email: string): Party => ({ ids: [], contacts: [{ email }] });
const to = (parties: Order['parties'], lines?: OrderLine[]) => order(lines, { parties });

describe('the customer, in stages', () => {
  const customers: MasterData['customers'] = [
    {
      customerNumber: 'C-1',
      ids: [{ scheme: 'gln', value: '0614141000012' }],
      shipTo: [
        { shipToNumber: 'S-0012', ids: [{ scheme: 'gln', value: '0614141000029' }] },
        {
          shipToNumber: 'S-0013',
          ids: [
            { scheme: 'duns', value: '123456789' },
            { scheme: 'buyer', value: '77' },
          ],
        },
      ],
    },
    { customerNumber: 'C-2', name: 'Lakeside', ids: [], shipTo: [{ shipToNumber: 'web', ids: [] }] },
  ];
  const row = (
    value: string,
    customerNumber: string,
    shipToNumber?: string,
    more: object = {},
  ): CustomerCrossReference => ({
    partner: 'northfield',
    scheme: 'buyer',
    value,
    customerNumber,
    shipToNumber,
    ...more,
  });
  const domain = (name: string, shipToNumber: string): EmailDomain => ({
    partner: 'northfield',
    domain: name,
    customerNumber: 'C-2',
    shipToNumber,
  });
  const place = (parties: Order['parties'], tables: Partial<MasterData> = {}) => {
    const result = enrichWith({ of: to(parties), tables: { customers, ...tables } });
    if (result.type !== 'enriched') return failuresOf(result)[0];
    const how = result.used.filter(({ record }) => /ustomer|CrossReference|emailDomain/.test(record));
    const stages = how
      .filter(({ record }) => record !== 'itemCrossReference')
      .map(({ record, key }) => `${record} ${key}`);
    return `${result.parts[0]?.customerNumber}/${result.parts[0]?.shipToNumber} by ${stages.join(', ')}`;
  };
  it.each<[string, Order['parties'], Partial<MasterData>, string]>([
    ['a ship-to by GLN', { shipTo: buyer('gln', '0614141000029') }, {}, 'C-1/S-0012 by customer gln 0614141000029'],
    ['a ship-to by DUNS', { shipTo: buyer('duns', '123456789') }, {}, 'C-1/S-0013 by customer duns 123456789'],
    [
      'a buyer’s number in our record, which may be another buyer’s',
      { shipTo: buyer('buyer', '77') },
      {},
      'customerMaster: no ship-to place for buyer 77',
    ],
    [
      'a ship-to by the partner’s number',
      { shipTo: buyer('buyer', '0012') },
      {},
      'C-1/S-0012 by shipToCrossReference buyer 0012',
    ],
    [
      'two numbers of one place',
      {
        shipTo: {
          ids: [
            { scheme: 'buyer', value: '0012' },
            { scheme: 'gln', value: '0614141000029' },
          ],
        },
      },
      {},
      'C-1/S-0012 by shipToCrossReference buyer 0012, customer gln 0614141000029',
    ],
    [
      'two numbers of two places',
      {
        shipTo: {
          ids: [
            { scheme: 'buyer', value: '0012' },
            { scheme: 'duns', value: '123456789' },
          ],
        },
      },
      {},
      'customerMaster: buyer 0012, duns 123456789 lead to 2 ship-to places',
    ],
    [
      'a buyer in the cross-reference',
      { buyer: buyer('buyer', 'B7') },
      { customerCrossReferences: [row('B7', 'C-2', 'web')] },
      'C-2/web by customerCrossReference buyer B7',
    ],
    [
      'a bill-to in the cross-reference',
      { billTo: buyer('buyer', 'B7') },
      { customerCrossReferences: [row('B7', 'C-2', 'web')] },
      'C-2/web by customerCrossReference buyer B7',
    ],
    [
      'a row of another partner',
      { buyer: buyer('buyer', 'B7') },
      { customerCrossReferences: [row('B7', 'C-2', 'web', { partner: 'other' })] },
      'customerMaster: no ship-to place for no number',
    ],
    [
      'a row that has ended',
      { buyer: buyer('buyer', 'B7') },
      { customerCrossReferences: [row('B7', 'C-2', 'web', { until: '2026-03-01' })] },
      'customerMaster: no ship-to place for no number',
    ],
    [
      'a number of two customers',
      { buyer: buyer('buyer', 'B7') },
      { customerCrossReferences: [row('B7', 'C-2', 'web'), row('B7', 'C-1', 'S-0012')] },
      'customerMaster: buyer B7 lead to 2 customers',
    ],
    [
      'a buyer by GLN, and nobody says where to',
      { buyer: buyer('gln', '0614141000012') },
      {},
      'customerMaster: gln 0614141000012 is customer C-1, and no table says where its orders without ship-to go',
    ],
    [
      'a buyer by our number, likewise',
      { buyer: buyer('seller', 'C-2') },
      {},
      'customerMaster: seller C-2 is customer C-2, and no table says where its orders without ship-to go',
    ],
    [
      'a mail domain that a table has',
      { buyer: mail('jo@Lakeside.example') },
      { emailDomains: [domain('lakeside.example', 'web')] },
      'C-2/web by emailDomain lakeside.example',
    ],
    [
      'a mail domain that no table has',
      { buyer: mail('jo@lakeside.example') },
      {},
      'customerMaster: no ship-to place for no number',
    ],
    [
      'a subdomain is another domain',
      { buyer: mail('jo@mail.lakeside.example') },
      { emailDomains: [domain('lakeside.example', 'web')] },
      'customerMaster: no ship-to place for no number',
    ],
    [
      'the mail of whoever receives says nothing',
      { shipTo: mail('jo@lakeside.example') },
      { emailDomains: [domain('lakeside.example', 'web')] },
      'customerMaster: no ship-to place for no number',
    ],
    [
      'two domains of two places',
      { buyer: mail('jo@a.example'), billTo: mail('jo@b.example') },
      { emailDomains: [domain('a.example', 'web'), domain('b.example', 'dock')] },
      'customerMaster: mail domain a.example, b.example lead to 2 ship-to places',
    ],
    [
      'the buyer’s number before the mail domain',
      { buyer: { ...mail('jo@a.example'), ...buyer('buyer', 'B7') } },
      { customerCrossReferences: [row('B7', 'C-2', 'web')], emailDomains: [domain('a.example', 'dock')] },
      'C-2/web by customerCrossReference buyer B7',
    ],
    [
      'a name is no number',
      { buyer: { ids: [], name: 'Lakeside' } },
      {},
      'customerMaster: no ship-to place for no number',
    ],
    [
      'an unknown ship-to is not passed over for a known buyer',
      { shipTo: buyer('buyer', '0099'), buyer: buyer('buyer', 'B7') },
      { customerCrossReferences: [row('B7', 'C-2', 'web')] },
      'customerMaster: no ship-to place for buyer 0099',
    ],
  ])('%s', (_, parties, tables, expected) => expect(place(parties, tables)).toBe(expected));

  it('the partner’s default row is for its own customer', () => {
    const byDefault = {
      partner: 'northfield',
      scheme: 'channel',
      value: '*',
      customerNumber: 'C-2',
      shipToNumber: 'web',
    } as const;
    const tables = {
      shipToCrossReferences: [byDefault],
      customerCrossReferences: [row('B7', 'C-2'), row('B8', 'C-1')],
    };
    expect(place({}, tables)).toBe('C-2/web by shipToCrossReference *');
    expect(place({ buyer: buyer('buyer', 'B7') }, tables)).toBe('C-2/web by shipToCrossReference *');
    expect(place({ buyer: buyer('buyer', 'B8') }, tables)).toContain(
      'no table says where its orders without ship-to go',
    );
  });

  it('asks the port for the domains, and for the ship-to of a line', () => {
    const of = to({ buyer: mail('jo@Lakeside.example'), shipTo: mail('x@y.example') }, [
      line('1', 'AX-100', '1', 'C62', { parties: { shipTo: buyer('gln', '0614141000029') } }),
    ]);
    expect(lookups({ partner: 'northfield', order: of, receivedAt: '2026-03-02T15:00:00.000Z' })).toMatchObject({
      emailDomains: ['lakeside.example'],
      places: [{ scheme: 'gln', value: '0614141000029' }],
      receivedAt: '2026-03-02T15:00:00.000Z',
    });
  });
});

const parts = (of: Order, tables: Partial<MasterData> = {}, policy = {}) => {
  const result = enrichWith({ of, tables, policy });
  if (result.type !== 'enriched') return failuresOf(result);
  return result.parts.map(({ partId, warehouse, shipToNumber, lines }) =>
    [
      partId,
      warehouse,
      shipToNumber,
      ...lines.map(({ lineId, quantity }) => `${lineId}:${quantity.value}${quantity.unit}`),
    ]
      .filter((text) => text !== undefined)
      .join(' '),
  );
};

describe('R16 gotcha 24 a line with a ship-to of its own', () => {
  it.each<[string, OrderLine[], readonly string[]]>([
    [
      'is a part of its own',
      [line('1', 'AX-100', '2'), line('2', 'AX-200', '3', 'C62', { parties: { shipTo: buyer('buyer', '0013') } })],
      ['rest S-0012 1:2C62', '0013 S-0013 2:3C62'],
    ],
    [
      'goes with the order where it is the order’s',
      [line('1', 'AX-100', '2'), line('2', 'AX-200', '3', 'C62', { parties: { shipTo: buyer('buyer', '0012') } })],
      ['1 S-0012 1:2C62 2:3C62'],
    ],
    [
      'waits where nobody knows it',
      [line('1', 'AX-100', '2', 'C62', { parties: { shipTo: buyer('buyer', '0099') } })],
      ['customerMaster: no ship-to place for buyer 0099'],
    ],
  ])('%s', (_, lines, expected) => expect(parts(order(lines))).toEqual(expected));
});

describe('R16 store allocations in another unit', () => {
  const share = (store: string, value: string, unit = 'C62') => ({
    location: { scheme: 'buyer' as const, value: store },
    quantity: { value, unit },
  });
  it.each<[string, OrderLine['allocations'], readonly string[]]>([
    ['whole cases are cases', [share('0012', '12'), share('0013', '12')], ['0012 S-0012 1:1XCS', '0013 S-0013 1:1XCS']],
    [
      'half a case is six pieces',
      [share('0012', '18'), share('0013', '6')],
      ['0012 S-0012 1:18C62', '0013 S-0013 1:6C62'],
    ],
    [
      'a third of a case is four pieces, and the sum is right',
      [share('0012', '4'), share('0013', '20')],
      ['0012 S-0012 1:4C62', '0013 S-0013 1:20C62'],
    ],
    ['a case and twelve pieces of one store', [share('0012', '1', 'XCS'), share('0012', '12')], ['0012 S-0012 1:2XCS']],
    [
      'too few pieces',
      [share('0012', '12'), share('0013', '11')],
      ['partnerFormat: line 1: allocations sum to 23 C62, the line says 2 XCS'],
    ],
    [
      'too few cases',
      [share('0012', '1', 'XCS')],
      ['partnerFormat: line 1: allocations sum to 1, the line says 2 XCS'],
    ],
    [
      'a unit that nobody knows',
      [share('0012', '2', 'XPX')],
      ['unitOfMeasure: line 1: XPX of an allocation does not convert to XCS'],
    ],
  ])('%s', (_, allocations, expected) => {
    expect(parts(order([line('1', 'AX-100', '2', 'XCS', { allocations })]))).toEqual(expected);
  });
});

describe('the warehouse', () => {
  const from = (warehouse: string, more: Partial<WarehouseRule> = {}): WarehouseRule => ({
    warehouse,
    rank: 9,
    ...more,
  });
  const address = { lines: [], country: 'US', region: 'IL', postalCode: '62701' };
  const two = order([line('1', 'AX-100', '2'), line('2', 'AX-200', '3')], {
    parties: { shipTo: { ids: [{ scheme: 'buyer', value: '0012' }], address } },
  });
  const required = { enrichment: { ...defaultPolicy.enrichment, warehouse: 'required' } };
  it.each<[string, readonly WarehouseRule[], object, readonly string[]]>([
    ['none is known', [], {}, ['1 S-0012 1:2C62 2:3C62']],
    [
      'none is known and one is required',
      [],
      required,
      [
        'configuration: line 1: no warehouse for item AX-100 to C-1/S-0012',
        'configuration: line 2: no warehouse for item AX-200 to C-1/S-0012',
      ],
    ],
    ['for all', [from('W1')], {}, ['1 W1 S-0012 1:2C62 2:3C62']],
    ['the lowest rank', [from('W1'), from('W2', { rank: 1 })], {}, ['1 W2 S-0012 1:2C62 2:3C62']],
    [
      'by region',
      [from('W1'), from('W2', { rank: 1, country: 'US', region: 'IL' }), from('W3', { rank: 0, region: 'TX' })],
      {},
      ['1 W2 S-0012 1:2C62 2:3C62'],
    ],
    [
      'by postal code',
      [from('W1'), from('W2', { rank: 1, postalPrefix: '62 7' }), from('W3', { rank: 0, postalPrefix: '63' })],
      {},
      ['1 W2 S-0012 1:2C62 2:3C62'],
    ],
    [
      'by customer and partner',
      [
        from('W1'),
        from('W2', { rank: 1, customerNumber: 'C-1', partner: 'northfield' }),
        from('W3', { rank: 0, customerNumber: 'C-9' }),
      ],
      {},
      ['1 W2 S-0012 1:2C62 2:3C62'],
    ],
    [
      'by item: two orders',
      [from('W1'), from('W2', { rank: 1, sku: 'AX-200' })],
      {},
      ['1-W1 W1 S-0012 1:2C62', '1-W2 W2 S-0012 2:3C62'],
    ],
    [
      'one for an item, none for the rest',
      [from('W2', { sku: 'AX-200' })],
      {},
      ['1 S-0012 1:2C62', '1-W2 W2 S-0012 2:3C62'],
    ],
    [
      'two of one rank',
      [from('W1'), from('W2')],
      {},
      [
        'configuration: line 1: W1 and W2 have the same rank for item AX-100 to C-1/S-0012, expected one warehouse',
        'configuration: line 2: W1 and W2 have the same rank for item AX-200 to C-1/S-0012, expected one warehouse',
      ],
    ],
  ])('%s', (_, warehouses, policy, expected) => {
    expect(parts(two, { warehouses }, policy)).toEqual(expected);
    expect(parts(two, { warehouses: [...warehouses].reverse() }, policy)).toEqual(expected);
  });

  it('by the address of our record before the one on the order, which says nothing of a store', () => {
    const warehouses = [from('W1'), from('W2', { rank: 1, region: 'IL' }), from('W3', { rank: 0, region: 'TX' })];
    const texan = { shipToNumber: 'S-0012', ids: [], address: { lines: [], region: 'TX' } };
    const customers = [{ customerNumber: 'C-1', ids: [], shipTo: [texan, { shipToNumber: 'S-0013', ids: [] }] }];
    expect(parts(two, { warehouses })).toEqual(['1 W2 S-0012 1:2C62 2:3C62']);
    expect(parts(two, { warehouses, customers })).toEqual(['1 W3 S-0012 1:2C62 2:3C62']);
    const store = { location: { scheme: 'buyer' as const, value: '0013' }, quantity: { value: '2', unit: 'C62' } };
    const toStore = { ...two, lines: [line('1', 'AX-100', '2', 'C62', { allocations: [store] })] };
    expect(parts(toStore, { warehouses, customers })).toEqual(['0013 W1 S-0013 1:2C62']);
  });

  it('that the buyer names by our number comes first', () => {
    const asked = { ...two, parties: { ...two.parties, shipFrom: buyer('seller', 'W7') } };
    expect(parts(asked, { warehouses: [from('W1')] })).toEqual(['1 W7 S-0012 1:2C62 2:3C62']);
  });

  it('R19 each part has a reference of its own', () => {
    const result = enrichWith({
      of: two,
      tables: { warehouses: [from('W1'), from('W2', { rank: 1, sku: 'AX-200' })] },
    });
    const references = result.type === 'enriched' ? result.parts.map(({ externalReference }) => externalReference) : [];
    expect(references).toEqual(['northfield.PO-1.P1-W1', 'northfield.PO-1.P1-W2']);
  });

  it('one number for two places is told: one ERP order would be lost', () => {
    const rows = [
      ...masterData.shipToCrossReferences,
      { partner: 'northfield', scheme: 'gln' as const, value: '0012', customerNumber: 'C-1', shipToNumber: 'S-0013' },
    ];
    const of = order([
      line('1', 'AX-100', '2', 'C62', {
        allocations: (['buyer', 'gln'] as const).map((scheme) => ({
          location: { scheme, value: '0012' },
          quantity: { value: '1', unit: 'C62' },
        })),
      }),
    ]);
    expect(parts(of, { shipToCrossReferences: rows })).toEqual([
      'customerMaster: two parts are called 0012: one number stands for two places',
    ]);
  });
});

describe('the carrier', () => {
  const by = (scac: string, more: Partial<RoutingGuideRule> = {}): RoutingGuideRule => ({
    guide: `guide ${scac}`,
    rank: 9,
    carrier: { scac },
    ...more,
  });
  const weights = [{ sku: 'AX-100', weight: { value: '0.5', unit: 'LBR' } }];
  const pounds = (value: string) => ({ value, unit: 'LBR' });
  const carrierBy = (
    routingGuide: readonly RoutingGuideRule[],
    more: Partial<Order> = {},
    tables: Partial<MasterData> = {},
    policy = {},
  ) => {
    const address = { lines: [], country: 'US', region: 'IL', postalCode: '62701' };
    const of = order(undefined, {
      parties: { shipTo: { ids: [{ scheme: 'buyer', value: '0012' }], address } },
      ...more,
    });
    const result = enrichWith({ of, tables: { routingGuide, weights, ...tables }, policy });
    if (result.type !== 'enriched') return failuresOf(result)[0];
    const used = result.used.find(({ record, key }) => record === 'routingGuide' || key.startsWith('routing of'));
    const { scac, name, service } = result.carrier ?? {};
    return [scac ?? name, service, used && `by ${used.record} ${used.key}`]
      .filter((text) => text !== undefined)
      .join(' ');
  };
  it.each<[string, readonly RoutingGuideRule[], Partial<Order>, string]>([
    ['no guide', [], {}, ''],
    ['a row for all', [by('AAAA')], {}, 'AAAA by routingGuide guide AAAA'],
    ['the buyer’s own comes first', [by('AAAA')], { routing: { scac: 'BBBB' } }, 'BBBB by order routing of PO-1'],
    [
      'the buyer’s own by name',
      [by('AAAA')],
      { routing: { name: 'Their truck' } },
      'Their truck by order routing of PO-1',
    ],
    [
      'a service alone asks the guide',
      [by('AAAA'), by('CCCC', { rank: 1, service: 'GND' }), by('DDDD', { rank: 0, service: 'AIR' })],
      { routing: { service: 'GND' } },
      'CCCC GND by routingGuide guide CCCC',
    ],
    [
      'the guide’s service before the asked one',
      [by('AAAA', { carrier: { scac: 'AAAA', service: 'G2' } })],
      { routing: { service: 'GND' } },
      'AAAA G2 by routingGuide guide AAAA',
    ],
    [
      'by freight terms',
      [by('AAAA'), by('CCCC', { rank: 1, freight: 'collect' })],
      { freight: { payment: 'collect' } },
      'CCCC by routingGuide guide CCCC',
    ],
    [
      'by other freight terms',
      [by('AAAA'), by('CCCC', { rank: 1, freight: 'collect' })],
      { freight: { payment: 'prepaid' } },
      'AAAA by routingGuide guide AAAA',
    ],
    [
      'by region',
      [by('AAAA'), by('CCCC', { rank: 1, region: 'IL' }), by('DDDD', { rank: 0, region: 'TX' })],
      {},
      'CCCC by routingGuide guide CCCC',
    ],
    [
      'below the weight',
      [by('AAAA', { belowWeight: pounds('12.1') }), by('CCCC', { minimumWeight: pounds('12.1') })],
      {},
      'AAAA by routingGuide guide AAAA',
    ],
    [
      'at the weight',
      [by('AAAA', { belowWeight: pounds('12') }), by('CCCC', { minimumWeight: pounds('12') })],
      {},
      'CCCC by routingGuide guide CCCC',
    ],
    [
      'a row that has ended',
      [by('AAAA'), by('CCCC', { rank: 1, until: '2026-03-01' })],
      {},
      'AAAA by routingGuide guide AAAA',
    ],
    [
      'two of one rank',
      [by('AAAA'), by('CCCC')],
      {},
      'configuration: the routing guide gives AAAA and CCCC the same rank to US IL, expected one',
    ],
    [
      'two of one rank that say the same',
      [by('AAAA', { guide: 'b' }), by('AAAA', { guide: 'a' })],
      {},
      'AAAA by routingGuide a',
    ],
  ])('%s', (_, guide, more, expected) => {
    expect(carrierBy(guide, more)).toBe(expected);
    expect(carrierBy([...guide].reverse(), more)).toBe(expected);
  });

  it('of a weight that nobody knows is a question, unless a nearer row needs none', () => {
    const bounded = by('AAAA', { minimumWeight: pounds('1') });
    expect(carrierBy([bounded], {}, { weights: [] })).toBe(
      'itemCrossReference: the routing guide asks for the weight, and none is known of item AX-100',
    );
    expect(carrierBy([bounded, by('CCCC', { rank: 1 })], {}, { weights: [] })).toBe('CCCC by routingGuide guide CCCC');
    expect(carrierBy([by('AAAA', { minimumWeight: { value: '1', unit: 'KGM' } })])).toBe(
      'configuration: the routing guide weighs in KGM, the items in LBR',
    );
  });

  it('is asked for where each order must have one', () => {
    const policy = { enrichment: { ...defaultPolicy.enrichment, carrier: 'required' } };
    expect(carrierBy([], {}, {}, policy)).toBe(
      'configuration: no carrier: the order names none and the routing guide has no row to US IL',
    );
    expect(carrierBy([], { routing: { scac: 'BBBB' } }, {}, policy)).toBe('BBBB by order routing of PO-1');
  });

  it('is of each part where they differ, and of the order where they do not', () => {
    const share = (value: string) => ({
      location: { scheme: 'buyer' as const, value },
      quantity: { value: '12', unit: 'C62' },
    });
    const of = order([line('1', 'AX-100', '24', 'C62', { allocations: [share('0012'), share('0013')] })]);
    const told = (routingGuide: readonly RoutingGuideRule[]): readonly (Carrier | undefined)[] => {
      const result = enrichWith({ of, tables: { routingGuide } });
      return result.type === 'enriched' ? [result.carrier, ...result.parts.map(({ carrier }) => carrier)] : [];
    };
    const [a, c] = [{ scac: 'AAAA' }, { scac: 'CCCC' }];
    expect(told([by('AAAA')])).toEqual([a, a, a]);
    expect(told([by('AAAA'), by('CCCC', { rank: 1, shipToNumber: 'S-0013' })])).toEqual([undefined, a, c]);
  });
});
