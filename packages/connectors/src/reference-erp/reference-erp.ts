import type { HttpRuntime } from '../http/http-client.ts';
import { vendorClient } from '../http/vendor-client.ts';
import type { VendorError } from '../http/vendor-errors.ts';
import { fieldOf } from '../json/field-of.ts';
import { type Connector, defineConnector } from '../port/connector.ts';
import type { Events } from '../port/events.ts';
import type { Orders } from '../port/orders.ts';
import { cancelOrder } from './cancel-order.ts';
import { findOrder } from './find-order.ts';
import { listEvents } from './list-events.ts';
import { referenceErpErrors } from './reference-erp-errors.ts';
import { referenceErpPolicy } from './reference-erp-policy.ts';
import { submitOrder } from './submit-order.ts';

export interface ReferenceErpSettings extends HttpRuntime {
  readonly baseUrl: string;
  /** Most events in one page; 200 when absent. */
  readonly pageSize?: number | undefined;
}

/** The reference ERP: takes, finds and cancels orders, and reports what happens to them. */
export type ReferenceErp = Connector<{
  readonly orders: Pick<Orders, 'submit' | 'find' | 'cancel'>;
  readonly events: Events;
}>;

/** Connects to the reference ERP. Throws a TypeError when `baseUrl` is no address. */
export function referenceErp(settings: ReferenceErpSettings): ReferenceErp {
  const { baseUrl, pageSize = 200, ...runtime } = settings;
  const client = vendorClient({
    ...runtime,
    policy: referenceErpPolicy,
    address: { baseUrl },
    errorOf,
    errors: referenceErpErrors,
  });
  return defineConnector({
    id: 'reference-erp',
    apiVersion: '1',
    policy: referenceErpPolicy,
    offers: {
      orders: {
        submit: (order, call) => submitOrder(client, order, call),
        find: (externalReference, call) => findOrder(client, externalReference, call),
        cancel: (order, call) => cancelOrder(client, order, call),
      },
      events: { list: (after, call) => listEvents(client, pageSize, after, call) },
    },
  });
}

/** Every error is `{ "error": { "code": "…", "message": "…" } }`. */
function errorOf(json: unknown): VendorError | undefined {
  const error = fieldOf(json, 'error');
  const code = fieldOf(error, 'code');
  const message = fieldOf(error, 'message');
  return {
    code: typeof code === 'string' ? code : undefined,
    message: typeof message === 'string' ? message : undefined,
  };
}
