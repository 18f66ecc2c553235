import { describe, expect, it } from 'vitest';
import { changeOrder } from '../../src/order/change-order.ts';

const line = (lineId: string, value: string) =>
  ({ lineId, item: 'AX-100', quantity: { value, unit: 'C62' }, status: 'accepted' }) as const;
const orderOf = (...totals: readonly string[]) =>
  ({
    number: 'SO-1',
    externalReference: 'r',
    status: 'open',
    phase: 'open',
    lines: totals.map((value, at) => line(String(at + 1), value)),
  }) as const;

describe('a change that a system says it has done', () => {
  it.each([
    ['is changed, where the order says so too', ['5', '6'], { status: 'changed' }],
    ['is refused, where the order is as it was', ['24', '24'], { status: 'rejected', reason: 'not-taken' }],
    ['is not known, where one line of two has another total', ['5', '24'], { status: 'unknown' }],
    ['is not known, where one line of two is gone', ['5'], { status: 'unknown' }],
  ])('%s', async (_, after, expected) => {
    let reads = 0;
    const asked = ['5', '6'].map((value, at) => ({ lineId: String(at + 1), quantity: { value, unit: 'C62' } }));
    const outcome = await changeOrder({
      name: 'ERP',
      number: 'SO-1',
      asked,
      keeps: () => true,
      read: async () => ({ status: 'found', order: reads++ === 0 ? orderOf('24', '24') : orderOf(...after) }),
      write: async (_known, lines) => ({ done: lines.length }),
    });
    expect(outcome).toMatchObject(expected);
  });
});
