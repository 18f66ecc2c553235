import type { VendorClient } from '../http/vendor-client.ts';
import type { UnitTable } from './unit-table.ts';

/** What the operations need of the tenant. */
export interface Tenant {
  readonly client: VendorClient;
  readonly units: UnitTable;
  /** Type of the orders that are made and looked for: `SO`. */
  readonly orderType: string;
}
