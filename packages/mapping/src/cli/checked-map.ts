import type { Rule } from '../map/rule.ts';
import type { CheckedTarget } from './checked-target.ts';
import { compiledEnds } from './compiled-ends.ts';
import { counted } from './counted.ts';
import type { MapName } from './ends-of.ts';
import type { System } from './system.ts';

/** Checks a map with overlays. @throws Failure when a file can not be read or is no JSON. */
export async function checkedMap(named: Omit<MapName, 'document'>, system: System): Promise<CheckedTarget> {
  const { name } = named;
  const result = await compiledEnds(named, system);
  if (!result.ok) return { name, ok: false, issues: result.issues, what: 'map' };
  const { hash, map } = result.value.compiled.explain();
  const { id, version, rules } = map;
  const what = `map ${id} version ${version}, ${counted(count(rules), 'rule')}`;
  return { name, ok: true, issues: result.issues, what, map: id, version, hash };
}

function count(rules: readonly Rule[]): number {
  let sum = 0;
  for (const rule of rules) {
    sum += 1 + ('rules' in rule ? count(rule.rules) : 0);
    if (rule.op === 'nest') for (const level of Object.values(rule.define)) sum += count(level.rules);
  }
  return sum;
}
