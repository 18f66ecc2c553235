import type { Customer, Item } from '@dist/canonical';
import type { Call } from './call.ts';
import type { Found } from './page.ts';

/** What a master record is looked up by, and its value: `{ by: 'number', value: 'C-1' }`. */
export interface LookUp<By extends string> {
  readonly by: By;
  readonly value: string;
}

/** What a customer may be known by: the system's id, the seller's number, an e-mail address, a name. */
export type CustomerKey = 'id' | 'number' | 'email' | 'name';

/** Customers of a system, by the keys that it can be asked with. */
export interface Customers<By extends CustomerKey = CustomerKey> {
  /** Two customers under one key are a `conflict`, never the first of them. */
  find(key: LookUp<By>, call?: Call): Promise<Found<Customer>>;
}

/** What an item may be known by: the system's id, the seller's number, its GTIN. */
export type ItemKey = 'id' | 'sku' | 'gtin';

/** Items of a system, by the keys that it can be asked with. */
export interface Items<By extends ItemKey = ItemKey> {
  /** Two items under one key are a `conflict`, never the first of them. */
  find(key: LookUp<By>, call?: Call): Promise<Found<Item>>;
}
