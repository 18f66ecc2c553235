import { isJsonNode, jsonNode } from '../../src/drift/json-node.ts';
import { readUses } from '../../src/drift/uses.ts';
import type { SentRequest } from '../descriptions/check.ts';
import { unlistedUses } from './unlisted-uses.ts';

/** Operations of a list that no request is of: without them nothing that is sent would be missed. */
export function unsentUses(requests: readonly SentRequest[], json: unknown): readonly string[] {
  const { parts } = jsonNode(json);
  const lists = isJsonNode(parts) ? Object.keys(parts).map((part) => readUses(json, part)) : [readUses(json)];
  const all = lists.flatMap(({ operations }) => Object.entries(operations));
  const missed = (listed: typeof all) => unlistedUses(requests, { operations: Object.fromEntries(listed) }).length;
  return all.map(([name]) => name).filter((name) => missed(all.filter(([one]) => one !== name)) === missed(all));
}
