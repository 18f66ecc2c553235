import type { PartnerMap } from '../map/partner-map.ts';
import type { Rule } from '../map/rule.ts';
import { type ValueChange, valueChanges } from './value-changes.ts';

/** How two maps differ. */
export type MapChange =
  | { readonly change: 'added' | 'removed'; readonly rule: string; readonly inside?: string; readonly value: Rule }
  | { readonly change: 'moved'; readonly rule: string; readonly before: string; readonly after: string }
  | { readonly change: 'reordered'; readonly inside: string }
  | { readonly change: 'changed'; readonly rule: string; readonly value: Rule; readonly parts: readonly ValueChange[] }
  | { readonly change: 'table'; readonly table: string; readonly parts: readonly ValueChange[] }
  | { readonly change: 'map'; readonly parts: readonly ValueChange[] };

/** What differs between two maps in effect: what is said of the map, then rule by rule, then tables. Both are valid maps. */
export function mapChanges(before: PartnerMap, after: PartnerMap): readonly MapChange[] {
  const [left, right] = [placed(before.rules), placed(after.rules)];
  const parts = valueChanges(headOf(before), headOf(after));
  const tables = new Set([...Object.keys(before.tables ?? {}), ...Object.keys(after.tables ?? {})]);
  return [
    ...(parts.length === 0 ? [] : [{ change: 'map', parts } as const]),
    ...[...left].filter(([id]) => !right.has(id)).map(([id, at]) => lonely('removed', id, at)),
    ...[...right].flatMap(([id, at]) => ruleChanges(id, left.get(id), at)),
    ...reordered(left, right),
    ...[...tables].flatMap((table): MapChange[] => {
      const rows = valueChanges(before.tables?.[table], after.tables?.[table]);
      return rows.length === 0 ? [] : [{ change: 'table', table, parts: rows }];
    }),
  ];
}

function headOf({ rules: _, tables: __, ...head }: PartnerMap): object {
  return head;
}

/** A rule and the rule, or level of a tree, that it stands in; nothing at the top. */
interface Place {
  readonly rule: Rule;
  readonly inside: string;
}

function placed(rules: readonly Rule[]): ReadonlyMap<string, Place> {
  const places = new Map<string, Place>();
  const look = (some: readonly Rule[], inside: string): void => {
    for (const rule of some) {
      places.set(rule.id, { rule, inside });
      if ('rules' in rule) look(rule.rules, rule.id);
      if (rule.op === 'nest')
        for (const [level, held] of Object.entries(rule.define)) look(held.rules, `${rule.id}/${level}`);
    }
  };
  look(rules, '');
  return places;
}

function lonely(change: 'added' | 'removed', rule: string, { rule: value, inside }: Place): MapChange {
  return { change, rule, ...(inside === '' ? {} : { inside }), value };
}

function ruleChanges(id: string, before: Place | undefined, after: Place): MapChange[] {
  if (before === undefined) return [lonely('added', id, after)];
  const parts = valueChanges(ownOf(before.rule), ownOf(after.rule));
  return [
    ...(before.inside === after.inside
      ? []
      : [{ change: 'moved', rule: id, before: before.inside, after: after.inside } as const]),
    ...(parts.length === 0 ? [] : [{ change: 'changed', rule: id, value: after.rule, parts } as const]),
  ];
}

/** A rule without the rules inside it, which are compared by their own ids. */
function ownOf(rule: Rule): object {
  if (rule.op !== 'nest') return { ...rule, rules: undefined };
  const define = Object.entries(rule.define).map(([level, held]) => [level, { ...held, rules: undefined }]);
  return { ...rule, define: Object.fromEntries(define) };
}

/** Rules are written in their order: those that stand in both maps, place by place. */
function reordered(left: ReadonlyMap<string, Place>, right: ReadonlyMap<string, Place>): MapChange[] {
  const orders = [left, right].map((places) => {
    const order = new Map<string, string[]>();
    for (const [id, { inside }] of places) {
      if (left.get(id)?.inside !== right.get(id)?.inside) continue;
      order.set(inside, [...(order.get(inside) ?? []), id]);
    }
    return order;
  });
  return [...(orders[0] ?? [])].flatMap(([inside, ids]): MapChange[] => {
    const others = orders[1]?.get(inside) ?? [];
    return ids.every((id, index) => others[index] === id) ? [] : [{ change: 'reordered', inside }];
  });
}
