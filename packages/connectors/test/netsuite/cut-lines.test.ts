import { decodeSalesOrder } from '@dist/connectors/netsuite';
import { describe, expect, it } from 'vitest';

const line = { line: 1, item: { id: '9', refName: 'AX-100' }, quantity: 24 };
const words = { units: {}, lineField: undefined };

describe('an order of NetSuite', () => {
  it.each([
    ['with all of its lines is read', { hasMore: false, totalResults: 1 }, true],
    ['that does not say how many lines it has is read', {}, true],
    ['of which more lines are on another page is unreadable, and never a smaller order', { hasMore: true }, false],
    ['that has more lines than came is unreadable, and never a smaller order', { totalResults: 2 }, false],
  ])('%s', (_, counted, ok) => {
    expect(decodeSalesOrder({ id: '501', item: { items: [line], ...counted } }, words)).toMatchObject({ ok });
  });
});
