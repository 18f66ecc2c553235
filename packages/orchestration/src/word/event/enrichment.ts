import type { Carrier, Identifier, Quantity, UnitConversion } from '@dist/canonical';
import type { LineQuantity, Substitution } from './amounts.ts';

/** A line as the ERP needs it: the seller's item, the quantity in its base unit, what was looked up to get there. */
export interface EnrichedLine {
  readonly lineId: string;
  readonly sku: string;
  readonly ids: readonly Identifier[];
  readonly description: string;
  /** As ordered, in the buyer's unit. */
  readonly ordered: Quantity;
  /** The same in the item's base unit. */
  readonly base: Quantity;
  /** How many base units each unit held when the item was looked up; later quantities convert by it. */
  readonly units: readonly UnitConversion[];
  /** Price per ordered unit that the buyer states. */
  readonly price?: string | undefined;
}

/** One ERP order of a purchase order (R16): by store of an SDQ, warehouse, or the whole (`partId` is then `1`). */
export interface OrderPart {
  readonly partId: string;
  /** Our reference at the ERP: partner-scoped, at most 35 characters (R19). */
  readonly externalReference: string;
  /** Decided once, when the order was enriched: a later cut-over does not move it. */
  readonly erp: string;
  readonly customerNumber: string;
  readonly shipToNumber: string;
  /** Where it ships from, when that is known. */
  readonly warehouse?: string | undefined;
  readonly lines: readonly LineQuantity[];
}

/** A record that an enrichment used: which table, which key, which version, as of which date. */
export interface Provenance {
  readonly record: string;
  readonly key: string;
  readonly version: string;
  /** Calendar date that the record was valid on, where the table has dates. */
  readonly date?: string | undefined;
}

/** What enrichment found besides lines and parts. */
export interface EnrichedExtras {
  /** Items put in another's place, with the consent that the agreement has. */
  readonly substitutions?: readonly Substitution[] | undefined;
  /** What the routing guide of the buyer says: carrier and service. */
  readonly carrier?: Carrier | undefined;
}
