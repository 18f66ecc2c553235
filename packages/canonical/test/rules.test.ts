import {
  type CanonicalDocument,
  type CheckSettings,
  Customer,
  check,
  Invoice,
  Item,
  Order,
  OrderAcknowledgment,
  Shipment,
  validate,
} from '@dist/canonical';
import { describe, expect, it } from 'vitest';
import type * as z from 'zod';
import { acknowledgment, at, customer, invoice, item, order, shipment } from './sample.ts';

type Path = (string | number)[];
type Row = readonly [
  what: string,
  changes: readonly (readonly [Path, unknown])[],
  issue: Found | undefined,
  settings?: CheckSettings,
];
type Found = readonly [
  code: string,
  severity: 'error' | 'warning',
  path: Path,
  found?: string | undefined,
  expected?: string | undefined,
];

/** Changes, then exactly the one issue that they give. */
function expectIssue<Document>(schema: z.ZodType<Document>, document: Document, row: Row): void {
  const [, changes, issue, settings] = row;
  const changed = changes.reduce((before, [path, value]) => at(before, path, value), document);
  const result = validate(schema, changed, settings);
  expect(result.issues.map(({ code, severity, path }) => [code, severity, path])).toEqual(
    issue ? [issue.slice(0, 3)] : [],
  );
  expect(result.ok).toBe(issue?.[1] !== 'error');
  if (!result.ok) expect(result.partial).toEqual(changed);
  if (issue?.[3] !== undefined) expect(result.issues[0]?.found).toBe(issue[3]);
  if (issue?.[4] !== undefined) expect(result.issues[0]?.expected).toBe(issue[4]);
  expect(result.issues.every(({ message }) => message.length > 10)).toBe(true);
}

const store = (value: string, quantity: string, of = 'C62') => ({
  location: { scheme: 'buyer', value },
  quantity: { value: quantity, unit: of },
});

const orderRows: readonly Row[] = [
  ['an unknown currency', [[['currency'], 'XXA']], ['currency-unknown', 'error', ['currency'], 'XXA']],
  [
    'gotcha 10 a line id used twice',
    [[['lines', 1, 'lineId'], '1']],
    ['line-id-repeated', 'error', ['lines', 1, 'lineId'], '1'],
  ],
  ['gotcha 9 line ids that look alike as numbers', [[['lines', 1, 'lineId'], '01']], undefined],
  [
    'a quantity of zero',
    [[['lines', 0, 'quantity', 'value'], '0']],
    ['quantity-not-positive', 'error', ['lines', 0, 'quantity', 'value'], '0'],
  ],
  [
    'a quantity below zero',
    [[['lines', 0, 'quantity', 'value'], '-1']],
    ['quantity-not-positive', 'error', ['lines', 0, 'quantity', 'value'], '-1'],
  ],
  [
    'a price below zero',
    [[['lines', 0, 'price'], { amount: '-1' }]],
    ['price-negative', 'error', ['lines', 0, 'price', 'amount'], '-1'],
  ],
  ['gotcha 19 a price of zero', [[['lines', 0, 'price'], { amount: '0' }]], undefined],
  [
    'a price for no units',
    [[['lines', 0, 'price'], { amount: '1', per: '0' }]],
    ['price-negative', 'error', ['lines', 0, 'price', 'per'], '0'],
  ],
  [
    'an allowance with a sign',
    [[['allowancesCharges'], [{ kind: 'allowance', code: 'C310', amount: '-1' }]]],
    ['allowance-charge-negative', 'error', ['allowancesCharges', 0, 'amount'], '-1'],
  ],
  [
    'a charge with a sign on a line',
    [[['lines', 1, 'allowancesCharges'], [{ kind: 'charge', code: 'D240', amount: '-1' }]]],
    ['allowance-charge-negative', 'error', ['lines', 1, 'allowancesCharges', 0, 'amount'], '-1'],
  ],
  [
    'stores that make the line',
    [
      [
        ['lines', 0, 'allocations'],
        [store('12', '18'), store('13', '6')],
      ],
    ],
    undefined,
  ],
  [
    'R16 gotcha 24 stores that do not make the line',
    [
      [
        ['lines', 0, 'allocations'],
        [store('12', '18'), store('13', '5')],
      ],
    ],
    ['allocations-sum-differs', 'error', ['lines', 0, 'allocations'], '23', '24'],
  ],
  [
    'R16 gotcha 24 stores in another unit than the line',
    [[['lines', 0, 'allocations'], [store('12', '2', 'XCS')]]],
    ['allocation-unit-differs', 'warning', ['lines', 0, 'allocations', 0, 'quantity', 'unit'], 'XCS', 'C62'],
  ],
  [
    'a store that gets nothing',
    [
      [
        ['lines', 0, 'allocations'],
        [store('12', '24'), store('13', '0')],
      ],
    ],
    ['allocation-not-positive', 'error', ['lines', 0, 'allocations', 1, 'quantity', 'value'], '0'],
  ],
  [
    'a ship window that ends before it begins',
    [[['dates', 'shipNotAfter'], '2026-03-04']],
    ['dates-out-of-order', 'error', ['dates', 'shipNotAfter'], '2026-03-04', '2026-03-05 or later'],
  ],
  [
    'a schedule that does not make the line',
    [[['lines', 0, 'schedules'], [{ quantity: { value: '20', unit: 'C62' }, type: 'deliverBy', date: '2026-03-10' }]]],
    ['schedules-sum-differs', 'error', ['lines', 0, 'schedules'], '20', '24'],
  ],
  [
    'gotcha 33 a kit with none of a component',
    [[['lines', 0, 'components'], [{ ids: [], quantity: { value: '0', unit: 'C62' } }]]],
    ['component-not-positive', 'error', ['lines', 0, 'components', 0, 'quantity', 'value'], '0'],
  ],
  [
    'dates of a line out of order',
    [[['lines', 1, 'dates'], { shipNotBefore: '2026-03-05', shipNotAfter: '2026-03-04' }]],
    ['dates-out-of-order', 'error', ['lines', 1, 'dates', 'shipNotAfter'], '2026-03-04'],
  ],
  ['a ship window of one day', [[['dates', 'shipNotAfter'], '2026-03-05']], undefined],
  [
    'a cancellation before the ship window',
    [[['dates', 'cancelAfter'], '2026-03-01']],
    ['dates-out-of-order', 'error', ['dates', 'cancelAfter'], '2026-03-01'],
  ],
  ['a total that nobody can check, since a price is missing', [[['total'], '1']], undefined],
  [
    'a total that the prices make',
    [
      [['lines', 1, 'price'], { amount: '10' }],
      [['total'], '138'],
    ],
    undefined,
  ],
  [
    'a total that the prices do not make',
    [
      [['lines', 1, 'price'], { amount: '10' }],
      [['total'], '139'],
    ],
    ['order-total-differs', 'warning', ['total'], '139', '138'],
  ],
  [
    'a total within the tolerance',
    [
      [['lines', 1, 'price'], { amount: '10' }],
      [['total'], '139'],
    ],
    undefined,
    { tolerance: '1' },
  ],
  [
    'a total with charges and taxes',
    [
      [['lines', 1, 'price'], { amount: '10' }],
      [['taxes'], [{ category: 'ST', amount: '2' }]],
      [['allowancesCharges'], [{ kind: 'charge', code: 'D240', amount: '5' }]],
      [['total'], '145'],
    ],
    undefined,
  ],
  [
    'a total of prices for another unit',
    [
      [['lines', 1, 'price'], { amount: '10', unit: 'LBR' }],
      [['total'], '1'],
    ],
    undefined,
  ],
  [
    'gotcha 35 a GTIN with a wrong check digit',
    [[['lines', 0, 'ids', 0, 'value'], '80614141123459']],
    ['gtin-invalid', 'warning', ['lines', 0, 'ids', 0, 'value'], '80614141123459'],
  ],
  [
    'a GLN with a wrong check digit',
    [[['parties', 'shipTo', 'ids', 0, 'value'], '0614141123453']],
    ['gln-invalid', 'warning', ['parties', 'shipTo', 'ids', 0, 'value']],
  ],
  [
    'a country that ISO 3166-1 has not assigned',
    [[['parties', 'shipTo', 'address'], { lines: [], country: 'UK' }]],
    ['country-unknown', 'warning', ['parties', 'shipTo', 'address', 'country'], 'UK'],
  ],
  [
    'an SSCC among the numbers of an item',
    [[['lines', 0, 'ids', 0], { scheme: 'sscc', value: '1' }]],
    ['sscc-invalid', 'error', ['lines', 0, 'ids', 0, 'value'], '1'],
  ],
  [
    'a unit that is not in the table',
    [[['lines', 0, 'quantity', 'unit'], 'ZZ']],
    ['unit-unknown', 'warning', ['lines', 0, 'quantity', 'unit'], 'ZZ'],
  ],
  ['what others put in extensions', [[['ext'], { acme: { scheme: 'gtin', value: '1', unit: 'ZZ' } }]], undefined],
];

const said = (...responses: [string, string, string?][]) =>
  responses.map(([status, value, of = 'C62']) => ({ status, quantity: { value, unit: of } }));
const responses: Path = ['lines', 0, 'responses'];

const acknowledgmentRows: readonly Row[] = [
  ['a line without an answer', [[responses, []]], ['response-missing', 'error', responses]],
  [
    'answers that do not make the line',
    [[responses, said(['accepted', '23'])]],
    ['responses-sum-differs', 'error', responses, '23', '24'],
  ],
  [
    'answers beyond the line',
    [[responses, said(['accepted', '24'], ['rejected', '1'])]],
    ['responses-sum-differs', 'error', responses, '25', '24'],
  ],
  ['a rejection that leaves the rest unsaid', [[responses, said(['rejected', '4'])]], undefined],
  ['a changed quantity', [[responses, said(['acceptedWithChange', '30'])]], undefined],
  ['answers in another unit', [[responses, said(['accepted', '2', 'XCS'])]], undefined],
  [
    'an answer below zero',
    [[responses, said(['accepted', '-1'], ['accepted', '25'])]],
    ['response-negative', 'error', [...responses, 0, 'quantity', 'value'], '-1'],
  ],
  [
    'a new price below zero',
    [[['lines', 0, 'acceptedPrice'], '-1']],
    ['response-negative', 'error', ['lines', 0, 'acceptedPrice'], '-1'],
  ],
  [
    'gotcha 34 a substitute that is not named',
    [[[...responses, 0, 'status'], 'substituted']],
    ['substitute-missing', 'error', [...responses, 0, 'substituteIds']],
  ],
  [
    'gotcha 34 a substitute that is named',
    [
      [
        [...responses, 0],
        { ...said(['substituted', '15'])[0], substituteIds: [{ scheme: 'seller', value: 'AX-101' }] },
      ],
    ],
    undefined,
  ],
  [
    'accepted as a whole, but not in part',
    [[['status'], 'accepted']],
    ['status-disagrees', 'warning', [...responses, 1, 'status'], 'backordered', 'accepted'],
  ],
  [
    'rejected as a whole, but not in part',
    [[['status'], 'rejected']],
    ['status-disagrees', 'warning', [...responses, 0, 'status'], 'accepted', 'rejected or cancelled'],
  ],
  [
    'an ordered quantity of zero',
    [
      [['lines', 0, 'quantity', 'value'], '0'],
      [responses, said(['accepted', '0'])],
    ],
    ['quantity-not-positive', 'error', ['lines', 0, 'quantity', 'value']],
  ],
  ['an unknown currency', [[['currency'], 'XXA']], ['currency-unknown', 'error', ['currency']]],
];

const shipmentRows: readonly Row[] = [
  ['gotcha 27 the same item twice in one carton', [], undefined],
  [
    'a unit id used twice',
    [
      [['units', 1, 'unitId'], 'P1'],
      [['units', 1, 'parentId'], undefined],
      [['items'], [{ ...shipment.items[0], unitId: 'P1' }]],
    ],
    ['unit-id-repeated', 'error', ['units', 1, 'unitId'], 'P1'],
  ],
  [
    'a unit in one that is not there',
    [[['units', 1, 'parentId'], 'P9']],
    ['unit-parent-missing', 'error', ['units', 1, 'parentId'], 'P9'],
  ],
  [
    'a unit in itself',
    [[['units', 1, 'parentId'], 'C1']],
    ['unit-tree-cyclic', 'error', ['units', 1, 'parentId'], 'C1'],
  ],
  [
    'an SSCC with a wrong check digit',
    [[['units', 0, 'sscc'], '106141412345678909']],
    ['sscc-invalid', 'error', ['units', 0, 'sscc'], '106141412345678909'],
  ],
  [
    'an SSCC with its application identifier',
    [[['units', 0, 'sscc'], '00106141412345678908']],
    ['sscc-invalid', 'error', ['units', 0, 'sscc']],
  ],
  [
    'two units with one SSCC',
    [[['units', 1, 'sscc'], '106141412345678908']],
    ['sscc-repeated', 'error', ['units', 1, 'sscc'], '106141412345678908'],
  ],
  [
    'an item in a unit that is not there',
    [[['items', 0, 'unitId'], 'C9']],
    ['packed-unit-missing', 'error', ['items', 0, 'unitId'], 'C9'],
  ],
  [
    'a pallet in a carton',
    [
      [['units', 0, 'parentId'], 'C1'],
      [['units', 1, 'parentId'], undefined],
    ],
    ['unit-nesting-inverted', 'warning', ['units', 0, 'parentId'], 'C1'],
  ],
  [
    'a serial number twice on one line',
    [
      [
        ['items', 0, 'serials'],
        ['A1', 'A2'],
      ],
      [['items', 1, 'serials'], ['A2']],
    ],
    ['serial-repeated', 'warning', ['items', 1, 'serials', 0], 'A2'],
  ],
  [
    'made after it expires',
    [
      [['items', 0, 'manufacturedOn'], '2026-03-02'],
      [['items', 0, 'expiresOn'], '2026-03-01'],
    ],
    ['dates-out-of-order', 'error', ['items', 0, 'expiresOn'], '2026-03-01'],
  ],
  [
    'gotcha 28 one carton with items of two orders has one SSCC, and is one unit',
    [[['items', 1, 'orderNumber'], '4712']],
    undefined,
  ],
  ['an item in no unit', [[['items', 0, 'unitId'], undefined]], undefined],
  [
    'a packed quantity of zero',
    [[['items', 0, 'quantity', 'value'], '0']],
    ['quantity-not-positive', 'error', ['items', 0, 'quantity', 'value'], '0'],
  ],
  [
    'delivery before shipping',
    [[['deliveryExpectedOn'], '2026-03-04']],
    ['dates-out-of-order', 'error', ['deliveryExpectedOn'], '2026-03-04', '2026-03-05 or later'],
  ],
  [
    'a weight in an unknown unit',
    [[['grossWeight'], { value: '1', unit: 'ZZ' }]],
    ['unit-unknown', 'warning', ['grossWeight', 'unit']],
  ],
];

const invoiceRows: readonly Row[] = [
  [
    'a cent too much on a line',
    [
      [['lines', 0, 'net'], '78.13'],
      [['total'], '92.13'],
    ],
    ['line-net-differs', 'error', ['lines', 0, 'net'], '78.13', '78.12'],
  ],
  [
    'a cent too much within the tolerance',
    [
      [['lines', 0, 'net'], '78.13'],
      [['total'], '92.13'],
    ],
    undefined,
    { tolerance: '0.01' },
  ],
  [
    'R23 the mode of rounding is the profile’s',
    [
      [['lines', 0, 'price', 'amount'], '3.25521'],
      [['lines', 0, 'net'], '78.12'],
      [['total'], '92.12'],
    ],
    ['line-net-differs', 'error', ['lines', 0, 'net'], '78.12', '78.13'],
  ],
  [
    'R23 rounded down',
    [
      [['lines', 0, 'price', 'amount'], '3.25521'],
      [['lines', 0, 'net'], '78.12'],
      [['total'], '92.12'],
    ],
    undefined,
    { rounding: 'down' },
  ],
  [
    'a total that the parts do not make',
    [[['total'], '92.11']],
    ['invoice-total-differs', 'error', ['total'], '92.11', '92.12'],
  ],
  ['a total within the tolerance', [[['total'], '92.11']], undefined, { tolerance: '0.01' }],
  [
    'R18 catch weight, priced by the pound and not weighed',
    [
      [['lines', 0, 'price', 'unit'], 'LBR'],
      [['lines', 0, 'net'], '80'],
      [['total'], '94'],
    ],
    ['price-unit-differs', 'warning', ['lines', 0, 'price', 'unit'], 'LBR', 'C62'],
  ],
  [
    'R18 catch weight, priced by the pound and weighed',
    [
      [['lines', 0, 'price', 'unit'], 'LBR'],
      [['lines', 0, 'pricedQuantity'], { value: '30.55', unit: 'LBR' }],
      [['lines', 0, 'net'], '99.44'],
      [['total'], '113.44'],
    ],
    undefined,
  ],
  [
    'R18 a net of what was counted, where it was weighed',
    [
      [['lines', 0, 'price', 'unit'], 'LBR'],
      [['lines', 0, 'pricedQuantity'], { value: '30.55', unit: 'LBR' }],
    ],
    ['line-net-differs', 'error', ['lines', 0, 'net'], '78.12', '99.44'],
  ],
  [
    'R18 nothing weighed',
    [
      [['lines', 0, 'pricedQuantity'], { value: '0', unit: 'C62' }],
      [['lines', 0, 'net'], '0'],
      [['total'], '14'],
    ],
    ['priced-quantity-not-positive', 'error', ['lines', 0, 'pricedQuantity', 'value'], '0'],
  ],
  [
    'R25 a credit memo with a sign beside its type',
    [
      [['type'], 'creditMemo'],
      [['allowancesCharges'], [{ kind: 'allowance', code: 'C310', amount: '100' }]],
      [['total'], '-20.38'],
    ],
    ['credit-negative', 'error', ['total'], '-20.38'],
  ],
  [
    'R23 a discount that is not the percent of the terms',
    [
      [['terms'], { discountPercent: '2' }],
      [['discountAmounts'], { discountable: '92.12', discount: '1.85' }],
    ],
    ['discount-differs', 'warning', ['discountAmounts', 'discount'], '1.85', '1.84'],
  ],
  [
    'R23 due with discount, but not total less discount',
    [
      [['terms'], { discountPercent: '2' }],
      [['discountAmounts'], { discountable: '92.12', discount: '1.84', discounted: '90.27' }],
    ],
    ['discount-differs', 'warning', ['discountAmounts', 'discounted'], '90.27', '90.28'],
  ],
  [
    'R23 a discount that agrees with the terms',
    [
      [['terms'], { discountPercent: '2' }],
      [['discountAmounts'], { discountable: '92.12', discount: '1.84', discounted: '90.28' }],
    ],
    undefined,
  ],
  [
    'a tax below zero',
    [
      [['taxes', 0, 'amount'], '-1'],
      [['total'], '90.12'],
    ],
    ['tax-negative', 'error', ['taxes', 0, 'amount'], '-1'],
  ],
  [
    'gotcha 16 a tax that is not its rate of what is taxable',
    [[['taxes', 0], { category: 'ST', rate: '7', taxable: '10', amount: '1' }]],
    ['tax-differs', 'warning', ['taxes', 0, 'amount'], '1', '0.7'],
  ],
  [
    'gotcha 16 a tax that the prices hold already is not added',
    [
      [['taxes', 0, 'included'], true],
      [['total'], '91.12'],
    ],
    undefined,
  ],
  [
    'gotcha 15 a charge that is not its rate by its quantity',
    [
      [
        ['allowancesCharges', 0],
        { kind: 'charge', code: 'D240', amount: '12.5', rate: '2', quantity: { value: '6', unit: 'XCT' } },
      ],
    ],
    ['allowance-charge-differs', 'warning', ['allowancesCharges', 0, 'amount'], '12.5', '12'],
  ],
  [
    'gotcha 15 an allowance that is billed back is not taken off',
    [[['lines', 0, 'allowancesCharges'], [{ kind: 'allowance', code: 'C310', amount: '5', method: 'billBack' }]]],
    undefined,
  ],
  [
    'gotcha 19 a price of zero whose basis does not say that it is free',
    [
      [['lines', 1, 'price'], { amount: '0', basis: 'PE' }],
      [['lines', 1, 'net'], '0'],
      [['total'], '91.62'],
    ],
    ['price-zero-unexplained', 'error', ['lines', 1, 'price', 'basis'], 'PE', 'NC'],
    { noChargeBases: ['NC'] },
  ],
  [
    'gotcha 19 a price of zero that is no charge',
    [
      [['lines', 1, 'price'], { amount: '0', basis: 'NC' }],
      [['lines', 1, 'net'], '0'],
      [['total'], '91.62'],
    ],
    undefined,
    { noChargeBases: ['NC'] },
  ],
  [
    'a price for no units',
    [[['lines', 1, 'price', 'per'], '0']],
    ['price-negative', 'error', ['lines', 1, 'price', 'per'], '0'],
  ],
  [
    'gotcha 10 a line id used twice',
    [[['lines', 1, 'lineId'], '1']],
    ['line-id-repeated', 'error', ['lines', 1, 'lineId']],
  ],
  [
    'a quantity of zero',
    [
      [['lines', 1, 'quantity', 'value'], '0'],
      [['lines', 1, 'net'], '0'],
      [['total'], '91.62'],
    ],
    ['quantity-not-positive', 'error', ['lines', 1, 'quantity', 'value']],
  ],
  [
    'a charge with a sign',
    [
      [['allowancesCharges', 0, 'amount'], '-12.5'],
      [['total'], '67.12'],
    ],
    ['allowance-charge-negative', 'error', ['allowancesCharges', 0, 'amount'], '-12.5'],
  ],
  ['an unknown currency', [[['currency'], 'XXA']], ['currency-unknown', 'error', ['currency']]],
  ['a credit memo', [[['type'], 'creditMemo']], undefined],
];

const itemRows: readonly Row[] = [
  [
    'a unit given twice',
    [
      [
        ['conversions'],
        [
          { unit: 'XCS', baseUnits: '12' },
          { unit: 'XCS', baseUnits: '24' },
        ],
      ],
    ],
    ['conversion-invalid', 'error', ['conversions', 1, 'unit'], 'XCS'],
  ],
  [
    'the base unit as a conversion',
    [[['conversions', 0, 'unit'], 'C62']],
    ['conversion-invalid', 'error', ['conversions', 0, 'unit'], 'C62'],
  ],
  [
    'a case of nothing',
    [[['conversions', 0, 'baseUnits'], '0']],
    ['conversion-invalid', 'error', ['conversions', 0, 'baseUnits'], '0'],
  ],
  [
    'a case of less than nothing',
    [[['conversions', 0, 'baseUnits'], '-12']],
    ['conversion-invalid', 'error', ['conversions', 0, 'baseUnits'], '-12'],
  ],
  ['a price below zero', [[['price'], '-1']], ['price-negative', 'error', ['price'], '-1']],
  ['an unknown base unit', [[['baseUnit'], 'ZZ']], ['unit-unknown', 'warning', ['baseUnit'], 'ZZ']],
];

const customerRows: readonly Row[] = [
  [
    'a ship-to number used twice',
    [[['shipTo'], [customer.shipTo[0], customer.shipTo[0]]]],
    ['ship-to-repeated', 'error', ['shipTo', 1, 'shipToNumber'], '0012'],
  ],
  [
    'a GLN with a wrong check digit',
    [[['ids'], [{ scheme: 'gln', value: '0614141123453' }]]],
    ['gln-invalid', 'warning', ['ids', 0, 'value']],
  ],
];

describe('rules of an order', () => {
  for (const row of orderRows) it(row[0], () => expectIssue(Order, order, row));
});
describe('rules of an acknowledgment', () => {
  for (const row of acknowledgmentRows) it(row[0], () => expectIssue(OrderAcknowledgment, acknowledgment, row));
});
describe('rules of a shipment', () => {
  for (const row of shipmentRows) it(row[0], () => expectIssue(Shipment, shipment, row));
});
describe('rules of an invoice', () => {
  for (const row of invoiceRows) it(row[0], () => expectIssue(Invoice, invoice, row));
});
describe('rules of an item', () => {
  for (const row of itemRows) it(row[0], () => expectIssue(Item, item, row));
});
describe('rules of a customer', () => {
  for (const row of customerRows) it(row[0], () => expectIssue(Customer, customer, row));
});

describe('check', () => {
  it.each<[string, CanonicalDocument]>([
    ['an order', order],
    ['an acknowledgment', acknowledgment],
    ['a shipment', shipment],
    ['an invoice', invoice],
  ])('finds in %s what validate finds after the schema', (_, document) => {
    expect(check(document)).toEqual([]);
    const unknown =
      document.kind === 'shipment' ? at(document, ['shippedOn'], '2027-01-01') : at(document, ['currency'], 'XXA');
    expect(check(unknown)).toHaveLength(1);
  });

  it('a ring of units is found whole, and what only hangs on it is not in it', () => {
    const units = [
      ['a', 'b'],
      ['b', 'c'],
      ['c', 'b'],
      ['d', undefined],
    ].map(([unitId = '', parentId]) => ({ unitId, parentId, type: 'carton' as const }));
    const items = shipment.items.map((packedItem) => ({ ...packedItem, unitId: 'a' }));
    const found = check({ ...shipment, units, items }).map(({ code, path }) => [code, path[1]]);
    expect(found).toEqual([
      ['unit-tree-cyclic', 1],
      ['unit-tree-cyclic', 2],
    ]);
  });
});
