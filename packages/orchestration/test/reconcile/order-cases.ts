import { accepted, captured, enriched, failed, line, order } from '../sample.ts';
import {
  adoptAll,
  fulfilling,
  id,
  lineOf,
  name,
  type ReportCase,
  seen,
  shipped,
  story,
  taken,
  withFields,
} from './report-case.ts';

const submitted = story(...taken);
const parked = story(...taken, failed(`${id}/erp.submit/1`, 'pricing'));
const leave = { owner: 'partner', whenNew: 'ignore', whenDifferent: 'ignore' } as const;
const reference = 'northfield.PO-1';
const released = (hold: string) => ({ type: 'hold.released', hold, by: 'a person' }) as const;
const cancelled = { type: 'cancel.requested', cancel: 'c1', reason: 'changed its mind' } as const;

/** What an ERP or a shop has of the order itself. */
export const orderCases: readonly ReportCase[] = [
  { sentence: 'R28 what agrees tells nothing', state: fulfilling, records: [seen('24')], told: [], found: [] },
  {
    sentence: 'R28 another unit for the same quantity agrees',
    state: fulfilling,
    records: [seen('24', { lines: [{ lineId: '1', quantity: { value: '2', unit: 'XCS' } }] })],
    told: [],
    found: [],
  },
  {
    sentence: 'R28 a lost acceptance is told once the question has been given up',
    state: parked,
    records: [seen('24', { externalReference: reference })],
    told: ['erp.accepted'],
    found: ['notAccepted told SO-1'],
  },
  {
    sentence: 'R28 an answer that is on its way is not told twice',
    state: submitted,
    records: [seen('24', { externalReference: reference })],
    told: [],
    found: [],
  },
  {
    sentence: 'R28 an answer that was on its way when the order was given up is told: nobody asks any more',
    state: story(...taken, { type: 'operator.abandoned', by: 'a person', reason: 'a trial' }),
    records: [seen('24', { externalReference: reference })],
    told: ['erp.accepted'],
    found: ['notAccepted told SO-1'],
  },
  {
    sentence: 'R19 R28 a second ERP order under one reference waits for a person',
    state: fulfilling,
    records: [seen('24', { number: 'SO-2', externalReference: reference })],
    told: ['hold.placed'],
    found: ['doubled held SO-2'],
  },
  {
    sentence: 'R20 less at the ERP, which owns it, ends the line short',
    state: fulfilling,
    records: [seen('20')],
    told: ['line.shortClosed'],
    found: ['quantityDifference told SO-1'],
  },
  {
    sentence: 'R28 of an order that was seen twice the later state counts',
    state: fulfilling,
    records: [seen('20', { changedAt: '2026-03-02T08:55:00.000Z' }), seen('24')],
    told: ['line.shortClosed'],
    found: ['quantityDifference told SO-1'],
  },
  {
    sentence: 'R20 less at the ERP waits for a person where the partner owns it',
    state: fulfilling,
    records: [seen('20')],
    policy: withFields({ quantity: { ...adoptAll, owner: 'partner', whenDifferent: 'hold' } }),
    told: ['hold.placed'],
    found: ['quantityDifference held SO-1'],
  },
  {
    sentence: 'R20 less at the ERP is left where the table says so',
    state: fulfilling,
    records: [seen('20')],
    policy: withFields({ quantity: leave }),
    told: [],
    found: ['quantityDifference ignored SO-1'],
  },
  {
    sentence: 'R20 more at the ERP waits for a person',
    state: fulfilling,
    records: [seen('30')],
    told: ['hold.placed'],
    found: ['quantityDifference held SO-1/1'],
  },
  {
    sentence: 'R20 more at the ERP is a change where it is adopted, and the ERP is not asked for it',
    state: fulfilling,
    records: [seen('30')],
    policy: withFields({ raisedQuantity: adoptAll }),
    told: ['change.result', 'change.requested'],
    found: ['quantityDifference told SO-1/1'],
  },
  {
    sentence: 'R20 a difference that a person let pass is not held again',
    state: story(...taken, accepted(), released('reconcile/raisedQuantity/SO-1/1/30')),
    records: [seen('30')],
    told: [],
    found: ['quantityDifference passed SO-1/1'],
  },
  {
    sentence: 'R28 a line that nobody ordered waits for a person',
    state: fulfilling,
    records: [seen('24', { lines: [lineOf('24'), { lineId: '9', quantity: { value: '1', unit: 'C62' } }] })],
    told: ['hold.placed'],
    found: ['quantityDifference held SO-1/9'],
  },
  {
    sentence: 'R28 a line that was deleted is ended short',
    state: fulfilling,
    records: [seen('0', { lines: [] })],
    told: ['line.shortClosed'],
    found: ['quantityDifference told SO-1'],
  },
  {
    sentence: 'R28 less than has shipped waits for a person',
    state: shipped,
    records: [seen('6')],
    told: ['hold.placed'],
    found: ['quantityDifference held SO-1/1'],
  },
  {
    sentence: 'R28 a unit that the item does not know waits for a person',
    state: fulfilling,
    records: [seen('24', { lines: [{ lineId: '1', quantity: { value: '2', unit: 'XPX' } }] })],
    told: ['hold.placed'],
    found: ['quantityDifference held SO-1/1'],
  },
  {
    sentence: 'R28 a closing that has a name is told by it, and its quantities are not told again',
    state: fulfilling,
    records: [seen('20', { closings: [{ closing: 'k1', lines: [lineOf('4')], reason: 'no stock' }] })],
    told: ['line.shortClosed'],
    found: ['cancelled told k1'],
  },
  {
    sentence: 'R28 an order cancelled by hand is cancelled here',
    state: fulfilling,
    records: [seen('0', { status: 'cancelled' })],
    told: ['cancel.result'],
    found: ['cancelled told SO-1'],
  },
  {
    sentence: 'R28 what had shipped of a cancelled order stays shipped',
    state: shipped,
    records: [seen('10', { status: 'cancelled' })],
    told: ['cancel.result'],
    found: ['cancelled told SO-1'],
  },
  {
    sentence: 'R28 a cancellation that the ERP is being asked for is not told twice',
    state: story(...taken, accepted(), cancelled),
    records: [seen('0', { status: 'cancelled' })],
    told: [],
    found: [],
  },
  {
    sentence: 'R20 another price waits for pricing',
    state: fulfilling,
    records: [seen('24', { lines: [lineOf('24', '4.00')] })],
    told: ['hold.placed'],
    found: ['fieldDifference held SO-1/1'],
  },
  {
    sentence: 'R20 a price within the tolerance agrees',
    state: fulfilling,
    records: [seen('24', { lines: [lineOf('24', '3.26')] })],
    told: [],
    found: [],
  },
  {
    sentence: 'R20 another price is a change where it is adopted',
    state: fulfilling,
    records: [seen('24', { lines: [lineOf('24', '4.00')] })],
    policy: withFields({ price: adoptAll }),
    told: ['change.result', 'change.requested'],
    found: ['fieldDifference told SO-1/1'],
  },
  {
    sentence: 'R20 another place waits for a person, even where it is adopted: no event could say it',
    state: fulfilling,
    records: [seen('24', { shipToNumber: 'S-0013' })],
    policy: withFields({ shipTo: adoptAll }),
    told: ['hold.placed'],
    found: ['fieldDifference held SO-1'],
  },
  {
    sentence: 'R28 what waits for stock is told',
    state: fulfilling,
    records: [seen('24', { backordered: [lineOf('4')] })],
    told: ['line.backordered'],
    found: ['quantityDifference told SO-1/1/backordered'],
  },
  {
    sentence: 'R16 each part is compared with its own ERP order',
    state: story(captured(twoStores()), enriched(twoStores()), accepted('0012'), accepted('0013')),
    records: [seen('10', { number: 'SO-0012' }), seen('14', { number: 'SO-0013' })],
    told: [],
    found: [],
  },
  {
    sentence: 'R28 an order edited at the shop waits for a person',
    state: story(captured(shopOrder()), enriched(shopOrder()), accepted()),
    records: [
      { kind: 'order', from: 'shop', order: id, changedAt: name.changedAt, status: 'open', lines: [lineOf('20')] },
    ],
    told: ['hold.placed'],
    found: ['quantityDifference held 1'],
  },
  {
    sentence: 'R20 an edit at the shop is asked of the ERP where it is adopted',
    state: story(captured(shopOrder()), enriched(shopOrder()), accepted()),
    records: [
      { kind: 'order', from: 'shop', order: id, changedAt: name.changedAt, status: 'open', lines: [lineOf('20')] },
    ],
    policy: withFields({ quantity: { ...adoptAll, of: { shop: 'adopt' } } }),
    told: ['change.requested'],
    found: ['quantityDifference told 1'],
  },
];

function shopOrder() {
  return order([line('1', 'AX-100', '24')], { channel: 'shop', parties: {} });
}

function twoStores() {
  const store = (value: string, quantity: string) => ({
    location: { scheme: 'buyer' as const, value },
    quantity: { value: quantity, unit: 'C62' },
  });
  return order([line('1', 'AX-100', '24', 'C62', { allocations: [store('0012', '10'), store('0013', '14')] })]);
}
