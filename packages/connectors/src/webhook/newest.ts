import { compareVersions } from './compare-versions.ts';

/** By what the things in webhooks are the same thing, and which is the newer. */
export interface NewestRule<Item> {
  /** The record that it tells of: an order's id. */
  readonly key: (item: Item) => string;
  /** `updated_at` with its offset, or a sequence; undefined where there is none. */
  readonly version: (item: Item) => string | number | bigint | undefined;
  /** The versions that are known already, by key. */
  readonly known?: ReadonlyMap<string, string | number | bigint> | undefined;
}

/** An item that is behind, and the version that it is behind. */
export interface Superseded<Item> {
  readonly item: Item;
  readonly by: string | number | bigint;
}

/** Items by what is to be done with them. None is lost. */
export interface Newest<Item> {
  /** To be processed, in the order in which they came. */
  readonly newest: readonly Item[];
  readonly superseded: readonly Superseded<Item>[];
  /** Whose version is missing, cannot be read, or is of another kind: read the record itself. */
  readonly unordered: readonly Item[];
}

/**
 * Leaves out what is older than what is known, or than another item, for the same record: webhooks come in any order. Two of
 * the **same** version are both kept, since `updated_at` of many senders counts whole seconds. Pure; linear.
 */
export function newest<Item>(items: readonly Item[], { key, version, known }: NewestRule<Item>): Newest<Item> {
  const heads = new Map(known);
  const unordered = new Set<Item>();
  for (const item of items) {
    const [at, own] = [key(item), version(item)];
    const head = heads.get(at);
    const order =
      own === undefined ? 'unlike' : head === undefined ? compareVersions(own, own) : compareVersions(own, head);
    if (order === 'unlike') unordered.add(item);
    else if (own !== undefined && (head === undefined || order === 'newer')) heads.set(at, own);
  }
  const kept: Item[] = [];
  const superseded: Superseded<Item>[] = [];
  for (const item of items) {
    const [own, head] = [version(item), heads.get(key(item))];
    if (unordered.has(item) || own === undefined || head === undefined) continue;
    if (compareVersions(own, head) === 'older') superseded.push({ item, by: head });
    else kept.push(item);
  }
  return { newest: kept, superseded, unordered: items.filter((item) => unordered.has(item)) };
}
