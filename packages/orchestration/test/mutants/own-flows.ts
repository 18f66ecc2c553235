import { defaultPolicy } from '@dist/orchestration';
import type { Flow, FlowEvent } from '@dist/orchestration/testing';

const order = 'PO-1';
const received: FlowEvent = {
  at: '2026-03-02T08:00:00Z',
  event: '850 received',
  order,
  lines: [{ line: '1', item: 'AX-100', quantity: '24', unit: 'EA', price: '3.25' }],
};
const warehouse = { ...defaultPolicy.fulfillment, shipmentsFrom: 'warehouse', release: true } as const;

/** Scenarios of the package itself, one for each rule that the shared ones would prove where they are not. */
export const ownFlows: readonly Flow[] = [
  {
    name: 'a change is taken once, below what has shipped it is refused',
    given: { policy: { ...defaultPolicy, changes: { quantities: 'total', waitHours: 48 } } },
    when: [
      received,
      { at: '2026-03-02T10:00:00Z', event: 'shipped', lines: [{ line: '1', quantity: '10' }] },
      {
        at: '2026-03-02T11:00:00Z',
        event: '860 received',
        sequence: 1,
        lines: [{ line: '1', action: 'decreaseQuantity', quantity: '6' }],
      },
    ],
    then: { lines: [{ line: '1', ordered: '24', shipped: '10' }], sent: [{ type: '865', count: 1 }] },
    inOrder: 'what has shipped when the change comes',
  },
  {
    name: 'a change behind a gap waits',
    given: { policy: { ...defaultPolicy, changes: { quantities: 'total', waitHours: 48 } } },
    when: [
      received,
      {
        at: '2026-03-02T11:00:00Z',
        event: '860 received',
        sequence: 2,
        lines: [{ line: '1', action: 'decreaseQuantity', quantity: '6' }],
      },
    ],
    then: { lines: [{ line: '1', ordered: '24' }], sent: [{ type: '865', count: 0 }], parked: [{ says: ['change'] }] },
  },
  {
    name: 'a change without meaning is held',
    when: [
      received,
      {
        at: '2026-03-02T11:00:00Z',
        event: '860 received',
        sequence: 1,
        lines: [{ line: '1', action: 'decreaseQuantity', quantity: '6' }],
      },
    ],
    then: { lines: [{ line: '1', ordered: '24' }], parked: [{}] },
  },
  {
    name: 'the warehouse is asked before the ERP, and its refusal stands',
    given: { policy: { ...defaultPolicy, fulfillment: warehouse } },
    when: [
      received,
      { at: '2026-03-02T10:00:00Z', event: 'picked' },
      { at: '2026-03-02T11:00:00Z', event: '860 received', sequence: 1, purpose: '01' },
      { at: '2026-03-02T12:00:00Z', event: 'warehouse refuses cancel' },
      { at: '2026-03-02T13:00:00Z', event: 'shipped' },
    ],
    then: {
      phase: 'shipped',
      lines: [{ line: '1', shipped: '24', cancelled: '0' }],
      sent: [{ type: 'erp.cancel', count: 0 }],
    },
    inOrder: 'the pick comes before the cancellation',
  },
  {
    name: 'a change is asked of the warehouse first, and what it stops is released again as changed',
    given: { policy: { ...defaultPolicy, fulfillment: warehouse, changes: { quantities: 'total', waitHours: 48 } } },
    when: [
      received,
      {
        at: '2026-03-02T11:00:00Z',
        event: '860 received',
        sequence: 1,
        lines: [{ line: '1', action: 'decreaseQuantity', quantity: '18' }],
      },
      { at: '2026-03-02T12:00:00Z', event: 'warehouse stops' },
      { at: '2026-03-02T13:00:00Z', event: 'shipped', lines: [{ line: '1', quantity: '18' }] },
    ],
    then: {
      phase: 'shipped',
      lines: [{ line: '1', ordered: '18', shipped: '18', open: '0' }],
      sent: [
        { type: 'erp.change', count: 1, notBefore: '2026-03-02T12:00:00Z' },
        { type: 'warehouse.release', count: 2 },
        { type: '865', count: 1 },
      ],
    },
    inOrder: 'what the warehouse has when the change comes',
  },
  {
    name: 'a change that the warehouse can not stop is refused, and the ERP is not asked',
    given: { policy: { ...defaultPolicy, fulfillment: warehouse, changes: { quantities: 'total', waitHours: 48 } } },
    when: [
      received,
      {
        at: '2026-03-02T11:00:00Z',
        event: '860 received',
        sequence: 1,
        lines: [{ line: '1', action: 'decreaseQuantity', quantity: '18' }],
      },
      { at: '2026-03-02T12:00:00Z', event: 'warehouse refuses cancel' },
      { at: '2026-03-02T13:00:00Z', event: 'shipped' },
    ],
    then: {
      phase: 'shipped',
      lines: [{ line: '1', ordered: '24', shipped: '24' }],
      sent: [
        { type: 'erp.change', count: 0 },
        { type: '865', count: 1 },
      ],
    },
    inOrder: 'what the warehouse has when the change comes',
  },
  {
    name: 'what the agreement does not let wait is refused',
    given: { policy: { ...defaultPolicy, fulfillment: { ...defaultPolicy.fulfillment, backorders: 'forbidden' } } },
    when: [
      received,
      { at: '2026-03-02T09:00:00Z', event: 'erp accepted', backordered: [{ line: '1', quantity: '9' }] },
    ],
    then: { lines: [{ line: '1', open: '15', cancelled: '9' }] },
  },
  {
    name: 'a load has one notice',
    given: { policy: { ...defaultPolicy, fulfillment: { ...defaultPolicy.fulfillment, noticePer: 'load' } } },
    when: [
      received,
      { ...received, order: 'PO-2' },
      { at: '2026-03-02T10:00:00Z', event: 'shipped', load: 'L1', shipment: 'S1' },
      { at: '2026-03-02T11:00:00Z', event: 'load closed', load: 'L1', orders: 2 },
      { at: '2026-03-02T12:00:00Z', event: 'shipped', load: 'L1', shipment: 'S2', order: 'PO-2' },
    ],
    then: { sent: [{ type: '856', count: 1, rows: 2, notBefore: '2026-03-02T12:00:00Z' }], parked: [] },
  },
  {
    name: 'a payment that does not add up is held as a whole',
    when: [
      received,
      { at: '2026-03-02T10:00:00Z', event: 'shipped' },
      { at: '2026-03-02T11:00:00Z', event: 'invoice posted', invoice: 'I1' },
      {
        at: '2026-03-02T12:00:00Z',
        event: '820 received',
        payment: 'T1',
        total: '80',
        lines: [{ invoice: 'I1', net: '78' }],
      },
    ],
    then: {
      phase: 'invoiced',
      parked: [{ says: ['78', '80'] }],
      holds: ({ order: { state } }) =>
        Object.values(state.facts).some(({ type }) => type === 'payment.advised') ? 'the order was told' : undefined,
    },
  },
  {
    name: 'an advice is not cash, and a rejection is not looped',
    when: [
      received,
      { at: '2026-03-02T10:00:00Z', event: 'shipped' },
      { at: '2026-03-02T10:10:00Z', event: 'sent', document: '856/S1' },
      { at: '2026-03-02T10:20:00Z', event: '997 received', document: '856/S1', status: 'rejected', faults: ['AK3'] },
      { at: '2026-03-02T11:00:00Z', event: 'operator replays', document: '856/S1', reason: 'put right' },
      { at: '2026-03-02T11:10:00Z', event: 'clock' },
    ],
    then: {
      phase: 'shipped',
      sent: [{ type: '856', count: 2 }],
      parked: [],
      due: { '856/S1': '2026-03-02T11:00:00Z' },
      breaches: ['856/S1'],
    },
  },
  {
    name: 'a substitute waits for consent',
    when: [
      received,
      { at: '2026-03-02T09:00:00Z', event: 'erp accepted', substitutes: [{ line: '1', item: 'AX-101' }] },
    ],
    then: { phase: 'held', sent: [{ type: '855', count: 0 }] },
  },
  {
    name: 'nothing is cancelled where nothing is open',
    when: [
      received,
      { at: '2026-03-02T10:00:00Z', event: 'shipped' },
      {
        at: '2026-03-02T11:00:00Z',
        event: 'told',
        told: { type: 'cancel.requested', cancel: 'c1', reason: 'changed its mind' },
      },
    ],
    then: {
      phase: 'shipped',
      lines: [{ line: '1', shipped: '24', cancelled: '0' }],
      sent: [{ type: 'erp.cancel', count: 0 }],
    },
    inOrder: 'what has shipped when the cancellation comes',
  },
  {
    name: 'an 824 undoes the 997 before it',
    when: [
      received,
      { at: '2026-03-02T10:00:00Z', event: 'shipped' },
      { at: '2026-03-02T11:00:00Z', event: 'invoice posted', invoice: 'I1' },
      { at: '2026-03-02T11:10:00Z', event: 'sent', document: '810/I1' },
      { at: '2026-03-02T11:20:00Z', event: '997 received', document: '810/I1', status: 'accepted' },
      {
        at: '2026-03-03T11:20:00Z',
        event: '824 received',
        document: '810/I1',
        status: 'rejected',
        faults: ['no such store'],
      },
    ],
    then: { phase: 'parked', parked: [{ document: '810/I1', says: ['no such store'] }] },
  },
];
