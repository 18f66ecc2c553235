import type { Call } from '../port/call.ts';
import type { ConnectorFailure } from '../port/failure.ts';
import { crossCompany, type LegalEntity, recordPath } from './legal-entity.ts';
import type { LineWire } from './wire.ts';

/** What becomes of one line: a new total, in its own unit, or nothing any more. */
export interface LineChange {
  readonly line: LineWire;
  readonly quantity: string | 'deleted';
}

/** A change that stopped: how many lines were changed before it. */
export interface Stopped {
  readonly failure: ConnectorFailure;
  readonly done: number;
}

/** Changes lines one by one, each by the version that was read (If-Match): no transaction holds them together. */
export async function changeLines(
  entity: LegalEntity,
  changes: readonly LineChange[],
  { operation, ...call }: Call & { readonly operation: string },
): Promise<Stopped | undefined> {
  for (const [done, { line, quantity }] of changes.entries()) {
    const path = recordPath(entity, 'SalesOrderLines', 'InventoryLotId', line.InventoryLotId);
    const headers = { 'if-match': line['@odata.etag'] ?? '*' };
    const record = { path, query: crossCompany, headers, operation };
    const answer = await entity.client.call(
      'write',
      quantity === 'deleted'
        ? { ...record, method: 'DELETE' }
        : { ...record, method: 'PATCH', body: { OrderedSalesQuantity: Number(quantity) } },
      call,
    );
    if (!answer.ok) return { failure: answer.failure, done };
  }
  return undefined;
}
