import type { Fetch, Orders } from '@dist/connectors';
import type { shopPerformers } from '@dist/connectors/gateway';
import type { Fake } from '@dist/connectors/testing';

/** What an order to cash asks of a shop: its orders, and to be told what was shipped and invoiced. */
export type EstateShop = Parameters<typeof shopPerformers>[0] & { readonly orders: Pick<Orders, 'list'> };

/** A shop beside its stand-in: its connector in one process, the fake in that of the counterparties. */
export interface ShopSystem {
  connect(access: { readonly fetch: Fetch }): EstateShop;
  fake(): Fake;
}
