import type { WorkRules } from './work-rules.ts';

const soon = { criticality: 'critical', withinSeconds: 60 } as const;
const today = { criticality: 'important', withinSeconds: 3600 } as const;
const whenever = { criticality: 'routine', withinSeconds: 86_400 } as const;

/**
 * Work as most houses want it: what commits or stops goods is real time, documents with a deadline are near real time,
 * money and feeds are batch. A lane gives its starts 8 : 3 : 1, and five minutes of waiting count as a step of priority.
 * No lane is limited before its owner says how: `lanes: [{ lane: 'erp:<id>', concurrency: 5, … }, …]`.
 */
export const defaultWork: WorkRules = {
  calendars: {},
  effects: {
    'order.enrich': soon,
    'order.tell': soon,
    'credit.check': soon,
    'erp.submit': soon,
    'erp.find': soon,
    'erp.cancel': soon,
    'erp.change': soon,
    'erp.shipment': { criticality: 'critical', withinSeconds: 300 },
    'erp.invoice': today,
    'erp.credit': whenever,
    'erp.cash': whenever,
    'warehouse.release': soon,
    'warehouse.cancel': soon,
    'document.send': today,
    'document.send/856': { criticality: 'critical', withinSeconds: 300 },
    'document.deliver': soon,
    'shop.fulfillment': today,
    'shop.invoice': today,
    'shop.cancel': soon,
    'shop.refund': today,
  },
  classes: [
    { criticality: 'critical', withinSeconds: 60, class: 'realTime' },
    { withinSeconds: 3600, class: 'nearRealTime' },
    { class: 'batch' },
  ],
  lanes: [{ lane: '*', shares: { realTime: 8, nearRealTime: 3, batch: 1 }, ageSeconds: 300 }],
  unknownPartner: 'live',
};
