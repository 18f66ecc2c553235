import type { Carrier, Freight, Quantity } from '@dist/canonical';
import type { TableRow } from './table-row.ts';

/** Which goods a row is for: every field that is set must agree. Of those that fit, the lowest rank wins. */
export interface DestinationRule extends TableRow {
  readonly rank: number;
  readonly partner?: string | undefined;
  readonly customerNumber?: string | undefined;
  readonly shipToNumber?: string | undefined;
  /** ISO 3166-1, two letters. */
  readonly country?: string | undefined;
  readonly region?: string | undefined;
  /** Beginning of the postal code; blanks and letter case do not count. */
  readonly postalPrefix?: string | undefined;
}

/** Where an item ships from. */
export interface WarehouseRule extends DestinationRule {
  readonly warehouse: string;
  readonly sku?: string | undefined;
}

/** A row of a routing guide: who carries what. */
export interface RoutingGuideRule extends DestinationRule {
  /** Name of the guide or of its paragraph, for people. */
  readonly guide: string;
  readonly carrier: Carrier;
  /** Who pays the freight, as the order says it. */
  readonly freight?: Freight['payment'] | undefined;
  /** The service that the order asks for, where it names no carrier. */
  readonly service?: string | undefined;
  readonly warehouse?: string | undefined;
  /** Gross weight of the ERP order: from this on. */
  readonly minimumWeight?: Quantity | undefined;
  /** Gross weight of the ERP order: less than this. */
  readonly belowWeight?: Quantity | undefined;
}

/** What one base unit of an item weighs, packing included. */
export interface ItemWeight extends TableRow {
  readonly sku: string;
  readonly weight: Quantity;
}
