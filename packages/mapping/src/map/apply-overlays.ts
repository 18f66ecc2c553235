import type { MappingIssue } from '../issue.ts';
import { setOwn } from '../run/own.ts';
import type { OverlayChange } from './explanation.ts';
import { loadMap } from './load-map.ts';
import { mergePatch } from './merge-patch.ts';
import { nearest } from './nearest.ts';
import type { AddedRule, Overlay } from './overlay.ts';
import type { PartnerMap } from './partner-map.ts';
import type { Rule } from './rule.ts';

/** A map with overlays laid over it in the order given; undefined where they leave no map. */
export interface Overlaid {
  readonly map: PartnerMap | undefined;
  readonly changes: readonly OverlayChange[];
  readonly issues: readonly MappingIssue[];
}

export function applyOverlays(map: PartnerMap, overlays: readonly Overlay[]): Overlaid {
  const changes: OverlayChange[] = [];
  const issues: MappingIssue[] = [];
  const known = [map.id];
  let laid = map;
  const cyclic = cyclicOverlays(map, overlays);
  for (const overlay of overlays) {
    if (cyclic.has(overlay.id)) {
      const message = `Overlay ${overlay.id} is for ${overlay.base}, which is for it again: no map is at the bottom`;
      issues.push({ ...fault('overlay-cyclic', message), found: overlay.base });
    } else if (!known.includes(overlay.base)) {
      const message = `Overlay ${overlay.id} is for ${overlay.base}, not for ${known.join(' or ')}`;
      issues.push({ ...fault('overlay-base-differs', message), expected: known.join(', '), found: overlay.base });
    }
    known.push(overlay.id);
    laid = lay(laid, { overlay, changes, issues });
  }
  // A patch can make anything of a rule, so that what came out is checked like a map from outside.
  const checked = loadMap(laid);
  return { map: checked.value, changes, issues: [...issues, ...checked.issues] };
}

/** Ids of the overlays whose bases lead back to themselves. */
function cyclicOverlays(map: PartnerMap, overlays: readonly Overlay[]): ReadonlySet<string> {
  const bases = new Map(overlays.map(({ id, base }) => [id, base]));
  const cyclic = new Set<string>();
  for (const { id } of overlays) {
    const seen = new Set<string>();
    let at: string | undefined = id;
    while (at !== undefined && at !== map.id && !seen.has(at)) {
      seen.add(at);
      at = bases.get(at);
    }
    if (at === id) cyclic.add(id);
  }
  return cyclic;
}

interface Laying {
  readonly overlay: Overlay;
  readonly changes: OverlayChange[];
  readonly issues: MappingIssue[];
}

function lay(map: PartnerMap, laying: Laying): PartnerMap {
  const { overlay } = laying;
  const unmet = new Set(Object.keys(overlay.patch ?? {}));
  let rules = patchRules(map.rules, laying, unmet);
  for (const rule of unmet) unknownRule(laying, rule, 'patches', map.rules);
  for (const added of overlay.add ?? []) rules = addRule(rules, added, laying);
  const tables = patchTables(map.tables ?? {}, laying);
  return { ...map, rules, ...(Object.keys(tables).length === 0 ? {} : { tables }) };
}

function patchRules(rules: readonly Rule[], laying: Laying, unmet: Set<string>): readonly Rule[] {
  const patched: Rule[] = [];
  for (const rule of rules) {
    const made = patchRule(rule, laying, unmet);
    if (made !== undefined) patched.push(made);
  }
  return patched;
}

function patchRule(rule: Rule, laying: Laying, unmet: Set<string>): Rule | undefined {
  const { overlay, changes } = laying;
  const patches = overlay.patch ?? {};
  if (!Object.hasOwn(patches, rule.id)) return withInner(rule, (rules) => patchRules(rules, laying, unmet));
  unmet.delete(rule.id);
  const patch = patches[rule.id];
  if (patch === null || patch === undefined) {
    changes.push({ overlay: overlay.id, change: 'removed', rule: rule.id });
    // Rules inside go with it; a patch of one of them has then nothing to stand on, and is reported.
    return undefined;
  }
  changes.push({ overlay: overlay.id, change: 'patched', rule: rule.id, parts: Object.keys(patch) });
  // The result is checked by the schema when all overlays are laid.
  const merged = mergePatch(rule, patch) as Rule;
  return withInner(merged, (rules) => patchRules(rules, laying, unmet));
}

/** A rule with what `change` makes of the rules inside it. A patch may have spoilt its form: then it is left as it is. */
function withInner(rule: Rule, change: (rules: readonly Rule[], level?: string) => readonly Rule[]): Rule {
  if ('rules' in rule && Array.isArray(rule.rules)) return { ...rule, rules: change(rule.rules) };
  if (rule.op !== 'nest' || typeof rule.define !== 'object') return rule;
  const define: Record<string, (typeof rule.define)[string]> = {};
  for (const [level, held] of Object.entries(rule.define)) {
    setOwn(define, level, Array.isArray(held.rules) ? { ...held, rules: change(held.rules, level) } : held);
  }
  return { ...rule, define };
}

function addRule(rules: readonly Rule[], added: AddedRule, laying: Laying): readonly Rule[] {
  const { into, rule } = added;
  const found = { place: into === undefined };
  const made = into === undefined ? insert(rules, added, laying) : addInside(rules, added, laying, found);
  if (!found.place) unknownRule(laying, into ?? '', 'adds to', rules);
  else laying.changes.push({ overlay: laying.overlay.id, change: 'added', rule: rule.id });
  return made;
}

function addInside(
  rules: readonly Rule[],
  added: AddedRule,
  laying: Laying,
  found: { place: boolean },
): readonly Rule[] {
  return rules.map((rule) =>
    withInner(rule, (inner, level) => {
      const name = level === undefined ? rule.id : `${rule.id}/${level}`;
      if (name !== added.into) return addInside(inner, added, laying, found);
      found.place = true;
      return insert(inner, added, laying);
    }),
  );
}

function insert(rules: readonly Rule[], { before, rule }: AddedRule, laying: Laying): readonly Rule[] {
  if (before === undefined) return [...rules, rule];
  const at = rules.findIndex(({ id }) => id === before);
  if (at < 0) unknownRule(laying, before, 'adds before', rules);
  return at < 0 ? rules : [...rules.slice(0, at), rule, ...rules.slice(at)];
}

function patchTables(tables: NonNullable<PartnerMap['tables']>, laying: Laying): NonNullable<PartnerMap['tables']> {
  const { overlay, changes } = laying;
  for (const [table, patch] of Object.entries(overlay.tables ?? {})) {
    const known = Object.hasOwn(tables, table);
    if (patch === null && !known) {
      const message = `Overlay ${overlay.id} removes table ${table}, which the map does not have`;
      laying.issues.push(fault('table-unknown', message));
      continue;
    }
    const change = patch === null ? 'removed' : known ? 'patched' : 'added';
    changes.push({ overlay: overlay.id, change, table, parts: patch === null ? undefined : Object.keys(patch) });
  }
  return mergePatch(tables, overlay.tables ?? {}) as NonNullable<PartnerMap['tables']>;
}

function unknownRule(
  { overlay, issues }: Laying,
  rule: string,
  what: 'patches' | 'adds to' | 'adds before',
  rules: readonly Rule[],
): void {
  const where = what === 'adds before' ? 'the place it adds to' : 'the map';
  const isOwn = what === 'patches' && overlay.add?.some((added) => added.rule.id === rule) === true;
  const meant = nearest(rule, what === 'adds before' ? rules.map(({ id }) => id) : placesIn(rules));
  const hint = meant === undefined ? '' : `; did you mean ${meant}?`;
  const reason = isOwn ? ' when it patches: what it adds comes after' : hint;
  const message = `Overlay ${overlay.id} ${what} ${rule}, which ${where} does not have${reason}`;
  issues.push({ ...fault('overlay-rule-unknown', message), rule });
}

/** Ids of the rules and the levels of trees, those inside others included. */
function placesIn(rules: readonly Rule[]): string[] {
  return rules.flatMap((rule) => {
    if (rule.op !== 'nest') return [rule.id, ...('rules' in rule ? placesIn(rule.rules) : [])];
    const levels = Object.entries(rule.define);
    return [rule.id, ...levels.flatMap(([level, held]) => [`${rule.id}/${level}`, ...placesIn(held.rules)])];
  });
}

function fault(code: string, message: string): MappingIssue {
  return { code, severity: 'error', message, path: [] };
}
