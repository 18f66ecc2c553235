import type { VendorClient } from '../http/vendor-client.ts';
import type { UnitTable } from './unit-table.ts';

/** What the operations need of the business unit whose orders they handle. */
export interface BusinessUnit {
  readonly client: VendorClient;
  readonly units: UnitTable;
  /** `SourceTransactionSystem` of the orders that are made and looked for. */
  readonly sourceSystem: string;
}

/** Resources of Supply Chain Management and Financials. */
export const fusionRoot = '/fscmRestApi/resources/11.13.18.05';

/** The resource of orders. */
export const orderHub = `${fusionRoot}/salesOrdersForOrderHub`;
