import type { Effect } from '../../word/effect.ts';
import type { Sqlite } from './open-sqlite.ts';

/** An effect as a log refers to it: its place in the table of effects, and what is of the attempt. */
export type EffectReference = readonly [position: number, attempt: number, notBefore: string];

/** Stores what all attempts of an effect have in common, once. */
export function storeEffect(sqlite: Sqlite, effect: Effect): EffectReference {
  const { attempt, notBefore, ...common } = effect;
  const { order, key } = common;
  const text = JSON.stringify(common);
  const position = knownPosition(sqlite, effect, text);
  return [
    position ?? sqlite.insert('INSERT INTO effects (order_id, key, effect) VALUES (?, ?, ?)', order, key, text),
    attempt,
    notBefore,
  ];
}

/** A first attempt is new; a later one has the same text as the one before, unless what it sends was corrected. */
function knownPosition(sqlite: Sqlite, { order, key, attempt }: Effect, text: string): number | undefined {
  if (attempt === 1) return undefined;
  const sql = 'SELECT position FROM effects WHERE order_id = ? AND key = ? AND effect = ?';
  return sqlite.row<{ position: number }>(sql, order, key, text)?.position;
}

/** The effect of an attempt, from what was stored of it. */
export function effectOf(common: string, attempt: number, notBefore: string): Effect {
  return { ...JSON.parse(common), attempt, notBefore };
}
