import type { VendorClient } from '../http/vendor-client.ts';
import type { UnitTable } from './unit-table.ts';

/** One company of one environment, as every operation speaks to it. */
export interface Company {
  readonly client: VendorClient;
  /** `/companies(<id>)`: what its sets stand behind. */
  readonly root: string;
  readonly units: UnitTable;
}
