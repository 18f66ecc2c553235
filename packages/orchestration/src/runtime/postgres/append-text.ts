import { given } from './append-tables.ts';

/**
 * The whole of some appends in one statement, and so in one round trip and one transaction: what is stored is locked and
 * compared first, and each batch is written only when nothing of it differs (`good`). Answers the conflicts. Batches that
 * touch the same thing must not come together: each is compared with what was there before all of them.
 *
 * The plan is made while the tables are empty, and kept when they are not. So that each row is looked up by its key even then,
 * and no table is read as a whole, what is held is asked for row by row (`LATERAL`), and `good` is made to look small to
 * the planner by conditions that are always true.
 *
 * Locks are taken in one order everywhere: orders, outbox, claims, sequences, marks, each sorted. What is not there can not be
 * locked: of two that bring the same thing first, the later one breaks a unique key and is run again by the caller,
 * who then finds the row. Everything that is new has one place in the order of all: the statement's number, the row in it.
 */
export const appendText = `
WITH stream AS MATERIALIZED (
  SELECT batch, id, expected, nullif(snapshot, '') AS snapshot, closed_at, line FROM ${given('stream')}),
settled AS MATERIALIZED (SELECT * FROM ${given('settled')}),
sequence AS MATERIALIZED (SELECT * FROM ${given('sequence')}),
mark AS MATERIALIZED (SELECT * FROM ${given('mark')}),
document AS MATERIALIZED (SELECT * FROM ${given('document')}),
touched AS MATERIALIZED (SELECT * FROM ${given('touched')}),
timer AS MATERIALIZED (SELECT * FROM ${given('timer')}),
effect AS MATERIALIZED (SELECT *, sha256(convert_to(effect, 'UTF8')) AS digest FROM ${given('effect')}),
held_orders AS MATERIALIZED (
  SELECT held.* FROM (SELECT id FROM ${given('held_order')} ORDER BY id) AS wanted
  CROSS JOIN LATERAL (SELECT id, version FROM @orders AS known WHERE known.id = wanted.id FOR UPDATE) AS held),
held_effects AS MATERIALIZED (
  SELECT held.* FROM (SELECT key FROM touched ORDER BY key) AS wanted
  CROSS JOIN LATERAL (SELECT key, position FROM @outbox AS known WHERE known.key = wanted.key FOR UPDATE) AS held),
held_claims AS MATERIALIZED (
  SELECT held.* FROM (SELECT key FROM held_effects ORDER BY key) AS wanted
  CROSS JOIN LATERAL (SELECT key, position, lease FROM @claims AS known WHERE known.key = wanted.key FOR UPDATE) AS held),
held_sequences AS MATERIALIZED (
  SELECT held.* FROM (SELECT name FROM sequence ORDER BY name) AS wanted
  CROSS JOIN LATERAL (SELECT name, value FROM @sequences AS known WHERE known.name = wanted.name FOR UPDATE) AS held),
held_marks AS MATERIALIZED (
  SELECT held.* FROM (SELECT key FROM mark ORDER BY key) AS wanted
  CROSS JOIN LATERAL (SELECT key, value FROM @marks AS known WHERE known.key = wanted.key FOR UPDATE) AS held),
held_documents AS MATERIALIZED (
  SELECT held.* FROM document AS wanted
  CROSS JOIN LATERAL (SELECT key, hash FROM @documents AS known WHERE known.key = wanted.key OFFSET 0) AS held),
conflict AS MATERIALIZED (
  SELECT DISTINCT ON (batch) batch, what, key FROM (
    SELECT batch, 1 AS kind, 'version' AS what, id AS key, line FROM stream LEFT JOIN held_orders USING (id)
    WHERE coalesce(version, 0) <> expected
    UNION ALL
    SELECT batch, 2, 'lease', key, line FROM settled
    LEFT JOIN (SELECT key, lease FROM held_effects JOIN held_claims USING (key, position)) AS held USING (key)
    WHERE held.lease IS DISTINCT FROM settled.lease
    UNION ALL
    SELECT batch, 3, 'sequence', name, line FROM sequence LEFT JOIN held_sequences USING (name)
    WHERE coalesce(held_sequences.value, 0) <> expected
    UNION ALL
    SELECT batch, 4, 'mark', key, line FROM mark LEFT JOIN held_marks USING (key)
    WHERE held_marks.value IS DISTINCT FROM expected
    UNION ALL
    SELECT batch, 5, 'document', key, line FROM document JOIN held_documents USING (key)
    WHERE held_documents.hash <> document.hash) AS found
  ORDER BY batch, kind, line),
locked AS MATERIALIZED (
  SELECT orders + effects AS locks FROM (SELECT count(*) AS orders FROM held_orders) AS first
  CROSS JOIN (SELECT count(*) AS effects FROM held_effects) AS second),
numbered AS MATERIALIZED (SELECT nextval('@positions') AS number FROM locked),
good AS MATERIALIZED (
  SELECT number, batch FROM numbered, ${given('group')}
  WHERE batch NOT IN (SELECT batch FROM conflict) AND batch > 0 AND number > 0),
new_orders AS (
  INSERT INTO @orders (id, position, version, snapshot, snapshot_version, closed_at)
  SELECT id, number + line, 1, snapshot::json, CASE WHEN snapshot IS NULL THEN 0 ELSE 1 END, closed_at
  FROM good JOIN stream USING (batch) WHERE expected = 0 ORDER BY id),
moved_orders AS (
  UPDATE @orders AS known SET version = expected + 1, snapshot = coalesce(stream.snapshot::json, known.snapshot),
    snapshot_version = CASE WHEN stream.snapshot IS NULL THEN known.snapshot_version ELSE expected + 1 END,
    closed_at = stream.closed_at, compacted = false
  FROM good JOIN stream USING (batch)
  WHERE known.id = stream.id AND expected > 0),
logged AS (
  INSERT INTO @log (order_id, version, ordinal, event, policy)
  SELECT order_id, version, ordinal, event::json, policy FROM good JOIN ${given('entry')} USING (batch)),
issued AS (
  INSERT INTO @issues (order_id, version, ordinal, item, key, digest, attempt, not_before)
  SELECT given.order_id, version, ordinal, item, key, digest, attempt, not_before
  FROM good JOIN ${given('issue')} USING (batch) JOIN effect ON effect.line = given.effect),
known_effects AS (
  INSERT INTO @effects (order_id, key, digest, effect)
  SELECT order_id, key, digest, effect::json FROM good JOIN effect USING (batch) ORDER BY order_id, key, digest
  ON CONFLICT (order_id, key, digest) DO NOTHING),
put AS (
  INSERT INTO @outbox AS known
    (key, order_id, position, place, lane, class, partner, queue, priority, not_before, attempt, type, delivery,
     digest)
  SELECT given.key, given.order_id, number + position, number + place, lane, class, partner, queue, priority,
    not_before, attempt, type, nullif(delivery, '')::json, digest
  FROM good JOIN ${given('outbox')} USING (batch)
  LEFT JOIN effect ON effect.line = given.effect
  ORDER BY given.key
  ON CONFLICT (key) DO UPDATE SET order_id = excluded.order_id, position = excluded.position, lane = excluded.lane,
    class = excluded.class, partner = excluded.partner, queue = excluded.queue, priority = excluded.priority,
    not_before = excluded.not_before, attempt = excluded.attempt, type = excluded.type, delivery = excluded.delivery,
    digest = excluded.digest),
settled_effects AS (
  DELETE FROM @outbox AS known USING good JOIN ${given('gone')} USING (batch)
  WHERE known.key = given.key),
ended_claims AS (
  DELETE FROM @claims AS known USING good JOIN touched USING (batch) JOIN held_claims USING (key)
  WHERE known.key = touched.key),
stopped AS (
  DELETE FROM @timers AS known USING good JOIN stream USING (batch)
  WHERE known.order_id = stream.id AND expected > 0
    AND NOT EXISTS (SELECT FROM timer WHERE timer.order_id = known.order_id AND timer.timer = known.timer)),
running AS (
  INSERT INTO @timers AS known (order_id, timer, due)
  SELECT order_id, timer, due FROM good JOIN timer AS wanted USING (batch)
  LEFT JOIN LATERAL (
    SELECT due AS before FROM @timers AS known
    WHERE known.order_id = wanted.order_id AND known.timer = wanted.timer OFFSET 0) AS held ON true
  WHERE due IS DISTINCT FROM before
  ON CONFLICT (order_id, timer) DO UPDATE SET due = excluded.due),
noted AS (
  INSERT INTO @notes (position, order_id, note)
  SELECT number + line, order_id, note::json FROM good JOIN ${given('note')} USING (batch)),
new_sequences AS (
  INSERT INTO @sequences (name, value) SELECT name, next FROM good JOIN sequence USING (batch)
  WHERE NOT EXISTS (SELECT FROM held_sequences WHERE held_sequences.name = sequence.name) ORDER BY name),
moved_sequences AS (
  UPDATE @sequences AS known SET value = next FROM good JOIN sequence USING (batch)
  WHERE known.name = sequence.name),
new_marks AS (
  INSERT INTO @marks (key, value) SELECT key, value FROM good JOIN mark USING (batch) WHERE expected IS NULL ORDER BY key),
moved_marks AS (
  UPDATE @marks AS known SET value = mark.value FROM good JOIN mark USING (batch)
  WHERE known.key = mark.key AND expected IS NOT NULL),
new_documents AS (
  INSERT INTO @documents (key, position, direction, partner, type, name, bytes, hash, control_numbers, at)
  SELECT key, number + line, direction, partner, type, name, bytes, hash, control_numbers::json, at
  FROM good JOIN document USING (batch)
  WHERE NOT EXISTS (SELECT FROM held_documents WHERE held_documents.key = document.key) ORDER BY key)
SELECT batch, what, key FROM conflict`;
