/**
 * The whole of an append in one statement, and so in one round trip and one transaction: what is stored is locked and
 * compared first (`verdict`), and each write happens only when nothing differs.
 *
 * Locks are taken in one order everywhere: orders, outbox, claims, sequences, marks, each sorted. What is not there can not be
 * locked: of two that bring the same thing first, the later one breaks a unique key and is run again by the caller,
 * who then finds the row. Everything that is new has one place in the order of all: the batch's number, the row in it.
 */
export const postgresAppend = `
WITH stream AS MATERIALIZED (
  SELECT * FROM unnest($1::text[], $2::integer[], $3::text[], $4::text[])
  WITH ORDINALITY AS given (id, expected, snapshot, closed_at, ordinal)),
settled AS MATERIALIZED (SELECT * FROM unnest($5::text[], $6::text[]) WITH ORDINALITY AS given (key, lease, ordinal)),
sequence AS MATERIALIZED (
  SELECT * FROM unnest($7::text[], $8::bigint[], $9::bigint[]) WITH ORDINALITY AS given (name, expected, next, ordinal)),
mark AS MATERIALIZED (
  SELECT * FROM unnest($10::text[], $11::text[], $12::text[]) WITH ORDINALITY AS given (key, expected, value, ordinal)),
document AS MATERIALIZED (
  SELECT * FROM unnest($13::text[], $14::text[], $15::text[], $16::text[], $17::text[], $18::bytea[], $19::text[],
    $20::text[], $21::text[])
  WITH ORDINALITY AS given (key, direction, partner, type, name, bytes, hash, control_numbers, at, ordinal)),
effect AS MATERIALIZED (
  SELECT *, sha256(convert_to(effect, 'UTF8')) AS digest
  FROM unnest($35::text[], $36::text[], $37::text[]) WITH ORDINALITY AS given (order_id, key, effect, ordinal)),
held_orders AS MATERIALIZED (
  SELECT id, version FROM @orders WHERE id = ANY ($22::text[]) ORDER BY id FOR UPDATE),
held_effects AS MATERIALIZED (
  SELECT key, position FROM @outbox WHERE key = ANY ($23::text[]) ORDER BY key FOR UPDATE),
held_claims AS MATERIALIZED (
  SELECT key, position, lease FROM @claims WHERE key = ANY ($23::text[]) AND (SELECT count(*) FROM held_effects) > 0
  ORDER BY key FOR UPDATE),
held_sequences AS MATERIALIZED (
  SELECT name, value FROM @sequences WHERE name = ANY ($7::text[]) ORDER BY name FOR UPDATE),
held_marks AS MATERIALIZED (
  SELECT key, value FROM @marks WHERE key = ANY ($10::text[]) ORDER BY key FOR UPDATE),
held_documents AS MATERIALIZED (SELECT key, hash FROM @documents WHERE key = ANY ($13::text[])),
conflict AS MATERIALIZED (
  (SELECT 'version' AS what, id AS key FROM stream LEFT JOIN held_orders USING (id)
   WHERE coalesce(version, 0) <> expected ORDER BY ordinal)
  UNION ALL
  (SELECT 'lease', key FROM settled
   LEFT JOIN (SELECT key, lease FROM held_effects JOIN held_claims USING (key, position)) AS held USING (key)
   WHERE held.lease IS DISTINCT FROM settled.lease ORDER BY ordinal)
  UNION ALL
  (SELECT 'sequence', name FROM sequence LEFT JOIN held_sequences USING (name)
   WHERE coalesce(held_sequences.value, 0) <> expected ORDER BY ordinal)
  UNION ALL
  (SELECT 'mark', key FROM mark LEFT JOIN held_marks USING (key)
   WHERE held_marks.value IS DISTINCT FROM expected ORDER BY ordinal)
  UNION ALL
  (SELECT 'document', key FROM document JOIN held_documents USING (key)
   WHERE held_documents.hash <> document.hash ORDER BY ordinal)
  LIMIT 1),
verdict AS MATERIALIZED (
  SELECT what, key, orders + effects AS locked FROM (SELECT count(*) AS orders FROM held_orders) AS first
  CROSS JOIN (SELECT count(*) AS effects FROM held_effects) AS second LEFT JOIN conflict ON true),
batch AS MATERIALIZED (SELECT nextval('@positions') AS number FROM verdict WHERE what IS NULL),
new_orders AS (
  INSERT INTO @orders (id, position, version, snapshot, snapshot_version, closed_at)
  SELECT id, number + ordinal, 1, snapshot::json, CASE WHEN snapshot IS NULL THEN 0 ELSE 1 END, closed_at
  FROM batch, stream WHERE expected = 0 ORDER BY id),
moved_orders AS (
  UPDATE @orders AS known SET version = expected + 1, snapshot = coalesce(stream.snapshot::json, known.snapshot),
    snapshot_version = CASE WHEN stream.snapshot IS NULL THEN known.snapshot_version ELSE expected + 1 END,
    closed_at = stream.closed_at, compacted = false
  FROM batch, stream WHERE known.id = stream.id AND expected > 0),
logged AS (
  INSERT INTO @log (order_id, version, ordinal, event)
  SELECT order_id, version, ordinal, event::json
  FROM batch, unnest($24::text[], $25::integer[], $26::integer[], $27::text[]) AS given (order_id, version, ordinal, event)),
issued AS (
  INSERT INTO @issues (order_id, version, ordinal, item, key, digest, attempt, not_before)
  SELECT given.order_id, version, given.ordinal, item, key, digest, attempt, not_before
  FROM batch, unnest($28::text[], $29::integer[], $30::integer[], $31::integer[], $32::integer[], $33::text[],
    $34::bigint[]) AS given (order_id, version, ordinal, item, attempt, not_before, effect)
  JOIN effect ON effect.ordinal = given.effect),
known_effects AS (
  INSERT INTO @effects (order_id, key, digest, effect)
  SELECT order_id, key, digest, effect::json FROM batch, effect ORDER BY order_id, key, digest
  ON CONFLICT (order_id, key, digest) DO NOTHING),
put AS (
  INSERT INTO @outbox AS known
    (key, order_id, position, place, lane, class, partner, queue, priority, not_before, attempt, type, delivery,
     digest)
  SELECT given.key, given.order_id, number + position, number + place, lane, class, partner, queue, priority,
    not_before, attempt, type, delivery::json, digest
  FROM batch, unnest($38::text[], $39::text[], $40::integer[], $41::integer[], $42::text[], $43::text[], $44::text[],
    $45::text[], $46::float8[], $47::text[], $48::integer[], $49::text[], $50::text[], $51::bigint[])
    AS given (key, order_id, position, place, lane, class, partner, queue, priority, not_before, attempt, type, delivery,
      effect)
  LEFT JOIN effect ON effect.ordinal = given.effect
  ORDER BY given.key
  ON CONFLICT (key) DO UPDATE SET order_id = excluded.order_id, position = excluded.position, lane = excluded.lane,
    class = excluded.class, partner = excluded.partner, queue = excluded.queue, priority = excluded.priority,
    not_before = excluded.not_before, attempt = excluded.attempt, type = excluded.type, delivery = excluded.delivery,
    digest = excluded.digest),
settled_effects AS (DELETE FROM @outbox USING batch WHERE key = ANY ($52::text[])),
ended_claims AS (DELETE FROM @claims USING batch WHERE key = ANY ($23::text[])),
stopped AS (
  DELETE FROM @timers AS known USING batch, stream WHERE known.order_id = stream.id AND NOT EXISTS (
    SELECT FROM unnest($53::text[], $54::text[]) AS given (order_id, timer)
    WHERE given.order_id = known.order_id AND given.timer = known.timer)),
running AS (
  INSERT INTO @timers AS known (order_id, timer, due)
  SELECT given.* FROM batch, unnest($53::text[], $54::text[], $55::text[]) AS given (order_id, timer, due)
  ON CONFLICT (order_id, timer) DO UPDATE SET due = excluded.due WHERE known.due <> excluded.due),
noted AS (
  INSERT INTO @notes (position, order_id, note)
  SELECT number + ordinal, order_id, note::json
  FROM batch, unnest($56::text[], $57::text[]) WITH ORDINALITY AS given (order_id, note, ordinal)),
new_sequences AS (
  INSERT INTO @sequences (name, value) SELECT name, next FROM batch, sequence
  WHERE NOT EXISTS (SELECT FROM held_sequences WHERE held_sequences.name = sequence.name) ORDER BY name),
moved_sequences AS (
  UPDATE @sequences AS known SET value = next FROM batch, sequence WHERE known.name = sequence.name),
new_marks AS (
  INSERT INTO @marks (key, value) SELECT key, value FROM batch, mark WHERE expected IS NULL ORDER BY key),
moved_marks AS (
  UPDATE @marks AS known SET value = mark.value FROM batch, mark
  WHERE known.key = mark.key AND expected IS NOT NULL),
new_documents AS (
  INSERT INTO @documents (key, position, direction, partner, type, name, bytes, hash, control_numbers, at)
  SELECT key, number + ordinal, direction, partner, type, name, bytes, hash, control_numbers::json, at
  FROM batch, document
  WHERE NOT EXISTS (SELECT FROM held_documents WHERE held_documents.key = document.key) ORDER BY key)
SELECT what, key FROM verdict`;
