import type { Quantity } from '@dist/canonical';
import type { SubstitutionRule } from '../../policy/sections.ts';
import type { TableRow } from './table-row.ts';

/** An item that ships in the place of another; the nearest row wins (customer, partner, all), then the lowest `rank`. */
export interface Substitute extends TableRow {
  readonly sku: string;
  readonly substitute: string;
  /** `superseded`: from its first day on. `discontinued`: when the item is. `outOfStock`: when stock is known and short. */
  readonly reason: 'superseded' | 'discontinued' | 'outOfStock';
  readonly customerNumber?: string | undefined;
  readonly partner?: string | undefined;
  /** What the agreement says of it, in place of the policy's `substitution`. */
  readonly consent?: SubstitutionRule | undefined;
  readonly rank?: number | undefined;
}

/** What can be promised of an item, over all warehouses, in its base unit. */
export interface StockLevel extends TableRow {
  readonly sku: string;
  readonly available: Quantity;
}
