import type { Identifier } from '@dist/canonical';
import type { TableRow } from './table-row.ts';

/** A number that one partner uses for one of our items. */
export interface ItemCrossReference extends TableRow {
  readonly partner: string;
  readonly scheme: Identifier['scheme'];
  readonly value: string;
  readonly sku: string;
}

/**
 * A number that one partner uses for a place. The value `*` stands for every order of the partner whose ship-to has no
 * number at all: shops, where goods go to the address on the order.
 */
export interface ShipToCrossReference extends TableRow {
  readonly partner: string;
  readonly scheme: Identifier['scheme'];
  readonly value: string;
  readonly customerNumber: string;
  readonly shipToNumber: string;
}

/**
 * A number that one partner uses for a buyer, by the order's buyer or bill-to party. Orders whose ship-to has no number
 * go to `shipToNumber`; without it such an order waits for a person.
 */
export interface CustomerCrossReference extends TableRow {
  readonly partner: string;
  readonly scheme: Identifier['scheme'];
  readonly value: string;
  readonly customerNumber: string;
  readonly shipToNumber?: string | undefined;
}

/** Whose buyers write from a domain (`lakeside.example`), for orders whose parties have no number that is known. */
export interface EmailDomain extends TableRow {
  readonly partner: string;
  /** What stands behind the @, in small letters; subdomains are rows of their own. */
  readonly domain: string;
  readonly customerNumber: string;
  readonly shipToNumber: string;
}
