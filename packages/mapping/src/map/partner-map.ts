import type { Direction, Rule } from './rule.ts';

/** A table of codes, native to canonical. Lossy: each direction says what it does with codes that share a meaning. */
export type Table = Readonly<Record<string, string>> | LossyTable;

export interface LossyTable {
  lossy: true;
  /** Native code → canonical code. */
  read: Readonly<Record<string, string>>;
  /** Canonical code → native code. */
  write: Readonly<Record<string, string>>;
}

/** A map as JSON: rules by id that translate a partner's document and a canonical one, both ways. */
export interface PartnerMap {
  $schema?: string | undefined;
  id: string;
  version: string;
  /** Id of the native Format: `x12/004010/850`, `json/shop/order`. */
  native: string;
  /** Kind of the canonical document: `order`, `shipment`, `invoice`. */
  canonical: string;
  /** Where the map runs one way only. */
  direction?: Direction | undefined;
  /** First and last calendar day it is used, both included. */
  effective?: { from?: string | undefined; until?: string | undefined } | undefined;
  tables?: Readonly<Record<string, Table>> | undefined;
  rules: readonly Rule[];
}
