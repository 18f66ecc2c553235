import type { Changes } from './journal.ts';

/** What notes at their positions, in order, say of what has changed; where there are none, the place stays. */
export function changesOf(rows: Changes['orders'], place: string): Changes {
  const last = new Map<string, { id: string; position: string }>();
  for (const row of rows) {
    // Put in anew, so that it stands where its last note does.
    last.delete(row.id);
    last.set(row.id, row);
  }
  return { orders: [...last.values()], place: rows.at(-1)?.position ?? place };
}
