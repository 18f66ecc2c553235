import type { OrderChange } from '@dist/canonical';
import { defaultPolicy, type EffectBody, type LineQuantity, lines, type Policy } from '@dist/orchestration';
import { given, type Story, type StoryEvent } from '@dist/orchestration/testing';
import {
  accepted,
  acknowledged,
  captured,
  confirmed,
  done,
  enriched,
  failed,
  invoice,
  partner,
  shipment,
} from '../sample.ts';

/** A short story of one order, and what must be so in its end. */
export interface OwnStory {
  readonly name: string;
  /** What has become of it, as text. */
  readonly found: () => string;
  readonly expected: string;
}

/** Rules of what is told at the wrong time, or says too much: no scenario of the business tells them. */
export const ownStories: readonly OwnStory[] = [
  {
    name: 'what the warehouse confirms before the order counts when the order comes (R21)',
    found: () => shippedIn(given([confirmed('20'), captured(), enriched()], { policy: byWarehouse })),
    expected: '20',
  },
  {
    name: 'a release is good for what was held, not for what comes to be held later',
    found: () => {
      const over = given([...booked, shipment('S1', [['1', '30']])]);
      const released = over.when({ type: 'hold.released', hold: 'over-shipment/1', by: 'order desk' });
      return [over, released, released.when(shipment('S2', [['1', '6']]))].map(holdsIn).join('; ');
    },
    expected: 'over-shipment/1; ; over-shipment/1',
  },
  {
    name: 'what a notice that waits for a person covers is not billed (R23)',
    found: () => {
      const parked = given([...booked, shipment('S1', [['1', '24']]), failed('order-1/856/S1', 'pricing')]);
      return documentsIn(parked.when(invoice('I1', [['1', '24']])), '810');
    },
    expected: '',
  },
  {
    name: 'a look-up that nobody asked for does not send a submit again (R19)',
    found: () => submitIn(given([...start, notFound(1), failed(submit, 'inDoubt')])),
    expected: 'inDoubt 1',
  },
  {
    name: 'what a look-up found after one attempt says nothing of the next (R19)',
    found: () => submitIn(given([...start, failed(submit, 'inDoubt'), notFound(1), failed(submit, 'inDoubt', 2)])),
    expected: 'inDoubt 2',
  },
  {
    name: 'a replay with a correction goes to the partner whose document it was (R29)',
    found: () => {
      const notice = 'order-1/856/S1';
      const rejected = given([
        ...booked,
        shipment('S1', [['1', '24']]),
        done(notice),
        acknowledged(notice, 'rejected'),
      ]);
      const body = rejected.state.effects[notice]?.effect.body;
      if (body?.type !== 'document.send') throw new TypeError('there is no notice');
      const elsewhere = rejected.when(replayed(notice, { ...body, partner: 'another' }));
      return [elsewhere, elsewhere.when(replayed(notice, body))].map((one) => documentsIn(one, '856')).join('; ');
    },
    expected: `S1 ${partner}; S1 ${partner}, S1#2 ${partner}`,
  },
  {
    name: 'a warehouse that stops more than it was asked for ships nothing less of what it is asked next (R17)',
    found: () => {
      const policy = { ...byWarehouse, changes: { quantities: 'total', waitHours: 48 } } as const;
      return releasesIn(given([...booked, changed('18'), stopped('30'), took], { policy }));
    },
    expected: '24, 18',
  },
];

const start = [captured(), enriched()];
const booked = [...start, accepted()];
const submit = 'order-1/erp.submit/1';
const byWarehouse: Policy = {
  ...defaultPolicy,
  fulfillment: { ...defaultPolicy.fulfillment, shipmentsFrom: 'warehouse', release: true },
};
const took: StoryEvent = { type: 'change.result', change: '1', partId: '1', accepted: true };

const row = (value: string): LineQuantity => ({ lineId: '1', quantity: { value, unit: 'C62' } });

const notFound = (attempt: number): StoryEvent => ({ type: 'erp.notFound', partId: '1', attempt });

function changed(value: string): StoryEvent {
  const content: OrderChange = {
    kind: 'orderChange',
    version: '1',
    purpose: 'change',
    mode: 'delta',
    orderNumber: 'PO-1',
    changeNumber: '1',
    dates: {},
    parties: {},
    references: [],
    lines: [{ ...row(value), action: 'decreaseQuantity', ids: [] }],
  };
  const receivedAt = '2026-03-02T12:00:00.000Z';
  return { type: 'change.requested', partner, change: '1', sequence: 1, content, receivedAt };
}

function stopped(value: string): StoryEvent {
  return { type: 'warehouse.cancelResult', partId: '1', cancel: 'change/1', lines: [row(value)] };
}

function replayed(effect: string, correction: EffectBody): StoryEvent {
  return { type: 'operator.replayed', effect, by: 'operator', reason: 'put right', correction };
}

function shippedIn({ state }: Story): string {
  return lines(state)
    .map(({ shipped }) => shipped)
    .join();
}

function holdsIn({ state }: Story): string {
  return Object.keys(state.holds).sort().join();
}

function submitIn({ state }: Story): string {
  const entry = state.effects[submit];
  return `${entry?.status} ${entry?.attempt}`;
}

/** Name and partner of every document of a type, as it was issued last. */
function documentsIn({ state }: Story, type: string): string {
  const sent = Object.values(state.effects).flatMap(({ effect: { key, body } }) =>
    body.type === 'document.send' && body.document === type
      ? [`${key.slice(`${state.id}/${type}/`.length)} ${body.partner}`]
      : [],
  );
  return sent.sort().join(', ');
}

/** What the warehouse was asked for, request by request. */
function releasesIn({ state }: Story): string {
  const asked = Object.values(state.effects).flatMap(({ effect: { body } }) =>
    body.type === 'warehouse.release' ? [body.content.lines.map(({ quantity }) => quantity?.value).join('+')] : [],
  );
  return asked.join(', ');
}
