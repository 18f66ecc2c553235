import type { Carrier, Identifier, Quantity, UnitConversion } from '@dist/canonical';
import type { Failure } from '../failure.ts';
import type { LineQuantity, Substitution } from './amounts.ts';

/** A line as the ERP needs it: the seller's item, the quantity in its base unit, what was looked up to get there. */
export interface EnrichedLine {
  readonly lineId: string;
  /** The buyer's own line id, where two lines share it and `lineId` tells them apart (`lineKeys`). */
  readonly buyerLineId?: string | undefined;
  readonly sku: string;
  readonly ids: readonly Identifier[];
  readonly description: string;
  /** As ordered, in the buyer's unit. */
  readonly ordered: Quantity;
  /** The same in the item's base unit. */
  readonly base: Quantity;
  /** How many base units each unit held when the item was looked up; later quantities convert by it. */
  readonly units: readonly UnitConversion[];
  /** Price per ordered unit: what the buyer states, or what is agreed where the buyer states none. */
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
  /** Who carries it: the buyer's word, or the routing guide's. */
  readonly carrier?: Carrier | undefined;
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
  /** Carrier and service, where all parts have the same one. */
  readonly carrier?: Carrier | undefined;
}

/** A failure that a person has seen and lets pass, by releasing its hold. */
export interface Approval extends Pick<Failure, 'code' | 'message' | 'lineId'> {
  readonly by?: string | undefined;
}
