import type { Issue } from '@dist/canonical';
import { type ConnectorFailure, failure } from '@dist/connectors';
import { type Mailbox, MailboxError } from '@dist/connectors/node/files';
import type { CsvTable } from './csv.ts';

/** The rows of an export, or why there are none. */
export type ExportRead<Row> =
  | { readonly ok: true; readonly rows: readonly Row[] }
  | { readonly ok: false; readonly failure: ConnectorFailure };

/** Last line of an export. The ERP writes it in place: a file without it is still being written. */
export const endOfExport = '*** END OF EXPORT ***\r\n';

/** Reads an export whole; one that is not there has no rows yet. */
export async function readExport<Column extends string>(
  exports: Mailbox,
  name: string,
  table: CsvTable<Column>,
): Promise<ExportRead<Readonly<Record<Column, string>>>> {
  const bytes = await attempt(() => exports.read(name));
  if (!bytes.ok) return bytes;
  if (bytes.value === undefined) return { ok: true, rows: [] };
  const text = asciiOf(bytes.value);
  if (text === undefined) return { ok: false, failure: failure('contract-drift', `${name} is not in ASCII`) };
  if (!text.endsWith(endOfExport))
    return { ok: false, failure: failure('unavailable', `${name} is still being written`) };
  const rows = table.read(text.slice(0, -endOfExport.length));
  if (!rows.ok) return { ok: false, failure: drift(name, rows.issues) };
  return { ok: true, rows: rows.value };
}

/** What a step with a mailbox gave, or its failure. */
export async function attempt<T>(
  step: () => Promise<T>,
): Promise<{ readonly ok: true; readonly value: T } | { readonly ok: false; readonly failure: ConnectorFailure }> {
  try {
    return { ok: true, value: await step() };
  } catch (error) {
    if (error instanceof MailboxError) return { ok: false, failure: error.failure };
    throw error;
  }
}

/** The text of bytes that are ASCII, as all files of this ERP are. */
export function asciiOf(bytes: Uint8Array): string | undefined {
  return bytes.every((byte) => byte < 0x80) ? new TextDecoder().decode(bytes) : undefined;
}

function drift(name: string, issues: readonly Issue[]): ConnectorFailure {
  return failure('contract-drift', `${name}: ${issues[0]?.message ?? 'it cannot be read'}`, { safeToReplay: true });
}
