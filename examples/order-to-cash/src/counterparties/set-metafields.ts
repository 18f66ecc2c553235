import * as z from 'zod';
import type { Resolvable } from './select-fields.ts';
import type { Shop } from './shop.ts';
import { type MetafieldRow, metafieldAnswer } from './shop-answers.ts';

/** Shopify's MetafieldsSetInput. */
const MetafieldsSetInput = z.strictObject({
  ownerId: z.string(),
  namespace: z.string().min(3).max(255),
  key: z.string().min(2).max(64),
  type: z.string().min(1),
  value: z.string().min(1),
});

/** Sets metafields of orders: at most 25, all or none; what is there is written over and counted. */
export function setMetafields({ ledger, orders, now }: Shop, input: unknown): Resolvable {
  const { data, error } = z.array(MetafieldsSetInput).min(1).max(25).safeParse(input);
  if (data === undefined)
    return refused(error.issues[0]?.path.map(String) ?? [], error.issues[0]?.message ?? 'is invalid', 'INVALID');
  const stranger = data.findIndex(({ ownerId }) => !orders.has(ownerId));
  if (stranger >= 0) return refused([String(stranger), 'ownerId'], 'Owner does not exist.', 'INVALID_VALUE');
  const at = now();
  const metafields = data.map(({ ownerId, namespace, key, type, value }) => {
    ledger.run(
      `INSERT INTO shop_metafields (owner_id, namespace, key, type, value, at) VALUES (?, ?, ?, ?, ?, ?)
       ON CONFLICT (owner_id, namespace, key) DO UPDATE
       SET type = excluded.type, value = excluded.value, at = excluded.at, received = received + 1`,
      ...[ownerId, namespace, key, type, value, at],
    );
    const row = ledger.row<MetafieldRow>(
      'SELECT * FROM shop_metafields WHERE owner_id = ? AND namespace = ? AND key = ?',
      ...[ownerId, namespace, key],
    );
    return row && metafieldAnswer(row);
  });
  return { metafields, userErrors: [] };
}

function refused(path: readonly string[], message: string, code: string): Resolvable {
  return { metafields: [], userErrors: [{ field: ['metafields', ...path], message, code }] };
}
