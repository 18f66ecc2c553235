import type { VendorClient } from '../http/vendor-client.ts';
import { odataText } from '../odata/odata-text.ts';
import { type RowsRead, readRows } from '../odata/read-rows.ts';
import type { Call } from '../port/call.ts';
import type { UnitTable } from './unit-table.ts';

/** One legal entity of one environment, as every operation speaks to it. */
export interface LegalEntity {
  readonly client: VendorClient;
  /** Its id: `usmf`. */
  readonly dataAreaId: string;
  readonly units: UnitTable;
}

/** Without it only the user's own legal entity is looked through ("Open Data Protocol (OData)", Cross-company behavior). */
export const crossCompany = { 'cross-company': 'true' } as const;

/** Which records are asked for: all of the legal entity where there is no condition. */
export interface SetQuestion {
  readonly filter?: string;
  readonly top?: string;
  /** Options beside `$filter` and `$top`. */
  readonly query?: Readonly<Record<string, string>>;
  readonly operation: string;
}

/** Records of a set that fit a condition, of this legal entity. */
export async function readSet(
  { client, dataAreaId }: LegalEntity,
  set: string,
  { filter, top, query: more, operation }: SetQuestion,
  call?: Call,
): Promise<RowsRead> {
  const own = `dataAreaId eq ${odataText(dataAreaId)}`;
  const $filter = filter === undefined ? own : `${own} and ${filter}`;
  const query = { ...crossCompany, $filter, ...more, ...(top !== undefined && { $top: top }) };
  return await readRows(client, { path: `/${set}`, query, operation }, call);
}

/** `/SalesOrderLines(dataAreaId='usmf',InventoryLotId='000221')`. */
export function recordPath({ dataAreaId }: LegalEntity, set: string, key: string, value: string): string {
  return `/${set}(dataAreaId=${encodeURIComponent(odataText(dataAreaId))},${key}=${encodeURIComponent(odataText(value))})`;
}
