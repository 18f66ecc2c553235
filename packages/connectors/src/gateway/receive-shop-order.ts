import type { Runtime } from '@dist/orchestration/runtime';
import { sha256 } from '../bytes/sha256.ts';
import { captureOrder } from './capture-order.ts';
import type { GatewayOptions } from './gateway-options.ts';
import { checkedDispatches } from './intake/checked-dispatches.ts';
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

/** Takes in one order of a shop: kept, mapped and captured in one commit (R01); webhooks come twice and late. */
export async function receiveShopOrder(
  { journal, shops = [], clock }: GatewayOptions,
  runtime: Pick<Runtime, 'dispatch'>,
  { shop: id, messageId, name, bytes }: ShopMessage,
): Promise<ShopReceipt> {
  const shop = shops.find((known) => known.id === id);
  if (shop === undefined) throw new RangeError(`there is no shop ${id}`);
  const key = `in/${encodeURIComponent(id)}/${encodeURIComponent(messageId)}`;
  const receivedAt = clock();
  const payload = parseJson(bytes);
  if (payload === undefined) return { status: 'unreadable', orders: [], issues: [notJson(name)] };
  const source = { key, document: key, receivedAt };
  const captured = checkedDispatches(id, source, captureOrder({ id }, shop.orders.read(payload), source));
  const orders = captured.dispatches.map((dispatch) => dispatch.id);
  if ((await journal.mark(key)) !== undefined) return { status: 'seen', orders, issues: captured.issues };
  const hash = await sha256(bytes);
  const result = await runtime.dispatch(captured.dispatches, {
    documents: [
      {
        key,
        direction: 'in',
        partner: id,
        type: 'order',
        name,
        bytes,
        hash,
        controlNumbers: [messageId],
        at: receivedAt,
      },
    ],
    marks: [{ key, expected: undefined, value: hash }],
  });
  return { status: result.status === 'appended' ? 'received' : 'seen', orders, issues: captured.issues };
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
