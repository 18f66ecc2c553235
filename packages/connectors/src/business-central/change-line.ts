import { fieldOf } from '../json/field-of.ts';
import type { WrittenLines } from '../order/edit-lines.ts';
import type { Call } from '../port/call.ts';
import type { Company } from './company.ts';
import type { OrderLineWire } from './wire.ts';

/** Sets the quantity of a line, where it still is as it was read (If-Match): to change one line may give others a new version. */
export async function changeLine(
  { client, root }: Company,
  line: OrderLineWire | undefined,
  quantity: string,
  call: Call & { readonly operation: string },
): Promise<WrittenLines> {
  const etag = line?.['@odata.etag'];
  if (line === undefined || etag === undefined) {
    const text = 'the line has no @odata.etag: it cannot be changed safely';
    return { done: 0, failure: client.fail('contract-drift', text, { safeToReplay: true }) };
  }
  const path = `${root}/salesOrderLines(${encodeURIComponent(line.id)})`;
  const body = { quantity: Number(quantity) };
  const request = { method: 'PATCH', path, headers: { 'if-match': etag }, body, operation: call.operation } as const;
  const answer = await client.call('write', request, call);
  if (!answer.ok) return { done: 0, failure: answer.failure };
  // The line comes back as it is now.
  if (fieldOf(answer.json, 'id') === line.id) return { done: 1 };
  const text = `answered ${answer.status} without the line: it may have been changed`;
  return { done: 0, failure: client.fail('contract-drift', text, { safeToReplay: false }) };
}
