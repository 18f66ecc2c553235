import type { Runtime } from '@dist/orchestration/runtime';
import { sha256 } from '../bytes/sha256.ts';
import { type Captured, captureOrder, type Source } from './capture-order.ts';
import type { GatewayOptions } from './gateway-options.ts';
import { checkedDispatches } from './intake/checked-dispatches.ts';
import { toWorklist } from './intake/worklist.ts';
import type { OrderRead } from './order-read.ts';
import type { InterchangeReceipt, ReceiptIssue } from './receipt.ts';

/** One message of a shop: what its webhook sent, after its signature was checked. */
export interface ShopMessage {
  readonly shop: string;
  /** The shop's id of the message: the same id again is the same message. */
  readonly messageId: string;
  readonly name: string;
  readonly bytes: Uint8Array;
}

/** What became of a shop's message. `unreadable`: it is not JSON. */
export interface ShopReceipt {
  readonly status: InterchangeReceipt['status'] | 'unreadable';
  readonly orders: readonly string[];
  readonly issues: readonly ReceiptIssue[];
}

/** Another worker may take the same order at the same time; more often than this is a fault. */
const mostConflicts = 20;

/**
 * Takes in one order of a shop: kept, mapped and captured in one commit (R01); webhooks come twice and late. What is no order
 * waits on the worklist. Rejects where it could not be committed: the shop sends it again.
 */
export async function receiveShopOrder(
  { journal, shops = [], clock }: GatewayOptions,
  runtime: Pick<Runtime, 'dispatch'>,
  { shop: id, messageId, name, bytes }: ShopMessage,
): Promise<ShopReceipt> {
  const shop = shops.find((known) => known.id === id);
  if (shop === undefined) throw new RangeError(`there is no shop ${id}`);
  const key = `in/${encodeURIComponent(id)}/${encodeURIComponent(messageId)}`;
  const payload = parseJson(bytes);
  if (payload === undefined) return { status: 'unreadable', orders: [], issues: [notJson(name)] };
  const [at, hash] = [clock(), await sha256(bytes)];
  const { dispatches, issues } = capture(id, shop.orders.read(payload), { key, document: key, receivedAt: at });
  const orders = dispatches.map((dispatch) => dispatch.id);
  const about = { key, partner: id, type: 'order', name, bytes, hash, controlNumbers: [messageId], at } as const;
  const batch = {
    documents: [{ direction: 'in', ...about } as const],
    marks: [{ key, expected: undefined, value: hash }],
  };
  for (let conflicts = 0; ; conflicts++) {
    const known = await journal.mark(key);
    // With other contents it was another order, if one at all.
    if (known !== undefined) return { status: 'seen', orders: known === hash ? orders : [], issues };
    const result = await runtime.dispatch(dispatches, batch);
    if (result.status === 'appended') return { status: 'received', orders, issues };
    if (conflicts >= mostConflicts)
      throw new Error(`${name} of ${id} could not be committed: ${result.what} ${result.key} keeps changing.`);
  }
}

function capture(id: string, read: OrderRead, source: Source): Captured {
  const captured = captureOrder({ id }, read, source);
  if (captured.dispatches.length > 0) return checkedDispatches(id, source, captured);
  const faults = captured.issues.filter(({ severity }) => severity === 'error');
  return { ...toWorklist(id, source, 'not-mapped', faults), issues: captured.issues };
}

function parseJson(bytes: Uint8Array): unknown {
  try {
    return JSON.parse(new TextDecoder('utf-8', { fatal: true }).decode(bytes));
  } catch {
    return undefined;
  }
}

const notJson = (name: string): ReceiptIssue => ({
  code: 'file-not-json',
  severity: 'error',
  message: `${name} is not JSON.`,
  path: [],
  expected: 'a JSON document in UTF-8',
});
