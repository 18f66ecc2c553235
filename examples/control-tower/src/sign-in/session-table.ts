/** Who is signed in. Nobody can ask with what stands here: of a session's id only the hash is kept. */
export interface SessionTable {
  /** SHA-256 of the id that the browser has, in hex. */
  readonly id_hash: string;
  readonly user_id: string;
  readonly name: string;
  readonly role: 'viewer' | 'operator';
  readonly began_at: string;
  /** When a person was last seen to do something, to the minute. */
  readonly seen_at: string;
  /** Shown to the provider at sign-out, so that it ends its own session without asking. */
  readonly id_token: string;
}

/** Makes the table and its indices; `text` is the type of texts that are compared. */
export const sessionStatements = (text: string): readonly string[] => [
  `CREATE TABLE IF NOT EXISTS sessions (
     id_hash ${text} PRIMARY KEY, user_id ${text} NOT NULL, name ${text} NOT NULL, role ${text} NOT NULL, began_at ${text} NOT NULL,
     seen_at ${text} NOT NULL, id_token text NOT NULL)`,
  'CREATE INDEX IF NOT EXISTS sessions_began ON sessions (began_at)',
  'CREATE INDEX IF NOT EXISTS sessions_seen ON sessions (seen_at)',
];
