import { nameText } from './own.ts';

/** How often each name was given among the items of a list. */
export type Names = Map<string, number>;

/**
 * The name of an item (or level of a tree) in its list, by which what was kept finds it again: its key, or its place where
 * it has none. Reading and writing name alike.
 */
export function nameOf(names: Names, level: string, key: unknown): string {
  const text = nameText(key);
  const name = text === undefined ? level : `${level}=${text}`;
  const times = names.get(name) ?? 0;
  names.set(name, times + 1);
  if (text === undefined) return `#${times}`;
  return times === 0 ? `=${text}` : `=${text}~${times}`;
}

/** The name of an item that an `each` called `group` went through, by its key. */
export function nameIn(groups: Map<string, Names>, group: string | undefined, key: string | null): string {
  const name = group ?? '';
  const names: Names = groups.get(name) ?? new Map();
  groups.set(name, names);
  return nameOf(names, '', key);
}
