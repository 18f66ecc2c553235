import type { WriteCall } from '../port/call.ts';
import type { ConnectorFailure } from '../port/failure.ts';
import { type BusinessUnit, orderHub } from './business-unit.ts';
import { exactNumber } from './exact-number.ts';
import type { LineWire } from './wire.ts';

/** One fulfillment line and its quantity afterwards; 0 cancels it. */
export interface LineChange {
  readonly row: LineWire;
  readonly quantity: string;
}

/**
 * Revises an order: all lines in one request, which Order Management takes or refuses as a whole and submits as a new
 * version. The lines are matched by their ids, for which `Upsert-Mode` is needed.
 */
export async function reviseLines(
  { client }: BusinessUnit,
  {
    key,
    changes,
    cancelReason,
  }: { readonly key: string; readonly changes: readonly LineChange[]; readonly cancelReason: string },
  call: WriteCall & { readonly operation: string },
): Promise<ConnectorFailure | undefined> {
  const lines: object[] = [];
  for (const { row, quantity } of changes) {
    const OrderedQuantity = exactNumber(quantity);
    if (OrderedQuantity === undefined) {
      const text = `line ${row.SourceTransactionLineId}: ${quantity} has more digits than a number of JSON keeps`;
      return client.fail('validation', text, { safeToReplay: true });
    }
    lines.push({
      FulfillLineId: Number(row.FulfillLineId),
      SourceTransactionLineId: row.SourceTransactionLineId,
      SourceTransactionScheduleId: row.SourceTransactionScheduleId ?? '1',
      OrderedQuantity,
      ...(OrderedQuantity === 0 && { CancelReasonCode: cancelReason }),
    });
  }
  const { operation, ...rest } = call;
  const request = {
    method: 'PATCH',
    path: `${orderHub}/${encodeURIComponent(key)}`,
    headers: { 'upsert-mode': 'true' },
    body: { SubmittedFlag: true, lines },
    operation,
  } as const;
  const answer = await client.call('write', request, rest);
  return answer.ok ? undefined : answer.failure;
}
