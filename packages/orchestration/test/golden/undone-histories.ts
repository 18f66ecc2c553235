import type { ChangedLine, OrderChange } from '@dist/canonical';
import { defaultPolicy } from '@dist/orchestration';
import type { StoryEvent } from '@dist/orchestration/testing';
import { accepted, captured, done, enriched, failed, partner } from '../sample.ts';
import type { History } from './history.ts';

const id = 'order-1';
const submit = `${id}/erp.submit/1`;
const start = [captured(), done(`${id}/enrich`), enriched()];
const released = [...start, accepted(), done(submit), done(`${id}/warehouse.release/1`)];
const policy = { fulfillment: { ...defaultPolicy.fulfillment, shipmentsFrom: 'warehouse', release: true } } as const;
const each = (value: string) => ({ value, unit: 'C62' });

function change(name: string, value: string, action: ChangedLine['action'] = 'change'): StoryEvent {
  const content: OrderChange = {
    kind: 'orderChange',
    version: '1',
    purpose: 'change',
    mode: 'delta',
    orderNumber: 'PO-1',
    changeNumber: name,
    dates: {},
    parties: {},
    references: [],
    lines: [{ lineId: '1', action, ids: [], quantity: each(value) }],
  };
  const receivedAt = '2026-03-02T12:00:00.000Z';
  return { type: 'change.requested', partner, change: name, content, receivedAt };
}

const stopped = (name: string, value?: string): StoryEvent => ({
  type: 'warehouse.cancelResult',
  partId: '1',
  cancel: `change/${name}`,
  lines: value === undefined ? [] : [{ lineId: '1', quantity: each(value) }],
});

/** What was under way and is taken back: at a warehouse by a change, by an operator who gives it up. */
export const undoneHistories: readonly History[] = [
  {
    name: 'a change of what the warehouse has and stops',
    policy,
    events: [
      ...released,
      change('1', '18'),
      stopped('1', '24'),
      { type: 'change.result', change: '1', partId: '1', accepted: true },
    ],
  },
  {
    name: 'a change that comes too late at the warehouse',
    policy,
    events: [...released, change('1', '18'), stopped('1')],
  },
  {
    name: 'an unclear change whose hold was released before it came',
    events: [
      { type: 'hold.released', hold: 'change/1', by: 'order desk' },
      ...start,
      accepted(),
      change('1', '6', 'decreaseQuantity'),
    ],
  },
  {
    name: 'a submit given up by an operator',
    events: [
      ...start,
      failed(submit, 'pricing'),
      { type: 'operator.dismissed', effect: submit, by: 'operator', reason: 'the customer is closed' },
    ],
  },
];
