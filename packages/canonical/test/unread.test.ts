import {
  acknowledgedOrder,
  type CanonicalDocument,
  castDown,
  castUp,
  check,
  type Invoice,
  invoiceRelease,
  type Order,
  type OrderAcknowledgment,
  orderBalance,
  packSizes,
  priceUnits,
  reusedSsccs,
  type Shipment,
  validate,
} from '@dist/canonical';
import { invoiceTotals } from '@dist/canonical/arithmetic';
import * as documents from '@dist/canonical/testing';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { documentSchemas } from '../src/document/document-schemas.ts';
import { mutated } from './mutated.ts';
import { acknowledgment, at, invoice, order, shipment } from './sample.ts';

type Kind = CanonicalDocument['kind'];

const item = { baseUnit: 'C62', conversions: [{ unit: 'XCS', baseUnits: '12' }] };
const itemOf = () => item;
const kinds = Object.keys(documentSchemas) as Kind[];
const arbitraries = new Map<string, unknown>(Object.entries(documents));
const ofAnyKind = fc.constantFrom(...kinds).chain((kind) => {
  const make = arbitraries.get(kind);
  if (typeof make !== 'function') throw new Error(`no arbitrary of ${kind}`);
  return make() as fc.Arbitrary<unknown>;
});

describe('documents that no schema has read', () => {
  it('are checked, validated and cast without a throw, whatever stands in them', () => {
    fc.assert(
      fc.property(ofAnyKind.chain(mutated), fc.constantFrom(...kinds), (document, kind) => {
        for (const issues of [check(document as CanonicalDocument), validate(documentSchemas[kind], document).issues]) {
          for (const { code, message, path } of issues) expect([code, message, path.length]).not.toContain('');
        }
        castUp(document);
        castDown(document, { to: '0' });
      }),
      { numRuns: 200 },
    );
  });

  it('R23 invoices are totalled without a throw, and refused with a place', () => {
    const settings = fc.record({
      roundAt: fc.constantFrom<'line' | 'charge' | 'document'>('line', 'charge', 'document'),
      tax: fc.constantFrom<'stated' | 'line' | 'total'>('stated', 'line', 'total'),
      discountOn: fc.constantFrom<'total' | 'lines'>('total', 'lines'),
    });
    fc.assert(
      fc.property(documents.invoice().chain(mutated), settings, (document, how) => {
        const { ok, issues } = invoiceTotals(document as Invoice, how);
        expect(ok || issues.length > 0).toBe(true);
      }),
      { numRuns: 200 },
    );
  });

  const whole: Invoice = { ...invoice, terms: { discountPercent: '2', discountDays: 10 } };
  it.each<[string, (string | number)[], unknown, string]>([
    ['a discount that is no number', ['terms', 'discountPercent'], 'abc', 'decimal-wrong'],
    ['terms that are nothing', ['terms'], null, 'type-wrong'],
    ['a quantity that is a number', ['lines', 0, 'quantity', 'value'], 5, 'decimal-wrong'],
    ['a quantity without a unit', ['lines', 0, 'quantity', 'unit'], undefined, 'value-missing'],
    ['a line without a price', ['lines', 0, 'price'], undefined, 'value-missing'],
    ['a price of a million digits', ['lines', 0, 'price', 'amount'], '9'.repeat(1_000_000), 'decimal-wrong'],
    ['no lines', ['lines'], undefined, 'value-missing'],
    ['lines that are none', ['lines'], 'abc', 'type-wrong'],
    ['no currency', ['currency'], undefined, 'value-missing'],
    ['taxes that are none', ['taxes'], {}, 'type-wrong'],
    ['a charge without an amount', ['lines', 0, 'allowancesCharges'], [{ kind: 'charge' }], 'value-missing'],
  ])('R23 %s is an issue with its place', (_, path, value, code) => {
    const { issues } = invoiceTotals(at<Invoice>(whole, path, value));
    expect(issues.map((issue) => issue.code)).toEqual([code]);
    expect(issues[0]?.path.slice(0, path.length)).toEqual(path);
    expect(issues[0]?.found?.length ?? 0).toBeLessThan(81);
  });

  it.each([
    ['total', { total: 'abc' }],
    ['tolerance', { total: '1', tolerance: 'abc' }],
  ])('R23 a stated %s that is no number is an issue', (key, stated) => {
    expect(invoiceTotals(invoice, { stated }).issues).toMatchObject([
      { code: 'decimal-wrong', path: ['stated', key], found: 'abc' },
    ]);
  });

  it('R23 a residual line that is no text is an issue', () => {
    expect(invoiceTotals(invoice, { residualTo: Object.create(null) }).issues).toMatchObject([
      { code: 'type-wrong', path: ['residualTo'] },
    ]);
  });

  it.each([null, undefined, 5, {}, { kind: 'constructor' }, { kind: 'parcel' }])(
    '%j has no kind to check by',
    (json) => {
      expect(check(json as never)).toMatchObject([{ code: 'kind-unknown', path: ['kind'] }]);
    },
  );

  it('numbers of a million digits are an issue, and nothing is computed with them', () => {
    const long = '9'.repeat(1_000_000);
    const line = { ...invoice.lines[0], price: { amount: long }, quantity: { value: long, unit: 'C62' } };
    const codes = check({ ...invoice, lines: [line] } as Invoice).map(({ code }) => code);
    expect(codes).toEqual(['too-big', 'too-big']);
  });

  it.each([1n, Symbol('1'), () => '1'])('%s, which no JSON holds, is an issue', (lineId) => {
    const lines = order.lines.map((line) => ({ ...line, lineId }));
    const wrong = check({ ...order, lines } as never).filter(({ code }) => code === 'type-wrong');
    expect(wrong.map(({ path }) => path)).toEqual(lines.map((_, index) => ['lines', index, 'lineId']));
  });

  it('a ring of objects is an issue', () => {
    const ring: Record<string, unknown> = {};
    ring['lines'] = [ring];
    expect(check({ ...order, lines: [ring] } as never).map(({ code }) => code)).toContain('value-missing');
  });
});

describe('what is held against each other', () => {
  const broken = (document: unknown) => mutated(document);
  const shape = (issues: readonly { code: string }[]) => issues.every(({ code }) => code !== '');

  it.each<[string, unknown, (document: unknown) => readonly { code: string }[]]>([
    ['the order of a balance', order, (one) => orderBalance(one as Order, { shipments: [shipment], itemOf }).issues],
    ['its shipment', shipment, (one) => orderBalance(order, { shipments: [one as Shipment], itemOf }).issues],
    ['an acknowledgment', acknowledgment, (one) => acknowledgedOrder(one as OrderAcknowledgment, order, itemOf)],
    ['the order of one', order, (one) => acknowledgedOrder(acknowledgment, one as Order, itemOf)],
    ['an invoice to go out', invoice, (one) => invoiceRelease(one as Invoice, { order, balance: [], itemOf })],
    ['the order of one', order, (one) => invoiceRelease(invoice, { order: one as Order, balance: [], itemOf })],
    ['an order with packs', order, (one) => packSizes(one as Order, itemOf)],
    ['an order with prices', order, (one) => priceUnits(one as Order, itemOf)],
    ['a labelled shipment', shipment, (one) => reusedSsccs(one as Shipment, [])],
  ])('%s may hold anything, and nothing is thrown', (_, document, ask) => {
    fc.assert(
      fc.property(broken(document), (one) => {
        expect(shape(ask(one))).toBe(true);
      }),
      { numRuns: 100 },
    );
  });

  it('the issue says in which of the documents', () => {
    const wrong = at(shipment, ['items', 0, 'quantity', 'value'], 'abc');
    const named = at(wrong, ['items', 0, 'orderNumber'], order.number);
    const { issues } = orderBalance(order, { shipments: [named], itemOf });
    expect(issues).toMatchObject([{ code: 'format-wrong', path: ['shipments', 0, 'items', 0, 'quantity', 'value'] }]);
  });

  it('a mistake of the program is thrown', () => {
    const wrong = () => ({ baseUnit: 'C62', conversions: [{ unit: 'XCS', baseUnits: 'twelve' }] });
    const cases = at<Order>(order, ['lines', 0, 'quantity', 'unit'], 'XCS');
    const packed = at<Order>(cases, ['lines', 0, 'packSize'], '12');
    expect(() => packSizes(packed, wrong)).toThrow(RangeError);
  });
});
