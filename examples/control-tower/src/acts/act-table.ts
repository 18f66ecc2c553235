/**
 * What operators have tried and done. Unlike the other tables it is not made from the journal's notes; that an act was done, by
 * whom and why stands in the journal as well, in the events of its orders.
 */
export interface ActTable {
  /** A random UUID: the token of its dry run, and part of the keys of its events. */
  readonly id: string;
  readonly status: 'tried' | 'proposed' | 'done' | 'refused' | 'declined';
  readonly verb: string;
  /** `Act` as JSON. */
  readonly act: string;
  /** `Position` of each order, or of the switches, as JSON. */
  readonly positions: string;
  /** Why it needs another operator; empty where it does not. */
  readonly four_eyes: string;
  readonly reason: string;
  readonly by_id: string;
  readonly by_name: string;
  readonly at: string;
  readonly decided_by: string;
  readonly decided_at: string;
  readonly orders: number;
  readonly items: number;
  /** What came of it, in a sentence. */
  readonly outcome: string;
}

/** What makes the table; `text` is the type of texts that are compared. */
export const actStatements = (text: string): readonly string[] => [
  `CREATE TABLE IF NOT EXISTS acts (
     id ${text} PRIMARY KEY, status ${text} NOT NULL, verb ${text} NOT NULL, act text NOT NULL, positions text NOT NULL,
     four_eyes text NOT NULL, reason text NOT NULL, by_id ${text} NOT NULL, by_name text NOT NULL, at ${text} NOT NULL,
     decided_by ${text} NOT NULL, decided_at ${text} NOT NULL, orders integer NOT NULL, items integer NOT NULL, outcome text NOT NULL)`,
  'CREATE INDEX IF NOT EXISTS acts_status ON acts (status, at, id)',
];
