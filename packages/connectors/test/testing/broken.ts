import type { Fetch, Orders } from '@dist/connectors';
import type { ContractAdapter } from '@dist/connectors/testing';
import { sampleOrder } from '../sample-order.ts';
import { type HouseSettings, houseErp } from './house-erp.ts';

/** What no message may hold. */
export const secret = 'tok+4711?secret';

type HouseOrders = Pick<Orders, 'submit' | 'find' | 'status' | 'cancel' | 'change'>;

/** What is broken of a sound adapter: how it searches, what it sends, what it tells. */
export interface Break {
  readonly settings?: Pick<HouseSettings, 'isOurs' | 'pages'>;
  readonly fetch?: (fetch: Fetch) => Fetch;
  readonly orders?: (orders: HouseOrders) => Partial<HouseOrders>;
  readonly samples?: ContractAdapter['samples'];
}

/** The house ERP as the kit drives it, with something broken; sound when nothing is given. */
export function broken({ settings, fetch, orders, samples }: Break = {}): ContractAdapter {
  return {
    connect: (runtime) => {
      const fetched = runtime.fetch && fetch ? fetch(runtime.fetch) : runtime.fetch;
      const erp = houseErp({ ...runtime, fetch: fetched, token: secret, ...settings });
      return { ...erp, orders: { ...erp.orders, ...orders?.(erp.orders) } };
    },
    orders: {
      accepted: sampleOrder,
      refused: {
        ...sampleOrder,
        lines: sampleOrder.lines.map((line) => ({ ...line, ids: [{ scheme: 'seller' as const, value: 'NO-SUCH' }] })),
      },
    },
    samples: { 'orders.change': [{ lineId: '1', quantity: { value: '30', unit: 'C62' } }], ...samples },
    secret,
    errorBody: (status, message) => JSON.stringify({ code: `E${status}`, message }),
  };
}
