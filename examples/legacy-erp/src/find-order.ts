import { type ErpOrderStatus, type FindOutcome, failure } from '@dist/connectors';
import type { LegacyErpFolders } from './legacy-erp.ts';
import { decodeOrder } from './order-file.ts';
import { orderStatusOf, orderStatusTable, undecided } from './order-status.ts';
import { asciiOf, attempt, readExport } from './read-export.ts';

/**
 * How an order stands: by the export where it is in it, else by its file. The ERP moves a file on its way from `orders` over
 * `imported` into the export, so that who looks in this order meets it somewhere.
 */
export async function findOrder(folders: LegacyErpFolders, externalReference: string): Promise<FindOutcome> {
  const file = await findFile(folders, externalReference);
  if (file.status === 'failed') return file;
  const status = await readExport(folders.exports, 'ORDERS.CSV', orderStatusTable);
  if (!status.ok) return { status: 'failed', failure: status.failure };
  const rows = status.rows.filter(({ REFERENCE }) => REFERENCE === externalReference);
  if (rows.length === 0) return file;
  const order = orderStatusOf(rows);
  return order === undefined
    ? drifted(`ORDERS.CSV has a quantity of ${externalReference} that is none`)
    : { status: 'found', order };
}

async function findFile(folders: LegacyErpFolders, externalReference: string): Promise<FindOutcome> {
  for (const folder of [folders.orders, folders.imported]) {
    const bytes = await attempt(() => folder.read(orderFileName(externalReference)));
    if (!bytes.ok) return { status: 'failed', failure: bytes.failure };
    if (bytes.value === undefined) continue;
    const order = orderIn(bytes.value);
    if (order?.externalReference === externalReference) return { status: 'found', order };
    return drifted(`${orderFileName(externalReference)} is no order of this reference`);
  }
  return { status: 'notFound' };
}

function drifted(message: string): FindOutcome {
  return { status: 'failed', failure: failure('contract-drift', message, { safeToReplay: true }) };
}

function orderIn(bytes: Uint8Array): ErpOrderStatus | undefined {
  const file = decodeOrder(asciiOf(bytes) ?? '');
  return file.ok ? undecided(file.value) : undefined;
}

/** The name of an order's file, by our reference. */
export function orderFileName(externalReference: string): string {
  return `${externalReference}.txt`;
}
