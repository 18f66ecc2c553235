import type { Flow, FlowEvent, FlowThen } from '@dist/orchestration/testing';
import type { FlowCase } from './flow-case.ts';

/** What is told otherwise than the scenario's own words: most begin in the middle of an order's life, or look at another place. */
export interface ToldCase {
  readonly when?: (flow: FlowCase) => readonly FlowEvent[];
  readonly then?: (flow: FlowCase) => FlowThen;
  readonly given?: (flow: FlowCase) => Flow['given'];
}

/** The purchase order that scenarios without one are about. */
export const order = 'SMP9000';
export const at = (flow: FlowCase, index: number): string => flow.when[index]?.at ?? '';
export const before = (instant: string, hours: number): string =>
  new Date(Date.parse(instant) - hours * 3_600_000).toISOString();

/** An order that was received, accepted and shipped when the scenario begins. */
export const shippedBefore = (instant: string, lines = 1): FlowEvent[] => [
  {
    at: before(instant, 26),
    event: '850 received',
    order,
    lines: Array.from({ length: lines }, (_, index) => ({
      line: String(index + 1),
      item: 'AX-100',
      quantity: '24',
      unit: 'EA',
      price: '3.25',
    })),
  },
];
export const shipped = (instant: string): FlowEvent => ({ at: instant, event: 'shipped' });
export const billed = (instant: string, invoice: string, quantity: string, price = '3.25'): FlowEvent => ({
  at: instant,
  event: 'invoice posted',
  invoice,
  lines: [{ line: '1', quantity }],
  price,
});
export const sent = (instant: string, document: string): FlowEvent => ({ at: instant, event: 'sent', document });
export const answered = (
  instant: string,
  document: string,
  status: 'accepted' | 'acceptedWithErrors' | 'rejected',
  faults?: readonly string[],
): FlowEvent => ({ at: instant, event: '997 received', document, status, ...(faults && { faults }) });

export const statusOf =
  (document: string, wanted: string): NonNullable<FlowThen['holds']> =>
  ({ order: story }) => {
    const entry = story.state.effects[`${story.state.id}/${document}`];
    return entry?.status === wanted ? undefined : `${document} is ${entry?.status}, not ${wanted}`;
  };
export const all =
  (...checks: readonly NonNullable<FlowThen['holds']>[]): NonNullable<FlowThen['holds']> =>
  (story) =>
    checks.map((check) => check(story)).find((fault) => fault !== undefined);
