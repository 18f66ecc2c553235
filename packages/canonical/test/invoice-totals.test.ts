import { check, type Invoice, type Tax } from '@dist/canonical';
import {
  chargeAmount,
  compare,
  documentTotal,
  type InvoiceTotals,
  invoiceTotals,
  percentOf,
  pricedQuantity,
  priceWithin,
  signedTotal,
  subtract,
  sum,
  type TotalSettings,
  type UntotalledInvoice,
} from '@dist/canonical/arithmetic';
import { allowanceCharge, invoice as arbitraryInvoice, decimal } from '@dist/canonical/testing';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { inUnits, minus, over, plus, type Rational, rational, same, times, total } from './rational.ts';
import { invoice } from './sample.ts';

const cases = { baseUnit: 'C62', conversions: [{ unit: 'XCS', baseUnits: '12' }] };

function computed(document: UntotalledInvoice, settings: TotalSettings = {}): InvoiceTotals {
  const result = invoiceTotals(document, settings);
  if (!result.ok) throw new Error(result.issues[0]?.message);
  return result.value;
}

/** An invoice of lines of one piece each: `[price, per]`. */
const ofPrices = (...prices: [string, string?][]): UntotalledInvoice => ({
  ...invoice,
  allowancesCharges: [],
  taxes: [],
  lines: prices.map(([amount, per], index) => ({
    lineId: `L${index + 1}`,
    ids: [],
    quantity: { value: '1', unit: 'C62' },
    price: { amount, per },
  })),
});

const withTax = (document: UntotalledInvoice, tax: Tax): UntotalledInvoice => ({
  ...document,
  lines: document.lines.map((line) => ({ ...line, taxes: [tax] })),
});

describe('R23 what an invoice makes', () => {
  it('by default each line is rounded once, half up, and the sample says what it says', () => {
    const totals = computed(invoice);
    expect(totals.lines.map(({ net }) => net)).toEqual(invoice.lines.map(({ net }) => net));
    expect(totals.total).toBe(invoice.total);
  });

  it.each<[string, TotalSettings, string, string | undefined]>([
    ['on each line', {}, '0.99', undefined],
    ['on each line, to the even neighbour', { rounding: 'halfEven' }, '0.99', undefined],
    ['once on the document', { roundAt: 'document' }, '1', '0.01'],
    ['once on the document, downwards', { roundAt: 'document', rounding: 'down' }, '1', '0.01'],
    ['on each line, away from zero', { rounding: 'up' }, '1.02', undefined],
  ])('three thirds rounded %s', (_, settings, expected, residual) => {
    const totals = computed(ofPrices(['1', '3'], ['1', '3'], ['1', '3']), settings);
    expect([totals.total, totals.residual?.amount]).toEqual([expected, residual]);
    expect(sum(totals.lines.map(({ net }) => net))).toBe(expected);
  });

  it('rounded on each charge: a line of 10.001 with two charges of 0.004', () => {
    const charge = { kind: 'charge', code: 'D240', amount: '0.004' } as const;
    const document = ofPrices(['10.001']);
    const [line] = document.lines;
    const charged = { ...document, lines: line ? [{ ...line, allowancesCharges: [charge, charge] }] : [] };
    expect(computed(charged, { roundAt: 'charge' }).total).toBe('10');
    expect(computed(charged, { roundAt: 'line' }).total).toBe('10.01');
  });

  it('gotcha 17 the residual goes to the line that is named, and no price is edited', () => {
    const document = ofPrices(['1', '3'], ['1', '3'], ['1', '3']);
    const totals = computed(document, { roundAt: 'document', residualTo: 'L3' });
    expect(totals.residual).toEqual({ lineId: 'L3', amount: '0.01' });
    expect(totals.lines.map(({ net }) => net)).toEqual(['0.33', '0.33', '0.34']);
    const lines = document.lines.map((line, index) => ({ ...line, net: totals.lines[index]?.net ?? '' }));
    const stated: Invoice = { ...document, lines, total: totals.total };
    expect(check(stated).map(({ code }) => code)).toEqual(['line-net-differs']);
    expect(check(stated, { tolerance: '0.01' })).toEqual([]);
  });

  it.each<[string, TotalSettings['stated'], string | undefined, string]>([
    ['the same', { total: '0.66' }, undefined, '0.66'],
    ['a cent more, within the tolerance', { total: '0.67', tolerance: '0.01' }, '0.01', '0.67'],
    ['a cent less, within the tolerance', { total: '0.65', tolerance: '0.01' }, '-0.01', '0.65'],
  ])('gotcha 17 a total that stands already: %s', (_, stated, residual, expected) => {
    const totals = computed(ofPrices(['1', '3'], ['1', '3']), { stated });
    expect([totals.total, totals.residual?.amount]).toEqual([expected, residual]);
  });

  it.each<[string, UntotalledInvoice, TotalSettings, string]>([
    ['an unknown currency', { ...invoice, currency: 'XXX' }, {}, 'currency-unknown'],
    ['a price for none', ofPrices(['1', '0']), {}, 'price-negative'],
    [
      'a stated total out of reach',
      ofPrices(['1']),
      { stated: { total: '1.02', tolerance: '0.01' } },
      'invoice-total-differs',
    ],
    [
      'a residual line that is not there',
      ofPrices(['1', '3'], ['1', '3'], ['1', '3']),
      { roundAt: 'document', residualTo: 'X' },
      'residual-line-unknown',
    ],
    ['a residual and no line', ofPrices(), { stated: { total: '1', tolerance: '1' } }, 'residual-line-unknown'],
  ])('no answer, and why: %s', (_, document, settings, code) => {
    const result = invoiceTotals(document, settings);
    expect([result.ok, result.issues.map((issue) => issue.code)]).toEqual([false, [code]]);
  });
});

describe('invoices of any size', () => {
  it('prices for many different numbers of units are refused where one exact sum would grow without end', () => {
    const bases = (count: number) =>
      ofPrices(...Array.from({ length: count }, (_, index): [string, string] => ['1', `1${index}.7`]));
    expect(invoiceTotals(bases(101), { roundAt: 'document' }).issues.map(({ code }) => code)).toEqual([
      'price-bases-too-many',
    ]);
    expect(invoiceTotals(bases(100), { roundAt: 'document' }).ok).toBe(true);
    expect(invoiceTotals(bases(101)).ok).toBe(true);
  });

  it('five thousand lines of one tax are one sum', () => {
    const tax = { category: 'ST', rate: '7', amount: '0' };
    const totals = computed(withTax(ofPrices(...Array.from({ length: 5_000 }, (): [string] => ['0.1'])), tax), {
      tax: 'total',
    });
    expect([totals.tax, totals.total]).toEqual(['35', '535']);
  });
});

describe('gotcha 16 tax', () => {
  const tax = { category: 'ST', rate: '7', amount: '0' };
  const document = withTax(ofPrices(['0.95'], ['0.95'], ['0.95']), tax);

  it.each<[string, TotalSettings['tax'], string[]]>([
    ['as stated', 'stated', ['0', '0', '0']],
    ['from the rate on each line', 'line', ['0.07', '0.07', '0.07']],
    ['on the total, and the cent is not lost', 'total', ['0.07', '0.07', '0.06']],
  ])('%s', (_, setting, amounts) => {
    const totals = computed(document, { tax: setting });
    expect(totals.lines.map(({ taxes }) => taxes[0]?.amount)).toEqual(amounts);
    expect(totals.tax).toBe(sum(amounts));
  });

  it('a tax on the whole document is taken of lines and charges', () => {
    const charged: UntotalledInvoice = {
      ...ofPrices(['10']),
      allowancesCharges: [{ kind: 'charge', code: 'D240', amount: '5' }],
      taxes: [tax],
    };
    expect(computed(charged, { tax: 'total' })).toMatchObject({ tax: '1.05', total: '16.05' });
  });

  it('of what is taxable alone, and what the price holds already is told and not added', () => {
    const partly = withTax(ofPrices(['10']), { ...tax, taxable: '4' });
    expect(computed(partly, { tax: 'line' })).toMatchObject({ tax: '0.28', total: '10.28' });
    const included = withTax(ofPrices(['10.70']), { ...tax, included: true });
    const totals = computed(included, { tax: 'line' });
    expect([totals.lines[0]?.taxes[0]?.amount, totals.tax, totals.total]).toEqual(['0.7', '0', '10.7']);
  });

  it('lines with another rate are another tax', () => {
    const [first, ...rest] = document.lines;
    const mixed = { ...document, lines: [...rest, ...(first ? [{ ...first, taxes: [{ ...tax, rate: '0' }] }] : [])] };
    expect(computed(mixed, { tax: 'total' }).lines.map(({ taxes }) => taxes[0]?.amount)).toEqual(['0.07', '0.06', '0']);
  });
});

describe('R23 terms of payment', () => {
  const document: UntotalledInvoice = {
    ...withTax(ofPrices(['100']), { category: 'ST', amount: '7' }),
    allowancesCharges: [{ kind: 'charge', code: 'D240', amount: '10' }],
    terms: { discountPercent: '2', discountDays: 10, netDays: 30 },
  };

  it.each<[TotalSettings['discountOn'], string, string, string]>([
    [undefined, '117', '2.34', '114.66'],
    ['beforeTax', '110', '2.2', '114.8'],
    ['lines', '100', '2', '115'],
  ])('a discount on %s', (discountOn, basis, amount, due) => {
    const totals = computed(document, { discountOn });
    expect(totals.discount).toEqual({ basis, amount, due });
    expect(totals.total).toBe('117');
  });

  it('no terms, no discount', () => expect(computed({ ...document, terms: { netDays: 30 } }).discount).toBeUndefined());
});

describe('gotcha 15 allowances and charges', () => {
  it.each<[string, Parameters<typeof chargeAmount>[0], string]>([
    ['an amount', { amount: '12.505' }, '12.51'],
    ['percent of a base', { percent: '2.5', of: '78.12' }, '1.95'],
    ['for each unit', { perUnit: '0.125', quantity: '24' }, '3'],
  ])('%s', (_, basis, expected) => expect(chargeAmount(basis, 2)).toBe(expected));

  it('an amount below zero is a mistake of the program: the kind carries the sign', () => {
    expect(() => chargeAmount({ percent: '2', of: '-100' }, 2)).toThrow(RangeError);
  });

  it.each([
    ['offInvoice', '95'],
    ['paidByCustomer', '95'],
    ['billBack', '100'],
    ['vendorCheck', '100'],
    ['creditAccount', '100'],
    ['paidByVendor', '100'],
  ] as const)('an allowance that is settled %s', (method, expected) => {
    const allowance = { kind: 'allowance', code: 'C310', amount: '5', method } as const;
    expect(computed({ ...ofPrices(['100']), allowancesCharges: [allowance] }).total).toBe(expected);
  });

  it('a credit memo has no sign in the document, and one in the books', () => {
    expect([signedTotal({ type: 'invoice', total: '13' }), signedTotal({ type: 'creditMemo', total: '13' })]).toEqual([
      '13',
      '-13',
    ]);
  });
});

describe('R18 R16 gotcha 11 units go through the item', () => {
  const line = (
    value: string,
    unit: string,
    price: { amount: string; per?: string; unit?: string },
  ): UntotalledInvoice => ({
    ...ofPrices(),
    lines: [{ lineId: '1', ids: [], quantity: { value, unit }, price }],
  });

  it.each<[string, UntotalledInvoice, string]>([
    ['six cases at a price per each', line('6', 'XCS', { amount: '3.45', unit: 'C62' }), '248.4'],
    ['six cases at a price per case', line('6', 'XCS', { amount: '41.40', unit: 'XCS' }), '248.4'],
    ['gotcha 12 seven pieces at a price per hundred', line('7', 'C62', { amount: '10', per: '100' }), '0.7'],
    ['gotcha 12 72 pieces at a price for 12 of them', line('72', 'C62', { amount: '41.40', per: '12' }), '248.4'],
    ['gotcha 19 samples for nothing', line('6', 'XCS', { amount: '0' }), '0'],
  ])('%s', (_, document, expected) => expect(computed(document, { itemOf: () => cases }).total).toBe(expected));

  it.each([
    ['no item', undefined],
    ['an item that does not know the unit', { baseUnit: 'C62', conversions: [] }],
  ])('with %s nothing is guessed', (_, item) => {
    const result = invoiceTotals(line('6', 'XCS', { amount: '3.45', unit: 'C62' }), { itemOf: () => item });
    expect(result.issues.map(({ code, path }) => [code, path])).toEqual([
      ['price-unit-differs', ['lines', 0, 'price']],
    ]);
  });

  it('a quantity that is no decimal of the price’s unit is refused', () => {
    expect(
      pricedQuantity({ quantity: { value: '1', unit: 'C62' }, price: { amount: '1', unit: 'XCS' } }, cases),
    ).toBeUndefined();
  });
});

describe('gotcha 18 a price beside the one agreed', () => {
  const percent = { percent: '1' };
  it.each<[string, Parameters<typeof priceWithin>, boolean | undefined]>([
    ['equal', [{ amount: '3.25' }, { amount: '3.25' }, {}], true],
    ['equal on another basis', [{ amount: '325', per: '100' }, { amount: '3.25' }, {}], true],
    ['a cent off and no tolerance', [{ amount: '3.26' }, { amount: '3.25' }, {}], false],
    ['within one percent', [{ amount: '99' }, { amount: '100' }, percent], true],
    ['just beyond one percent', [{ amount: '98.99' }, { amount: '100' }, percent], false],
    [
      'within an amount for one, both per hundred',
      [{ amount: '105', per: '100' }, { amount: '100', per: '100' }, { absolute: '0.05' }],
      true,
    ],
    [
      'beyond an amount for one',
      [{ amount: '106', per: '100' }, { amount: '100', per: '100' }, { absolute: '0.05' }],
      false,
    ],
    [
      'within the percent, beyond the amount',
      [{ amount: '99' }, { amount: '100' }, { percent: '1', absolute: '0.05' }],
      false,
    ],
    [
      'one of them is enough',
      [{ amount: '99' }, { amount: '100' }, { percent: '1', absolute: '0.05', rule: 'either' }],
      true,
    ],
    [
      'per each beside per case, through the item',
      [{ amount: '3.45', unit: 'C62' }, { amount: '41.40', unit: 'XCS' }, {}, { item: cases }],
      true,
    ],
    [
      'and the other way round',
      [{ amount: '41.40', unit: 'XCS' }, { amount: '3.45' }, {}, { unit: 'C62', item: cases }],
      true,
    ],
    [
      'in other units and no item',
      [{ amount: '3.45', unit: 'C62' }, { amount: '41.40', unit: 'XCS' }, percent],
      undefined,
    ],
  ])('%s', (_, [price, agreed, tolerance, how], expected) =>
    expect(priceWithin(price, agreed, tolerance, how)).toBe(expected),
  );
});

describe('R23 against exact quotients of whole numbers', () => {
  const documents = fc
    .tuple(arbitraryInvoice(), fc.constantFrom(undefined, '3', '7', '12', '100'))
    .map(([document, per]) => ({
      ...document,
      lines: document.lines.map((line) => ({ ...line, price: { ...line.price, per } })),
    }));
  const places = (currency: string) => (currency === 'JPY' ? 0 : 2);
  const charges = (list: Invoice['allowancesCharges'] = []): Rational =>
    total(
      list.map(({ kind, amount }) => (kind === 'charge' ? rational(amount) : minus(rational('0'), rational(amount)))),
    );
  const exactLine = ({ price, quantity, allowancesCharges }: Invoice['lines'][number]): Rational =>
    plus(
      over(times(rational(price.amount), rational(quantity.value)), rational(price.per ?? '1')),
      charges(allowancesCharges),
    );

  it('each net is its exact amount, rounded once', () => {
    fc.assert(
      fc.property(documents, (document) => {
        const digits = places(document.currency);
        const nets = computed(document).lines.map(({ net }) => inUnits(rational(net), digits));
        expect(nets).toEqual(document.lines.map((line) => inUnits(exactLine(line), digits)));
      }),
      { numRuns: 150 },
    );
  });

  it('rounded once on the document, the total is the exact sum rounded once, and the parts make it', () => {
    fc.assert(
      fc.property(documents, (document) => {
        const digits = places(document.currency);
        const taxes = total((document.taxes ?? []).map(({ amount }) => rational(amount)));
        const exact = plus(plus(total(document.lines.map(exactLine)), charges(document.allowancesCharges)), taxes);
        const totals = computed(document, { roundAt: 'document' });
        // Taxes and charges of these documents may have cents where the currency has none: they are kept, not rounded away.
        expect(inUnits(rational(totals.total), digits)).toBe(inUnits(exact, digits));
        const parts = [...totals.lines.map(({ net }) => net), totals.allowancesCharges, totals.tax];
        expect(sum(parts)).toBe(totals.total);
      }),
      { numRuns: 150 },
    );
  });

  it('a tax on the total is the exact tax rounded once, and its parts make it', () => {
    fc.assert(
      fc.property(documents, decimal({ places: 3, max: 30 }), (document, rate) => {
        const digits = places(document.currency);
        const taxed = withTax({ ...document, taxes: [] }, { category: 'ST', rate, amount: '0' });
        const totals = computed(taxed, { tax: 'total' });
        const nets = total(totals.lines.map(({ net }) => rational(net)));
        const exact = over(times(nets, rational(rate)), rational('100'));
        expect(inUnits(rational(totals.tax), digits)).toBe(inUnits(exact, digits));
      }),
      { numRuns: 100 },
    );
  });

  it('what is computed agrees with what the rules compute, whatever the charges', () => {
    fc.assert(
      fc.property(documents, fc.array(allowanceCharge(), { maxLength: 2 }), (document, allowancesCharges) => {
        const totals = computed({ ...document, allowancesCharges });
        const lines = document.lines.map((line, index) => ({ ...line, net: totals.lines[index]?.net ?? '' }));
        const digits = places(document.currency);
        const stated = { ...document, allowancesCharges, lines };
        const apart = subtract(documentTotal(stated), totals.total).replace('-', '');
        expect(compare(apart, digits === 0 ? '1' : '0')).not.toBe(1);
        expect(check({ ...stated, type: 'invoice', total: documentTotal(stated) })).toEqual([]);
      }),
      { numRuns: 100 },
    );
  });

  it('percent of an amount', () => {
    fc.assert(
      fc.property(decimal({ places: 3 }), decimal({ places: 3, max: 100 }), (amount, percent) => {
        const exact = over(times(rational(amount), rational(percent)), rational('100'));
        expect(same(rational(percentOf(amount, percent, 8)), exact)).toBe(true);
      }),
    );
  });
});
