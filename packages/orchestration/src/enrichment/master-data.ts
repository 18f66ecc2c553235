import type { Customer, Identifier, Item } from '@dist/canonical';
import type { ContractPrice, CustomerGroup } from './table/contract-price.ts';
import type { CreditAccount, TradeHold } from './table/credit-account.ts';
import type {
  CustomerCrossReference,
  EmailDomain,
  ItemCrossReference,
  ShipToCrossReference,
} from './table/cross-reference.ts';
import type { ItemWeight, RoutingGuideRule, WarehouseRule } from './table/destination-rule.ts';
import type { StockLevel, Substitute } from './table/substitute.ts';

/**
 * The rows that an order needs, as plain tables; their order means nothing. `version` is recorded with the order. A
 * table that is absent is not kept here, and its question is left to the ERP; one without rows is kept and says no.
 */
export interface MasterData {
  readonly version: string;
  readonly items: readonly Item[];
  readonly customers: readonly Customer[];
  readonly itemCrossReferences: readonly ItemCrossReference[];
  readonly shipToCrossReferences: readonly ShipToCrossReference[];
  readonly customerCrossReferences?: readonly CustomerCrossReference[] | undefined;
  readonly emailDomains?: readonly EmailDomain[] | undefined;
  readonly prices?: readonly ContractPrice[] | undefined;
  readonly customerGroups?: readonly CustomerGroup[] | undefined;
  /** ISO 4217; what the items' own prices are in. The order's when absent. */
  readonly listCurrency?: string | undefined;
  readonly substitutes?: readonly Substitute[] | undefined;
  readonly stock?: readonly StockLevel[] | undefined;
  readonly creditAccounts?: readonly CreditAccount[] | undefined;
  readonly holds?: readonly TradeHold[] | undefined;
  readonly warehouses?: readonly WarehouseRule[] | undefined;
  readonly routingGuide?: readonly RoutingGuideRule[] | undefined;
  readonly weights?: readonly ItemWeight[] | undefined;
}

/**
 * What to look up for one order, without repeats. The port follows its own references: what it finds by these numbers
 * comes with its substitutes, prices, stock, weights, accounts and holds.
 */
export interface MasterDataKeys {
  readonly partner: string;
  readonly items: readonly Identifier[];
  readonly places: readonly Identifier[];
  /** What stands behind the @ of the buyer and the bill-to, in small letters. */
  readonly emailDomains: readonly string[];
  /** ISO 4217. */
  readonly currency: string;
  /** ISO instant: rows that do not count then are not needed. */
  readonly receivedAt?: string | undefined;
}

/** Where master data lives: a cache, a table, the ERP. One call for one order. */
export interface MasterDataPort {
  resolve(keys: MasterDataKeys): Promise<MasterData>;
}
