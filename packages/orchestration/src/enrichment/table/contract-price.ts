import type { Price, Quantity } from '@dist/canonical';
import type { TableRow } from './table-row.ts';

/**
 * What one item costs by one agreement. Whom it is for: every field that is set must agree, a row without any is the
 * list. The nearest row wins: ship-to, customer, partner, group, list.
 */
export interface ContractPrice extends TableRow {
  /** Name of the agreement, for people. */
  readonly agreement: string;
  readonly sku: string;
  readonly customerNumber?: string | undefined;
  readonly shipToNumber?: string | undefined;
  readonly partner?: string | undefined;
  /** A group of customers (`CustomerGroup`). */
  readonly group?: string | undefined;
  /** ISO 4217. */
  readonly currency: string;
  /** Its unit is the item's base unit when absent. */
  readonly price: Price;
  /** Counts from this ordered quantity of the line on; the greatest that is reached wins. */
  readonly minimum?: Quantity | undefined;
  /** How far the buyer's price may be from it, in place of the policy's. */
  readonly tolerancePercent?: string | undefined;
}

/** A customer belongs to a group that has prices of its own. */
export interface CustomerGroup extends TableRow {
  readonly customerNumber: string;
  readonly group: string;
}
