import type { Gateway } from '@dist/connectors/gateway';
import type { Runtime } from '@dist/orchestration/runtime';
import type { Output } from './console-output.ts';
import { lookBack } from './estate/look-back.ts';
import type { OpenShop } from './estate/open-shop.ts';

/** Takes in what a shop's list of orders has since the run began, each order as a message of its own. */
export async function receiveListedOrders(
  shop: { readonly id: string; readonly listed: OpenShop['listed'] },
  {
    gateway,
    runtime,
    output,
  }: { readonly gateway: Gateway; readonly runtime: Pick<Runtime, 'dispatch'>; readonly output: Output },
): Promise<void> {
  for await (const page of shop.listed?.list({ from: lookBack() }) ?? []) {
    if (!page.ok) {
      output.line(output.style('red', `orders of ${shop.id}: ${page.failure.message}`));
      return;
    }
    for (const order of page.items) {
      const bytes = new TextEncoder().encode(JSON.stringify(order));
      const message = { shop: shop.id, messageId: `${order.number}/${order.purpose}`, name: order.number, bytes };
      const { status } = await gateway.receiveShopOrder(message, runtime);
      output.line(`${output.style('bold', `order ${order.number}`)} from ${shop.id}: ${status}`);
    }
  }
}
