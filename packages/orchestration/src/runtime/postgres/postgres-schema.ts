/**
 * The tables, as steps from one version of the schema to the next; a step that was released is never changed. `@name` is
 * a name in the journal's schema. Instants are texts in UTC, and texts are compared byte by byte: their order is the
 * same on every server.
 */
export const postgresSchema: readonly (readonly string[])[] = [
  [
    // One number for each batch, with room for its rows after it.
    'CREATE SEQUENCE @positions INCREMENT BY 1000000',
    `CREATE TABLE @orders (
       id text COLLATE "C" PRIMARY KEY, position bigint NOT NULL UNIQUE, version integer NOT NULL,
       snapshot json, snapshot_version integer NOT NULL, closed_at text COLLATE "C", compacted boolean NOT NULL DEFAULT false)
     WITH (fillfactor = 80)`,
    'CREATE INDEX orders_closed ON @orders (closed_at, position) WHERE closed_at IS NOT NULL AND NOT compacted',
    `CREATE TABLE @log (
       order_id text COLLATE "C", version integer, ordinal integer, event json NOT NULL,
       PRIMARY KEY (order_id, version, ordinal))`,
    `CREATE TABLE @issues (
       order_id text COLLATE "C", version integer, ordinal integer, item integer, key text COLLATE "C" NOT NULL,
       digest bytea NOT NULL, attempt integer NOT NULL, not_before text COLLATE "C" NOT NULL, PRIMARY KEY (order_id, version, ordinal, item))`,
    // Once for each content of a key: attempts differ in nothing that is kept here.
    `CREATE TABLE @effects (
       order_id text COLLATE "C", key text COLLATE "C", digest bytea, effect json NOT NULL,
       PRIMARY KEY (order_id, key, digest))`,
    `CREATE TABLE @outbox (
       key text COLLATE "C" PRIMARY KEY, order_id text COLLATE "C" NOT NULL, position bigint NOT NULL, place bigint NOT NULL,
       lane text COLLATE "C" NOT NULL, class text COLLATE "C" NOT NULL, partner text COLLATE "C" NOT NULL,
       queue text COLLATE "C", priority double precision NOT NULL, not_before text COLLATE "C" NOT NULL,
       attempt integer NOT NULL, type text COLLATE "C" NOT NULL, delivery json, digest bytea)
     WITH (fillfactor = 80, autovacuum_vacuum_scale_factor = 0.02, autovacuum_analyze_scale_factor = 0.05)`,
    'CREATE INDEX outbox_due ON @outbox (lane, class, partner, priority, type, not_before, position)',
    'CREATE INDEX outbox_queue ON @outbox (queue, place) WHERE queue IS NOT NULL',
    'CREATE INDEX outbox_order ON @outbox (order_id)',
    // Beside the outbox, so that a claim writes one small row. A claim counts for the position it names: a new attempt
    // has another one, and the claim of the attempt before is none.
    `CREATE TABLE @claims (
       key text COLLATE "C" PRIMARY KEY, position bigint NOT NULL, lane text COLLATE "C" NOT NULL, times integer NOT NULL,
       worker text COLLATE "C" NOT NULL, lease text COLLATE "C" NOT NULL, lease_until text COLLATE "C" NOT NULL,
       reclaimed boolean NOT NULL DEFAULT false, begun boolean NOT NULL DEFAULT true)
     WITH (fillfactor = 80, autovacuum_vacuum_scale_factor = 0.02)`,
    'CREATE TABLE @lanes (lane text COLLATE "C" PRIMARY KEY, state json) WITH (fillfactor = 50)',
    'CREATE TABLE @notes (position bigint PRIMARY KEY, order_id text COLLATE "C" NOT NULL, note json NOT NULL)',
    'CREATE INDEX notes_order ON @notes (order_id, position)',
    `CREATE TABLE @timers (
       order_id text COLLATE "C", timer text COLLATE "C", due text COLLATE "C" NOT NULL, PRIMARY KEY (order_id, timer))`,
    'CREATE INDEX timers_due ON @timers (due, order_id)',
    'CREATE TABLE @sequences (name text COLLATE "C" PRIMARY KEY, value bigint NOT NULL)',
    'CREATE TABLE @marks (key text COLLATE "C" PRIMARY KEY, value text COLLATE "C" NOT NULL)',
    `CREATE TABLE @documents (
       key text COLLATE "C" PRIMARY KEY, position bigint NOT NULL UNIQUE, direction text NOT NULL,
       partner text COLLATE "C" NOT NULL, type text NOT NULL, name text NOT NULL, bytes bytea NOT NULL, hash text NOT NULL,
       control_numbers json NOT NULL, at text NOT NULL)`,
  ],
  [
    // Nobody asks for it often enough to pay for it with each effect.
    'DROP INDEX @outbox_order',
    'ALTER TABLE @log ADD COLUMN policy text COLLATE "C"',
    // Before, a row held one note; now it holds those of one step as a list, and a release that does not know that is refused.
    `COMMENT ON COLUMN @notes.note IS 'the notes of one step, a list; one note by itself where an earlier release has written it'`,
  ],
];
