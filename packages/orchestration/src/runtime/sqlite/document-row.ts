import type { StoredDocument } from '../journal.ts';

export interface DocumentRow {
  readonly position: number;
  readonly key: string;
  readonly direction: 'in' | 'out';
  readonly partner: string;
  readonly type: string;
  readonly name: string;
  readonly bytes: Uint8Array;
  readonly hash: string;
  readonly control_numbers: string;
  readonly at: string;
}

/** A stored document from its row; column by column, since drivers answer rows of classes of their own. */
export function documentOf(row: DocumentRow): StoredDocument {
  return {
    key: row.key,
    direction: row.direction,
    partner: row.partner,
    type: row.type,
    name: row.name,
    bytes: new Uint8Array(row.bytes),
    hash: row.hash,
    controlNumbers: JSON.parse(row.control_numbers),
    at: row.at,
  };
}
