import type { Performers, Runtime } from '@dist/orchestration/runtime';
import { documentDeliverer } from './document-deliverer.ts';
import { documentSender } from './document-sender.ts';
import type { GatewayOptions } from './gateway-options.ts';
import type { FileReceipt } from './receipt.ts';
import { type ReceivedBytes, receiveFile } from './receive-file.ts';
import { receiveShopOrder, type ShopMessage, type ShopReceipt } from './receive-shop-order.ts';

export interface Gateway {
  /** Takes in a file of X12 interchanges. Never throws for what the file holds. */
  receive(file: ReceivedBytes, runtime: Pick<Runtime, 'dispatch'>): Promise<FileReceipt>;
  /** Takes in one order of a shop. */
  receiveShopOrder(message: ShopMessage, runtime: Pick<Runtime, 'dispatch'>): Promise<ShopReceipt>;
  /** What sends documents, for the runtime. */
  readonly performers: Pick<Performers, 'document.send' | 'document.deliver'>;
}

/** The ends of an order to cash: bytes in, orders and acknowledgments out; documents in, bytes out. It holds no state. */
export function createGateway(options: GatewayOptions): Gateway {
  return {
    receive: (file, runtime) => receiveFile(options, runtime, file),
    receiveShopOrder: (message, runtime) => receiveShopOrder(options, runtime, message),
    performers: { 'document.send': documentSender(options), 'document.deliver': documentDeliverer(options) },
  };
}
