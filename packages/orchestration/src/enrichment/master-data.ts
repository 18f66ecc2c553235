import type { Customer, Identifier, Item } from '@dist/canonical';

/** A number that one partner uses for one of our items. */
export interface ItemCrossReference {
  readonly partner: string;
  readonly scheme: Identifier['scheme'];
  readonly value: string;
  readonly sku: string;
}

/**
 * A number that one partner uses for a place. The value `*` stands for every order of the partner whose ship-to has no
 * number at all: shops, where goods go to the address on the order.
 */
export interface ShipToCrossReference {
  readonly partner: string;
  readonly scheme: Identifier['scheme'];
  readonly value: string;
  readonly customerNumber: string;
  readonly shipToNumber: string;
}

/** The rows that an order needs, as plain tables. `version` is recorded with the order. */
export interface MasterData {
  readonly version: string;
  readonly items: readonly Item[];
  readonly customers: readonly Customer[];
  readonly itemCrossReferences: readonly ItemCrossReference[];
  readonly shipToCrossReferences: readonly ShipToCrossReference[];
}

/** What to look up for one order, without repeats. */
export interface MasterDataKeys {
  readonly partner: string;
  readonly items: readonly Identifier[];
  readonly places: readonly Identifier[];
}

/** Where master data lives: a cache, a table, the ERP. One call for one order. */
export interface MasterDataPort {
  resolve(keys: MasterDataKeys): Promise<MasterData>;
}
