import type { Money } from '@dist/canonical';
import type { ErrorClass } from '../../word/failure.ts';
import type { TableRow } from './table-row.ts';

/** How much a customer may owe, and owes. A customer without a row has the account of its parent. */
export interface CreditAccount extends TableRow {
  readonly customerNumber: string;
  readonly limit: Money;
  /** What is open and ordered already, in the currency of the limit. */
  readonly openBalance: string;
}

/** What may not go on before a person looks: every field that is set must agree. */
export interface TradeHold extends TableRow {
  /** `credit`, `export`, `hazmat`: the failure's code is `hold-<name>`. */
  readonly hold: string;
  /** Whose decision it is (`policy.errorClasses`). */
  readonly class: ErrorClass;
  readonly reason: string;
  /** False where releasing the hold is not enough, and the row has to go. */
  readonly releasable?: boolean | undefined;
  readonly partner?: string | undefined;
  readonly customerNumber?: string | undefined;
  readonly shipToNumber?: string | undefined;
  /** Country that the goods go to, ISO 3166-1. */
  readonly country?: string | undefined;
  /** Seller's number of the item that would ship. */
  readonly sku?: string | undefined;
}
