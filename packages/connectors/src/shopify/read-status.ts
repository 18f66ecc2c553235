import type { Call } from '../port/call.ts';
import type { FindOutcome } from '../port/orders.ts';
import type { AdminClient } from './admin-client.ts';
import { decodeStatus } from './decode-status.ts';
import { globalId } from './global-id.ts';
import type { ReferenceField } from './reference-field.ts';
import type { StatusNode } from './status-node.ts';
import { orderStatus } from './status-queries.ts';
import type { UnitsByItem } from './unit-of-item.ts';

/** Where an order has our reference, and in which units it tells its lines. */
export interface StatusContext {
  readonly field: ReferenceField;
  readonly units?: UnitsByItem | undefined;
}

/** How an order stands, by its global id or its number, all its lines. */
export async function readStatus(
  admin: AdminClient,
  { field, units }: StatusContext,
  number: string,
  call?: Call,
): Promise<FindOutcome> {
  const id = globalId('Order', number);
  if (id === undefined) return { status: 'notFound' };
  const lines: StatusNode['lineItems']['nodes'] = [];
  let after: string | undefined;
  for (let page = 0; page < 20; page++) {
    const answer = await admin.run(orderStatus, { id, ...field, after }, call);
    if (!answer.ok) return { status: 'failed', failure: answer.failure };
    const { order } = answer.data;
    if (!order) return { status: 'notFound' };
    lines.push(...order.lineItems.nodes);
    const { hasNextPage, endCursor } = order.lineItems.pageInfo;
    if (!hasNextPage) {
      const whole = { ...order, lineItems: { ...order.lineItems, nodes: lines } };
      return { status: 'found', order: decodeStatus(whole, units) };
    }
    after = endCursor;
  }
  return {
    status: 'failed',
    failure: admin.fail('contract-drift', `the lines of ${id} do not end`, { safeToReplay: true }),
  };
}
