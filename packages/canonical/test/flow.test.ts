import { readFileSync } from 'node:fs';
import {
  check,
  type Invoice,
  invoiceRelease,
  type Order,
  orderBalance,
  type Remittance,
  type Return,
  type Shipment,
  unitOfX12,
} from '@dist/canonical';
import {
  add,
  convert,
  invoiceTotals,
  normalize,
  type PriceTolerance,
  priceWithin,
  signedTotal,
  sum,
  type UntotalledInvoice,
} from '@dist/canonical/arithmetic';
import { describe, expect, it } from 'vitest';
import { inReference, referenceFolder } from './reference-folder.ts';
import { invoice as invoiceSample, order as orderSample, shipment as shipmentSample } from './sample.ts';

// The flows of the reference material that turn on price, money and splits, by their names there: what these packages decide of
// each, with the numbers of the case, and what decides the rest.
interface Flow {
  name: string;
  given: {
    priceTolerance?: PriceTolerance;
    contract?: Record<string, string>;
    items?: Record<string, Record<string, string>>;
  };
  when: {
    event: string;
    po?: string;
    trn02?: string;
    bpr02?: string;
    lines?: LineOfFlow[];
  }[];
  then: {
    balance?: string;
    parts?: Record<string, Record<string, string>>;
    deductions?: { amount: string }[];
    sent?: { total?: string; line?: { amount: string } }[];
  };
}

interface LineOfFlow {
  line?: string;
  item?: string;
  qty?: string;
  unit?: string;
  price?: string;
  priceUnit?: string;
  weight?: string;
  sdq?: { unit: string; stores: Record<string, string> };
  sdqSegments?: { unit: string; pairs: [string, string][] }[];
  invoice?: string;
  gross?: string;
  net?: string;
  adjustment?: { reason: string; amount: string };
  good?: string;
  refused?: string;
}

const files = ['price', 'money', 'split'];
const flows: readonly Flow[] = referenceFolder
  ? files.flatMap((file) => JSON.parse(readFileSync(inReference('cases', 'flow', `${file}.json`), 'utf8')) as Flow[])
  : [];

const unit = (code: string): string => unitOfX12(code) ?? code;

/** `6 CA` as a quantity. */
function quantity(text: string): { value: string; unit: string } {
  const [value = '', code = ''] = text.split(' ');
  return { value: normalize(value), unit: unit(code) };
}

/** `{ "base": "EA", "CA": "12 EA" }` as an item. */
function item({ base, ...packs }: Record<string, string> = {}) {
  const conversions = Object.entries(packs).map(([code, holds]) => ({
    unit: unit(code),
    baseUnits: quantity(holds).value,
  }));
  return { baseUnit: unit(base ?? 'EA'), conversions };
}

function orderOf({ when }: Flow): Order {
  const { po = '', lines: received = [] } = when[0] ?? {};
  const lines = received.map((line): Order['lines'][number] => {
    const stores = [
      ...Object.entries(line.sdq?.stores ?? {}).map(([store, value]) => [store, value, line.sdq?.unit] as const),
      ...(line.sdqSegments ?? []).flatMap((segment) =>
        segment.pairs.map(([store, value]) => [store, value, segment.unit] as const),
      ),
    ];
    const allocations = stores.map(([store, value, code]) => ({
      location: { scheme: 'buyer' as const, value: store },
      quantity: { value, unit: unit(code ?? '') },
    }));
    return {
      lineId: line.line ?? '',
      ids: [{ scheme: 'seller', value: line.item ?? '' }],
      quantity: quantity(`${line.qty} ${line.unit}`),
      price: { amount: normalize(line.price ?? '0'), ...(line.priceUnit ? { unit: unit(line.priceUnit) } : {}) },
      ...(allocations.length > 0 ? { allocations } : {}),
    };
  });
  return { ...orderSample, number: po, release: undefined, dates: {}, lines };
}

function shipmentOf(order: Order, value: string): Shipment {
  const row = { orderNumber: order.number, lineId: '1', ids: [], quantity: quantity(value) };
  return { ...shipmentSample, units: [], items: [row] };
}

const invoiceOf = (lines: UntotalledInvoice['lines']): UntotalledInvoice => ({
  ...invoiceSample,
  lines,
  allowancesCharges: [],
  taxes: [],
});

const codes = (issues: readonly { code: string }[]) => issues.map(({ code }) => code);

const decided: Readonly<Record<string, (flow: Flow) => void>> = {
  "A price inside the tolerance is accepted at the buyer's price": (flow) => {
    const [line] = orderOf(flow).lines;
    const { priceTolerance = {}, contract = {} } = flow.given;
    const agreed = { amount: contract['AX-100'] ?? '' };
    expect(line?.price && priceWithin(line.price, agreed, priceTolerance)).toBe(true);
  },
  'A price outside the tolerance is held for the pricing team': (flow) => {
    const [line] = orderOf(flow).lines;
    const { priceTolerance = {}, contract = {} } = flow.given;
    expect(line?.price && priceWithin(line.price, { amount: contract['AX-100'] ?? '' }, priceTolerance)).toBe(false);
  },
  'Cases ordered, eaches stocked: conversion goes through the item and the buyer sees cases': (flow) => {
    const order = orderOf(flow);
    const [line] = order.lines;
    if (!line?.price) throw new Error('the case has a priced line');
    const known = item(flow.given.items?.['AX-200']);
    expect(convert(line.quantity, known.baseUnit, known)).toEqual(quantity('72 EA'));
    const balance = orderBalance(order, { shipments: [shipmentOf(order, '72 EA')], itemOf: () => known });
    expect(balance).toMatchObject({ ok: true, value: [{ unit: unit('CA'), shipped: '6', open: '0' }] });
    const totals = invoiceTotals(invoiceOf([{ ...line, price: line.price }]));
    expect(totals).toMatchObject({ ok: true, value: { total: normalize('248.40') } });
  },
  'A unit that the item does not know stops the line': (flow) => {
    const order = orderOf(flow);
    const known = item(flow.given.items?.['AX-300']);
    const [line] = order.lines;
    expect(line && convert(line.quantity, known.baseUnit, known)).toBeUndefined();
    const balance = orderBalance(order, { shipments: [shipmentOf(order, '5 EA')], itemOf: () => known });
    expect([balance.ok, codes(balance.issues)]).toEqual([false, ['unit-unconvertible']]);
  },
  'An invoice that went out wrong is credited and billed anew': (flow) => {
    const sent: Pick<Invoice, 'type' | 'total'>[] = [
      { type: 'invoice', total: '78.00' },
      { type: 'creditMemo', total: '78.00' },
      { type: 'invoice', total: '72.00' },
    ];
    const { balance = '' } = flow.then;
    expect(sum(sent.map(signedTotal))).toBe(normalize(balance));
    const again: Invoice = { ...invoiceSample, number: 'INV5', type: 'creditMemo' };
    const used = { order: orderSample, balance: [], invoices: [{ ...invoiceSample, number: 'INV5' }] };
    expect(codes(invoiceRelease(again, used))).toEqual(['invoice-number-used']);
    expect(codes(invoiceRelease({ ...again, number: 'CM5' }, used))).toEqual([]);
  },
  'A short payment with a reason becomes a deduction record': (flow) => {
    const advice = remittanceOf(flow);
    expect(check(advice)).toEqual([]);
    const [deduction] = flow.then.deductions ?? [];
    expect(
      advice.lines.flatMap(({ adjustments = [] }) =>
        adjustments.map(({ amount }) => add(amount, deduction?.amount ?? '0')),
      ),
    ).toEqual(['0']);
  },
  'A remittance whose lines do not add up to the payment is held as a whole': (flow) => {
    const [issue, ...others] = check(remittanceOf(flow));
    expect(others).toEqual([]);
    expect(issue).toMatchObject({ code: 'remittance-total-differs', severity: 'error', expected: '490', found: '500' });
  },
  'A return inspected short is credited for what was found': (flow) => {
    const { good, refused } = flow.when[2]?.lines?.[0] ?? {};
    const credited = returnOf('credited', good, refused, '13');
    expect(check(credited)).toEqual([]);
    expect(codes(check({ ...credited, status: 'received' }))).toEqual(['credit-before-inspection']);
    expect(codes(check(returnOf('credited', '6', refused, '13')))).toEqual(['outcomes-exceed-received']);
  },
  'Catch weight: ordered in cases, priced by weight, balanced in cases': (flow) => {
    const order = orderOf(flow);
    const [line] = order.lines;
    if (!line?.price) throw new Error('the case has a priced line');
    const { qty = '', unit: code = '', weight = '' } = flow.when[1]?.lines?.[0] ?? {};
    const balance = orderBalance(order, { shipments: [shipmentOf(order, `${qty} ${code}`)] });
    expect(balance).toMatchObject({
      ok: true,
      value: [{ unit: unit('CA'), ordered: '10', shipped: '10', open: '0', over: '0' }],
    });
    const document = invoiceOf([{ ...line, price: line.price, pricedQuantity: quantity(weight) }]);
    const amount = flow.then.sent?.[0]?.line?.amount;
    expect(invoiceTotals(document)).toMatchObject({ ok: true, value: { total: amount } });
  },
  'A store-allocated order splits per store, each part submitted once, one 855 merges all': (flow) => {
    const order = orderOf(flow);
    expect(check(order)).toEqual([]);
    expect(byStore(order)).toEqual(flow.then.parts);
  },
  'Store allocations that do not add up to the line are held, not repaired': (flow) => {
    expect(check(orderOf(flow))).toMatchObject([
      { code: 'allocations-sum-differs', severity: 'error', expected: '60', found: '48' },
    ]);
  },
  'The same store twice in continued allocations is added up': (flow) => {
    const order = orderOf(flow);
    expect(check(order)).toEqual([]);
    expect(byStore(order)).toEqual(flow.then.parts);
  },
};

/** What the allocations of an order make for each store: `{ "0012": { "1": "24 EA" } }`. */
function byStore({ lines }: Order): Record<string, Record<string, string>> {
  const parts: Record<string, Record<string, string>> = {};
  for (const { lineId, allocations = [] } of lines) {
    for (const { location, quantity: part } of allocations) {
      const code = part.unit === unit('CA') ? 'CA' : part.unit;
      const store = parts[location.value] ?? {};
      parts[location.value] = store;
      const [before = '0'] = store[lineId]?.split(' ') ?? [];
      store[lineId] = `${add(before, part.value)} ${code}`;
    }
  }
  return parts;
}

function remittanceOf({ when }: Flow): Remittance {
  const { trn02 = '', bpr02 = '', lines = [] } = when[0] ?? {};
  return {
    kind: 'remittance',
    version: '1',
    traceNumber: trn02,
    handling: 'paymentWithRemittance',
    direction: 'credit',
    method: 'ach',
    total: normalize(bpr02),
    currency: 'USD',
    payer: { ids: [] },
    references: [],
    lines: lines.map(({ invoice = '', gross, net = '0', adjustment }) => ({
      type: 'invoice',
      number: invoice,
      net: normalize(net),
      ...(gross === undefined ? {} : { gross: normalize(gross) }),
      ...(adjustment === undefined ? {} : { adjustments: [{ ...adjustment, amount: normalize(adjustment.amount) }] }),
    })),
  };
}

function returnOf(status: Return['status'], good = '0', refused = '0', credited = '0'): Return {
  const six = quantity('6 EA');
  return {
    kind: 'return',
    version: '1',
    purpose: 'original',
    number: 'R1',
    status,
    requestedOn: '2026-02-01',
    receivedOn: '2026-02-05',
    currency: 'USD',
    parties: {},
    references: [],
    lines: [
      {
        lineId: '1',
        ids: [],
        quantity: six,
        reason: 'damaged',
        receivedQuantity: six,
        outcomes: [
          { decision: 'accepted', quantity: quantity(`${good} EA`), credited },
          { decision: 'refused', quantity: quantity(`${refused} EA`) },
        ],
      },
    ],
  };
}

/** What these packages do not decide of a flow, and why. */
const rest: Readonly<Record<string, string>> = {
  "A price inside the tolerance is accepted at the buyer's price":
    'whose price stands is policy, the phase a state: orchestration',
  'A price outside the tolerance is held for the pricing team':
    'a hold and its owner are states of the order: orchestration',
  'Cases ordered, eaches stocked: conversion goes through the item and the buyer sees cases':
    'which documents are due when: orchestration',
  'A unit that the item does not know stops the line': 'the hold, and that no ERP order is made: orchestration',
  'An invoice that went out wrong is credited and billed anew':
    'what the ERP posts becomes one document each: orchestration',
  'A short payment with a reason becomes a deduction record':
    'the same advice twice, owner, dispute date, paid by the bank: identity and facts over time',
  'A remittance whose lines do not add up to the payment is held as a whole':
    'that nothing of it is applied: its receiver',
  'A return inspected short is credited for what was found':
    'one credit memo sent, no more than was invoiced: needs the books',
  'Catch weight: ordered in cases, priced by weight, balanced in cases': 'that the invoice is sent: orchestration',
  'A store-allocated order splits per store, each part submitted once, one 855 merges all':
    'submitting, look-up and the merged answer: orchestration',
  'Store allocations that do not add up to the line are held, not repaired':
    'the hold, and the 997 that goes out nevertheless: orchestration, x12',
  'The same store twice in continued allocations is added up': 'the ERP orders by store: orchestration',
};

describe.skipIf(referenceFolder === undefined)(
  'flows of price, money and splits (reference material beside the repository)',
  () => {
    it.each(flows.map((flow) => [flow.name, flow] as const))('%s', (name, flow) => {
      expect([decided[name], rest[name]], 'each flow has a test, and says what is left').not.toContain(undefined);
      decided[name]?.(flow);
    });

    it('there is no test of a flow that is not there', () => {
      expect(Object.keys(decided)).toEqual(Object.keys(rest));
      expect(Object.keys(decided).filter((name) => !flows.some((flow) => flow.name === name))).toEqual([]);
    });
  },
);
