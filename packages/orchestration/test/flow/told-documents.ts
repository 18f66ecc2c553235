import type { FlowEvent } from '@dist/orchestration/testing';
import {
  all,
  answered,
  at,
  before,
  billed,
  order,
  sent,
  shipped,
  shippedBefore,
  statusOf,
  type ToldCase,
} from './told-case.ts';

/** Scenarios of documents and their answers, and of clocks, by the beginning of their name. */
export const toldDocuments: Readonly<Record<string, ToldCase>> = {
  'The partner rejects a notice': {
    when: (flow) => {
      const due = (flow.then['sla'] as { due: string }).due;
      const [set] = (flow.when[1]?.['sets'] ?? []) as { faults: string[] }[];
      return [
        ...shippedBefore(at(flow, 0)),
        shipped(before(due, 1)),
        sent(at(flow, 0), '856/S1'),
        answered(at(flow, 1), '856/S1', 'rejected', set?.faults),
        { at: at(flow, 2), event: 'operator replays', document: '856/S1', reason: String(flow.when[2]?.['what']) },
      ];
    },
    then: (flow) => {
      const { due } = flow.then['sla'] as { due: string };
      return { sent: [{ type: '856', count: 2 }], due: { '856/S1': due }, breaches: ['856/S1'] };
    },
  },
  'A 997 that never comes': {
    when: (flow) => [
      ...shippedBefore(at(flow, 0)),
      shipped(before(at(flow, 0), 2)),
      billed(before(at(flow, 0), 1), 'I1', '24'),
      sent(at(flow, 0), '810/I1'),
      { at: at(flow, 1), event: 'clock', order },
      answered(at(flow, 2), '810/I1', 'accepted'),
    ],
    then: () => ({
      sent: [{ type: '810', count: 1 }],
      holds: all(statusOf('810/I1', 'done'), ({ order: { state } }) => {
        const key = `997/${state.id}/810/I1`;
        if (!(key in state.breaches)) return 'the missing 997 was not seen';
        return key in state.awaited ? 'the 997 is still waited for' : undefined;
      }),
    }),
  },
  'One rejected set of a batch': {
    when: (flow) => [
      ...shippedBefore(at(flow, 0)),
      shipped(before(at(flow, 0), 2)),
      ...['I1', 'I2', 'I3'].map((invoice) => billed(before(at(flow, 0), 1), invoice, '8')),
      ...['I1', 'I2', 'I3'].map((invoice) => sent(at(flow, 0), `810/${invoice}`)),
      answered(at(flow, 1), '810/I1', 'accepted'),
      answered(at(flow, 1), '810/I2', 'rejected', ['AK5*R*5']),
      answered(at(flow, 1), '810/I3', 'acceptedWithErrors'),
    ],
    then: () => ({
      parked: [{ document: '810/I2' }],
      holds: all(statusOf('810/I1', 'done'), statusOf('810/I2', 'parked'), statusOf('810/I3', 'done')),
    }),
  },
  'An application advice rejects': {
    when: (flow) => [
      ...shippedBefore(at(flow, 0)),
      shipped(before(at(flow, 0), 2)),
      billed(before(at(flow, 0), 1), 'INV1', '24'),
      sent(at(flow, 0), '810/INV1'),
      answered(at(flow, 1), '810/INV1', 'accepted'),
      {
        at: at(flow, 2),
        event: '824 received',
        document: '810/INV1',
        status: 'rejected',
        faults: [String(flow.when[2]?.['text'])],
      },
    ],
    then: () => ({ phase: 'parked', parked: [{ document: '810/INV1', says: ['store not on order'] }] }),
  },
  'A business-day clock': {
    when: (flow) => [...shippedBefore(at(flow, 0)), shipped(at(flow, 0))],
    then: (flow) => ({ due: { '856/S1': String(flow.then['due']) } }),
  },
  'A 24-hour': { then: (flow) => ({ due: { '855': String(flow.then['due']) } }) },
  'The clock starts when the bytes came in': {
    when: (flow) => {
      const [capture] = shippedBefore(at(flow, 1));
      const received = { ...(capture as FlowEvent), at: at(flow, 1), receivedAt: at(flow, 0) } as FlowEvent;
      return [received, sent(at(flow, 2), '855'), { at: String(flow.then['due']), event: 'clock', order }];
    },
    then: () => ({ breaches: [], sent: [{ type: '855', count: 1 }] }),
  },
};
