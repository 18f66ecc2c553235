import type { Ledger } from './ledger.ts';
import type { ShopOrder } from './shop-orders.ts';

/** What the shop's endpoint works on. */
export interface Shop {
  readonly ledger: Ledger;
  /** By global id. */
  readonly orders: ReadonlyMap<string, ShopOrder>;
  readonly now: () => string;
}
