import {
  type CanonicalDocument,
  check,
  type FulfillmentConfirmation,
  type FulfillmentRequest,
  type InventoryAvailability,
  Item,
  type OrderChange,
  PartnerIdentity,
  packSizes,
  priceUnits,
  type Remittance,
  type Return,
  validate,
} from '@dist/canonical';
import { describe, expect, it } from 'vitest';
import { at, order } from './sample.ts';

type Path = (string | number)[];
type Change = readonly [Path, unknown];
type Expected = readonly [code: string, severity: 'error' | 'warning', path: Path];
type Row = readonly [what: string, changes: readonly Change[], ...issues: Expected[]];

const changed = <T>(document: T, changes: readonly Change[]): T =>
  changes.reduce((before, [path, value]) => at(before, path, value), document);

/** A test's row has one type for each place. */
const asThree = ([what, changes, ...issues]: Row) => [what, changes, issues] as const;

function table(document: CanonicalDocument, rows: readonly Row[]): void {
  it('the sample has no fault', () => expect(check(document)).toEqual([]));
  it.each(rows.map(asThree))('%s', (_, changes, issues) => {
    const found = check(changed(document, changes)).map(({ code, severity, path }) => [code, severity, path]);
    expect(found).toEqual(issues);
  });
}

const pieces = (value: string) => ({ value, unit: 'C62' });
const party = { ids: [] };

describe('rules of a change', () => {
  const change: OrderChange = {
    kind: 'orderChange',
    version: '1',
    purpose: 'change',
    mode: 'delta',
    quantities: 'total',
    orderNumber: '4711',
    dates: {},
    parties: {},
    references: [],
    lines: [
      { lineId: '1', action: 'decreaseQuantity', ids: [], quantity: pieces('12') },
      { lineId: '1', action: 'changePrice', ids: [], price: { amount: '3' } },
      { lineId: '3', action: 'add', ids: [], quantity: pieces('6') },
    ],
  };
  const quantity: Path = ['lines', 0, 'quantity'];

  table(change, [
    [
      'R17 gotcha 7 total or difference has no default',
      [[['quantities'], undefined]],
      ['change-quantities-unknown', 'error', quantity],
    ],
    ['R17 a line without a quantity', [[quantity, undefined]], ['change-quantity-missing', 'error', quantity]],
    ['R17 a new total of zero', [[[...quantity, 'value'], '0']]],
    [
      'R17 a difference of zero',
      [
        [[...quantity, 'value'], '0'],
        [['quantities'], 'difference'],
      ],
      ['quantity-not-positive', 'error', [...quantity, 'value']],
    ],
    [
      'none of a new line',
      [[['lines', 2, 'quantity', 'value'], '0']],
      ['quantity-not-positive', 'error', ['lines', 2, 'quantity', 'value']],
    ],
    [
      'a new price that is not told',
      [[['lines', 1, 'price'], undefined]],
      ['change-price-missing', 'error', ['lines', 1, 'price']],
    ],
    [
      'one line twice in a full image',
      [[['mode'], 'fullImage']],
      ['line-id-repeated', 'error', ['lines', 1, 'lineId']],
    ],
    [
      'the same of one line twice',
      [
        [['lines', 1, 'action'], 'decreaseQuantity'],
        [['lines', 1, 'quantity'], pieces('1')],
      ],
      ['line-id-repeated', 'error', ['lines', 1, 'lineId']],
    ],
    ['an unknown currency', [[['currency'], 'XXX']], ['currency-unknown', 'error', ['currency']]],
  ]);
});

describe('R24 rules of a remittance', () => {
  const remittance: Remittance = {
    kind: 'remittance',
    version: '1',
    traceNumber: 'T100',
    handling: 'paymentWithRemittance',
    direction: 'credit',
    method: 'ach',
    total: '300',
    currency: 'USD',
    payer: party,
    references: [],
    lines: [
      {
        type: 'invoice',
        number: 'I1',
        gross: '243.6',
        discount: '3.6',
        adjustments: [{ reason: '01', amount: '-7.8' }],
        net: '232.2',
      },
      { type: 'invoice', number: 'I2', net: '82.8' },
      { type: 'creditMemo', number: 'C1', net: '-10' },
    ],
    adjustments: [{ reason: 'L5', amount: '-5' }],
  };

  table(remittance, [
    [
      'the payment is not what the lines make',
      [[['total'], '299.99']],
      ['remittance-total-differs', 'error', ['total']],
    ],
    ['a deduction is lost', [[['adjustments'], undefined]], ['remittance-total-differs', 'error', ['total']]],
    [
      'a net that is not explained',
      [[['lines', 0, 'gross'], '250']],
      ['remittance-net-differs', 'warning', ['lines', 0, 'net']],
    ],
    [
      'an invoice that is paid twice',
      [[['lines', 1, 'number'], 'I1']],
      ['remittance-line-repeated', 'warning', ['lines', 1, 'number']],
    ],
    [
      'a credit that adds to the payment',
      [
        [['lines', 2, 'net'], '10'],
        [['total'], '320'],
      ],
      ['remittance-sign-wrong', 'warning', ['lines', 2, 'net']],
    ],
    [
      'deductions beyond what is paid',
      [
        [['adjustments', 0, 'amount'], '-400'],
        [['total'], '-95'],
      ],
      ['remittance-negative', 'error', ['total']],
    ],
  ]);

  it('the tolerance is a setting', () => {
    expect(check(at(remittance, ['total'], '299.99'), { tolerance: '0.01' })).toEqual([]);
  });
});

describe('rules of availability', () => {
  const report: InventoryAvailability = {
    kind: 'inventoryAvailability',
    version: '1',
    purpose: 'original',
    number: 'A1',
    asOf: '2026-03-05T10:00:00-06:00',
    expiresAt: '2026-03-05T18:00:00Z',
    parties: {},
    references: [],
    items: [
      {
        ids: [],
        quantities: [
          { type: 'onHand', quantity: pieces('10') },
          { type: 'salable', quantity: pieces('8') },
          { type: 'reserved', quantity: pieces('2') },
          { type: 'inbound', quantity: pieces('5'), on: '2026-03-09' },
        ],
      },
    ],
  };
  const quantities: Path = ['items', 0, 'quantities'];

  table(report, [
    [
      'two numbers of one type',
      [[[...quantities, 3], { type: 'salable', quantity: pieces('0') }]],
      ['availability-repeated', 'error', [...quantities, 3]],
    ],
    [
      'two numbers of one type on two days',
      [[[...quantities, 4], { type: 'inbound', quantity: pieces('5'), on: '2026-03-10' }]],
    ],
    [
      'less than nothing',
      [[[...quantities, 2, 'quantity', 'value'], '-2']],
      ['availability-negative', 'warning', [...quantities, 2, 'quantity', 'value']],
    ],
    [
      'more for sale than there is',
      [[[...quantities, 1, 'quantity', 'value'], '11']],
      ['availability-exceeds-on-hand', 'warning', quantities],
    ],
    [
      'as much for sale as there is in two lots',
      [
        [[...quantities, 4], { type: 'onHand', quantity: pieces('5'), on: '2026-03-06' }],
        [[...quantities, 1, 'quantity', 'value'], '15'],
      ],
    ],
    ['more for sale than there is, in another unit', [[[...quantities, 1, 'quantity'], { value: '11', unit: 'XCS' }]]],
    [
      'inbound, nobody knows when',
      [[[...quantities, 3, 'on'], undefined]],
      ['availability-day-missing', 'warning', [...quantities, 3, 'on']],
    ],
    [
      'a report that expires before it was true',
      [[['expiresAt'], '2026-03-05T15:59:59Z']],
      ['dates-out-of-order', 'error', ['expiresAt']],
    ],
    [
      'a price below zero',
      [[['items', 0, 'price'], { amount: '-1' }]],
      ['price-negative', 'error', ['items', 0, 'price', 'amount']],
    ],
  ]);
});

describe('R25 rules of a return', () => {
  const goodsReturn: Return = {
    kind: 'return',
    version: '1',
    purpose: 'original',
    number: 'R1',
    status: 'credited',
    requestedOn: '2026-02-01',
    authorizedOn: '2026-02-02',
    returnBy: '2026-02-20',
    receivedOn: '2026-02-05',
    currency: 'USD',
    parties: {},
    references: [],
    lines: [
      {
        lineId: '1',
        ids: [],
        quantity: pieces('6'),
        reason: 'damaged',
        authorizedQuantity: pieces('6'),
        receivedQuantity: pieces('6'),
        outcomes: [
          { decision: 'accepted', quantity: pieces('4'), credited: '13' },
          { decision: 'refused', quantity: pieces('2') },
        ],
      },
    ],
  };
  const outcomes: Path = ['lines', 0, 'outcomes'];

  table(goodsReturn, [
    [
      'a refusal that is credited',
      [[[...outcomes, 1, 'credited'], '6.5']],
      ['refusal-credited', 'error', [...outcomes, 1, 'credited']],
    ],
    [
      'a credit on receipt, before inspection',
      [[['status'], 'received']],
      ['credit-before-inspection', 'error', [...outcomes, 0, 'credited']],
    ],
    [
      'more inspected than came',
      [[['lines', 0, 'receivedQuantity', 'value'], '5']],
      ['outcomes-exceed-received', 'error', outcomes],
    ],
    [
      'more came than was allowed',
      [[['lines', 0, 'authorizedQuantity', 'value'], '5']],
      ['received-exceeds-authorized', 'warning', ['lines', 0, 'receivedQuantity', 'value']],
    ],
    [
      'an outcome of none',
      [[[...outcomes, 1, 'quantity', 'value'], '0']],
      ['outcome-not-positive', 'error', [...outcomes, 1, 'quantity', 'value']],
    ],
    [
      'a credit below zero',
      [[[...outcomes, 0, 'credited'], '-1']],
      ['outcome-not-positive', 'error', [...outcomes, 0, 'credited']],
    ],
    [
      'allowed before it was asked for',
      [[['requestedOn'], '2026-02-03']],
      ['dates-out-of-order', 'error', ['authorizedOn']],
    ],
  ]);
});

describe('R21 rules of what a warehouse is asked and says', () => {
  const request: FulfillmentRequest = {
    kind: 'fulfillmentRequest',
    version: '1',
    purpose: 'original',
    number: 'F1',
    orderNumber: '4711',
    dates: {},
    parties: {},
    carrier: {},
    references: [],
    lines: [{ lineId: '1', ids: [], quantity: pieces('6') }],
  };

  table(request, [
    [
      'none of a line',
      [[['lines', 0, 'quantity', 'value'], '0']],
      ['quantity-not-positive', 'error', ['lines', 0, 'quantity', 'value']],
    ],
    [
      'stores that do not make the line',
      [[['lines', 0, 'allocations'], [{ location: { scheme: 'buyer', value: '12' }, quantity: pieces('5') }]]],
      ['allocations-sum-differs', 'error', ['lines', 0, 'allocations']],
    ],
  ]);

  const confirmation: FulfillmentConfirmation = {
    kind: 'fulfillmentConfirmation',
    version: '1',
    extent: 'fullDetail',
    requestNumber: 'F1',
    shippedOn: '2026-03-05',
    carrier: {},
    parties: {},
    references: [],
    packages: [
      {
        sscc: '106141412345678908',
        lines: [{ lineId: '1', ids: [], status: 'short', ordered: '6', quantity: pieces('4'), difference: '2' }],
      },
      {
        sscc: '006141410000000012',
        lines: [{ lineId: '2', ids: [], status: 'cancelled', ordered: '6', quantity: pieces('0'), difference: '-6' }],
      },
    ],
    unitsShipped: '4',
  };
  const line: Path = ['packages', 0, 'lines', 0];

  table(confirmation, [
    [
      'two packages with one SSCC',
      [[['packages', 1, 'sscc'], '106141412345678908']],
      ['sscc-repeated', 'error', ['packages', 1, 'sscc']],
    ],
    [
      'an SSCC with a wrong check digit',
      [[['packages', 1, 'sscc'], '006141410000000013']],
      ['sscc-invalid', 'error', ['packages', 1, 'sscc']],
    ],
    ['units in all that are not told', [[['unitsShipped'], undefined]]],
    [
      'units in all of lines in different units',
      [
        [['packages', 1, 'lines', 0, 'quantity', 'unit'], 'XCS'],
        [['unitsShipped'], '9'],
      ],
    ],
    [
      'shipped in full, and said so',
      [
        [[...line, 'quantity', 'value'], '6'],
        [[...line, 'difference'], '0'],
        [[...line, 'status'], 'shipped'],
        [['unitsShipped'], '6'],
      ],
    ],
    ['a difference of something that is not told', [[[...line, 'ordered'], undefined]]],
    [
      'a difference that is none',
      [[[...line, 'difference'], '1']],
      ['confirmation-difference-differs', 'error', [...line, 'difference']],
    ],
    [
      'shipped, and nothing was',
      [[['packages', 1, 'lines', 0, 'status'], 'shipped']],
      ['confirmation-status-disagrees', 'warning', ['packages', 1, 'lines', 0, 'status']],
    ],
    [
      'more than ordered, and not said',
      [
        [[...line, 'quantity', 'value'], '8'],
        [['unitsShipped'], '8'],
      ],
      ['confirmation-status-disagrees', 'warning', [...line, 'status']],
    ],
    [
      'units in all that the lines do not make',
      [[['unitsShipped'], '5']],
      ['units-shipped-differ', 'warning', ['unitsShipped']],
    ],
    [
      'less than nothing',
      [
        [['packages', 1, 'lines', 0, 'quantity', 'value'], '-1'],
        [['packages', 1, 'lines', 0, 'difference'], '7'],
        [['unitsShipped'], '3'],
      ],
      ['quantity-negative', 'error', ['packages', 1, 'lines', 0, 'quantity', 'value']],
    ],
  ]);
});

describe('rules of messages', () => {
  table(
    {
      kind: 'shipmentStatus',
      version: '1',
      carrier: {},
      parties: {},
      references: [],
      events: [{ type: 'event', code: 'D1', on: '2026-03-07' }],
    },
    [
      [
        'an event without a time',
        [[['events', 0, 'on'], undefined]],
        ['event-undated', 'warning', ['events', 0, 'at']],
      ],
    ],
  );

  table(
    {
      kind: 'applicationAdvice',
      version: '1',
      purpose: 'original',
      number: 'A1',
      issuedOn: '2026-03-06',
      parties: {},
      documents: [
        {
          status: 'rejected',
          level: 'transactionSet',
          reference: { type: 'invoice', value: 'I1' },
          errors: [{ code: '848' }],
        },
      ],
    },
    [
      [
        'R11 rejected, and why is not said',
        [[['documents', 0, 'errors'], []]],
        ['advice-unexplained', 'warning', ['documents', 0, 'errors']],
      ],
      [
        'R11 accepted, with errors',
        [[['documents', 0, 'status'], 'accepted']],
        ['advice-status-disagrees', 'warning', ['documents', 0, 'status']],
      ],
    ],
  );

  table(
    {
      kind: 'textMessage',
      version: '1',
      purpose: 'original',
      parties: {},
      references: [],
      messages: [{ number: '1', lines: ['Hi'] }],
    },
    [['R11 what a text says is for a person', [[['messages', 0, 'lines'], ['REJECTED: GTIN 123']]]]],
  );
});

describe('rules of masters', () => {
  const item: Item = {
    sku: 'AX-100',
    ids: [],
    description: 'Hex bolt',
    baseUnit: 'C62',
    conversions: [{ unit: 'XCS', baseUnits: '12' }],
    packs: [{ unit: 'XCS', gtin: '80614141123458', contains: pieces('12') }],
    kitComponents: [{ sku: 'AX-1', quantity: pieces('2') }],
    crossReferences: [
      { partner: 'northfield', scheme: 'buyer', value: '77', until: '2025-12-31' },
      { partner: 'northfield', scheme: 'buyer', value: '77', from: '2026-01-01' },
    ],
  };

  it.each(
    (
      [
        ['nothing', []],
        [
          'gotcha 13 a pack that is not what its conversion says',
          [[['packs', 0, 'contains'], pieces('10')]],
          ['pack-differs', 'error', ['packs', 0, 'contains']],
        ],
        [
          'a pack whose GTIN has a wrong check digit',
          [[['packs', 0, 'gtin'], '80614141123459']],
          ['gtin-invalid', 'warning', ['packs', 0, 'gtin']],
        ],
        [
          'gotcha 33 a kit in itself',
          [[['kitComponents', 0, 'sku'], 'AX-100']],
          ['kit-component-invalid', 'error', ['kitComponents', 0, 'sku']],
        ],
        [
          'gotcha 33 a kit with none of something',
          [[['kitComponents', 0, 'quantity', 'value'], '0']],
          ['kit-component-invalid', 'error', ['kitComponents', 0, 'quantity', 'value']],
        ],
        [
          'a number that holds twice on one day',
          [[['crossReferences', 1, 'from'], '2025-12-31']],
          ['cross-reference-repeated', 'error', ['crossReferences', 1]],
        ],
        [
          'a number without an end, and again later',
          [[['crossReferences', 0, 'until'], undefined]],
          ['cross-reference-repeated', 'error', ['crossReferences', 1]],
        ],
        [
          'the number of another partner',
          [[['crossReferences', 0], { partner: 'other', scheme: 'buyer', value: '77' }]],
        ],
        [
          'a number that ends before it begins',
          [[['crossReferences', 0, 'from'], '2026-01-01']],
          ['dates-out-of-order', 'error', ['crossReferences', 0, 'until']],
        ],
        [
          'a country of origin that is none',
          [[['countryOfOrigin'], 'XX']],
          ['country-unknown', 'warning', ['countryOfOrigin']],
        ],
      ] satisfies Row[]
    ).map(asThree),
  )('an item: %s', (_, changes, issues) => {
    const found = validate(Item, changed(item, changes)).issues.map(({ code, severity, path }) => [
      code,
      severity,
      path,
    ]);
    expect(found).toEqual(issues);
  });

  const identity: PartnerIdentity = {
    ids: [{ scheme: 'gln', value: '0614141123452' }],
    interchanges: [
      {
        usage: 'production',
        unit: 'east',
        qualifier: '08',
        id: 'NORTHFIELD',
        delimiters: { element: '*', component: '>', segment: '~' },
      },
      { usage: 'test', qualifier: '08', id: 'NORTHFIELD' },
    ],
    timeZone: 'America/Chicago',
  };

  it.each(
    (
      [
        ['nothing, though a unit of it is no unit of measure', []],
        [
          'R06 one address for two units',
          [[['interchanges', 1, 'usage'], 'production']],
          ['interchange-address-repeated', 'error', ['interchanges', 1, 'id']],
        ],
        [
          'two delimiters alike',
          [[['interchanges', 0, 'delimiters', 'component'], '*']],
          ['delimiters-equal', 'error', ['interchanges', 0, 'delimiters']],
        ],
        ['a time zone that is none', [[['timeZone'], 'Mars/Olympus']], ['time-zone-unknown', 'error', ['timeZone']]],
        [
          'a GLN with a wrong check digit',
          [[['ids', 0, 'value'], '0614141123453']],
          ['gln-invalid', 'warning', ['ids', 0, 'value']],
        ],
      ] satisfies Row[]
    ).map(asThree),
  )('an identity: %s', (_, changes, issues) => {
    const found = validate(PartnerIdentity, changed(identity, changes)).issues;
    expect(found.map(({ code, severity, path }) => [code, severity, path])).toEqual(issues);
  });

  it.each<[string, string, string, string | undefined, number]>([
    ['the size that the item says', '1', 'XCS', '12', 0],
    ['another', '1', 'XCS', '10', 1],
    ['none stated', '1', 'XCS', undefined, 0],
    ['a unit that the item does not know', '1', 'XPX', '480', 0],
  ])('gotcha 13 the pack size of an order line: %s', (_, value, unit, packSize, faults) => {
    const lines = [{ lineId: '1', ids: [], quantity: { value, unit }, packSize }];
    const found = packSizes({ ...order, lines }, (lineId) => (lineId === '1' ? item : undefined));
    expect(found.map(({ code, path }) => [code, path])).toEqual(
      faults ? [['pack-size-differs', ['lines', 0, 'packSize']]] : [],
    );
  });

  it.each<[string, string, string | undefined, string | undefined, number]>([
    ['in the unit of the line', 'XCS', undefined, undefined, 0],
    ['gotcha 11 in another, which the item converts', 'XCS', 'C62', undefined, 0],
    ['R18 by the pound, and not weighed', 'XCS', 'LBR', undefined, 1],
    ['R18 by the pound, and weighed', 'XCS', 'LBR', 'LBR', 0],
    ['in cases what is counted in pieces, and makes no whole ones', 'C62', 'XCS', undefined, 1],
  ])('the unit of a price: %s', (_, of, priced, weighed, faults) => {
    const price = { amount: '1', unit: priced };
    const pricedQuantity = weighed === undefined ? undefined : { value: '20.5', unit: weighed };
    const found = priceUnits(
      { lines: [{ lineId: '1', quantity: { value: '7', unit: of }, pricedQuantity, price }] },
      () => item,
    );
    expect(found.map(({ code, path }) => [code, path])).toEqual(
      faults ? [['price-unit-unconvertible', ['lines', 0, 'price', 'unit']]] : [],
    );
  });
});
