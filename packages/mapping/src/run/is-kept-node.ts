import type { KeptItem, KeptNode } from './complement.ts';

/** What is kept nests as deep as the document it was kept of: `remainder` cuts deeper ones off. */
const deepest = 160;

/** Whether a value, which was stored as JSON and may be anything, is what a run kept of an object, down to its last part. */
export function isKeptNode(value: unknown, depth = 0): value is KeptNode {
  if (!isObject(value) || depth > deepest) return false;
  const { values = {}, forms = [], extras = [], parts = {}, lists = {} } = value;
  return (
    isObject(values) &&
    isListOf(forms, (group) => isListOf(group, isObject)) &&
    isListOf(extras, isExtra) &&
    isObject(parts) &&
    Object.values(parts).every((part) => isKeptNode(part, depth + 1)) &&
    isObject(lists) &&
    Object.values(lists).every((items) => isListOf(items, (item) => isKeptItem(item, depth + 1)))
  );
}

function isKeptItem(item: unknown, depth: number): item is KeptItem {
  if (!isObject(item)) return false;
  if ('value' in item) return true;
  const { slot, group, node } = item;
  // Of an item that was undefined nothing is left in JSON.
  const isNamed =
    (slot === undefined || typeof slot === 'string') && (group === undefined || typeof group === 'string');
  return isNamed && (node === undefined || isKeptNode(node, depth));
}

function isExtra(extra: unknown): boolean {
  if (!isObject(extra)) return false;
  const { form, keys, pairs } = extra;
  return typeof form === 'number' && isListOf(keys, (key) => typeof key === 'string') && isListOf(pairs, Array.isArray);
}

function isListOf(list: unknown, is: (item: unknown) => boolean): boolean {
  return Array.isArray(list) && list.every(is);
}

function isObject(value: unknown): value is Record<string, unknown> {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}
