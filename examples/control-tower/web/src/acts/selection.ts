import type { WorkGroup } from '../../../src/queries/group-work.ts';
import type { WorkItem } from '../../../src/queries/list-work.ts';

/** What of the worklist is chosen: some of its items, or all of one cause and owner. */
export interface Selection {
  readonly items: ReadonlyMap<string, WorkItem>;
  readonly group?: WorkGroup | undefined;
}

export const nothing: Selection = { items: new Map() };

/** Tells an item from all others. */
function keyOf({ order_id, kind, item }: WorkItem): string {
  return JSON.stringify([order_id, kind, item]);
}

/** Whether an item is chosen, by itself or with its group. */
export function isChosen({ items, group }: Selection, item: WorkItem): boolean {
  if (group === undefined) return items.has(keyOf(item));
  return group.cause === item.cause && group.owner === item.owner && group.kind === item.kind;
}

/** The selection with an item put in or taken out; a group falls back to single items. */
export function toggled({ items, group }: Selection, item: WorkItem): Selection {
  const next = new Map(group === undefined ? items : []);
  const key = keyOf(item);
  if (!next.delete(key)) next.set(key, item);
  return { items: next };
}
