import { Order } from '@dist/canonical';
import { type GatewayShop, readOrders, type shopPerformers } from '@dist/connectors/gateway';
import { orderMap, shopify } from '@dist/connectors/shopify';
import { compile, json } from '@dist/mapping';
import type { Options } from '../options.ts';
import { sampleShop } from '../sample-shop.ts';
import { loopbackFetch } from './loopback-fetch.ts';
import type { EstateShop } from './shop-system.ts';
import { shopSystems } from './shop-systems.ts';

/** The shop of a run. */
export interface OpenShop {
  /** Reads its messages. */
  readonly orders: GatewayShop['orders'];
  /** Is told what was shipped and invoiced. */
  readonly channel: Parameters<typeof shopPerformers>[0];
  /** Its orders, where they are asked for and do not come as webhooks. */
  readonly listed?: EstateShop['orders'] | undefined;
}

/** Connects to the shop that was chosen, at the address of the counterparties. */
export async function openShop({ shop }: Pick<Options, 'shop'>, baseUrl: string): Promise<OpenShop> {
  const system = await shopSystems.get(shop)?.();
  if (system !== undefined) {
    const channel = system.connect({ fetch: loopbackFetch(baseUrl) });
    return { orders: readOrders, channel, listed: channel.orders };
  }
  const { token: accessToken, apiVersion } = sampleShop;
  return { orders: webhookOrders(), channel: shopify({ baseUrl, accessToken, apiVersion }) };
}

function webhookOrders(): GatewayShop['orders'] {
  const compiled = compile(orderMap, { native: json(), canonical: Order });
  if (!compiled.ok) throw new Error(`The map of shop orders does not compile: ${compiled.issues[0]?.message}`);
  return compiled.value;
}
