import type { Call } from '../port/call.ts';
import type { FindOutcome } from '../port/orders.ts';
import type { AdminClient, LookedUp } from './admin-client.ts';
import { readStatus, type StatusContext } from './read-status.ts';
import type { ReferenceField } from './reference-field.ts';
import { searchText } from './search-text.ts';
import { orderByReference, ordersByText } from './status-queries.ts';

/** What `orders.find` takes a text for: our reference in a metafield, the order's name (`#1001`), the buyer's PO number. */
export type FoundBy = 'reference' | 'name' | 'purchaseOrder';

/** An order by one text. Several orders under it are a conflict, never the first of them (R19). */
export async function findOrder(
  admin: AdminClient,
  { by, ...context }: StatusContext & { readonly by: FoundBy },
  text: string,
  call?: Call,
): Promise<FindOutcome> {
  const ids =
    by === 'reference'
      ? await idsByReference(admin, context.field, text, call)
      : await idsByText(admin, by, text, call);
  if (!ids.ok) return { status: 'failed', failure: ids.failure };
  const [id, other] = ids.data;
  if (id === undefined) return { status: 'notFound' };
  if (other === undefined) return await readStatus(admin, context, id, call);
  const failure = admin.fail('conflict', `several orders have the ${by} ${text}: ${ids.data.join(', ')}`);
  return { status: 'failed', failure };
}

async function idsByReference(
  admin: AdminClient,
  field: ReferenceField,
  value: string,
  call: Call | undefined,
): Promise<LookedUp<readonly string[]>> {
  const answer = await admin.run(orderByReference, { ...field, value }, call);
  if (!answer.ok) return answer;
  const { orderByIdentifier: order } = answer.data;
  return { ok: true, data: order ? [order.id] : [] };
}

/** The search takes words apart and knows no case: only what is equal counts. */
async function idsByText(
  admin: AdminClient,
  by: 'name' | 'purchaseOrder',
  text: string,
  call: Call | undefined,
): Promise<LookedUp<readonly string[]>> {
  const search = `${by === 'name' ? 'name' : 'po_number'}:${searchText(text)}`;
  const answer = await admin.run(ordersByText, { search }, call);
  if (!answer.ok) return answer;
  const same = answer.data.orders.nodes.filter(({ name, poNumber }) => (by === 'name' ? name : poNumber) === text);
  return { ok: true, data: same.map(({ id }) => id) };
}
