import type { AddedRule, Overlay } from '../map/overlay.ts';
import type { PartnerMap } from '../map/partner-map.ts';
import type { Rule } from '../map/rule.ts';

/** The rules of a map, those inside others among them. A map whose rules are not known one by one (a loaded one) has any. */
type RulesOf<Rules extends readonly unknown[]> = number extends Rules['length']
  ? Rules[number]
  : Rules[number] | InnerRules<Rules[number]>;
type InnerRules<One> = One extends { readonly rules: infer Rules extends readonly unknown[] }
  ? RulesOf<Rules>
  : One extends { readonly define: infer Levels }
    ? { [Level in keyof Levels]: InnerRules<Levels[Level]> }[keyof Levels]
    : never;

type IdOf<One> = One extends { readonly id: infer Id extends string } ? Id : never;
type WithId<One, Id> = One extends { readonly id: Id } ? One : never;

/** The interface of a rule by its `op`. */
type RuleFor<One> = One extends { readonly op: infer Op extends string } ? Extract<Rule, { op: Op }> : BindOf<Rule>;
type BindOf<One> = One extends { op?: 'bind' | undefined } ? One : never;

/** A merge patch: objects merge, everything else is replaced, null removes. */
type Patch<Value> = Value extends readonly unknown[] | string | number | boolean | undefined
  ? Value
  : { [Key in keyof Value]?: Patch<Value[Key]> | null };

/** Rules with rules, and the levels of a `nest`: where an overlay may add. */
type Holder<One> = One extends { readonly rules: readonly unknown[] }
  ? IdOf<One>
  : One extends { readonly op: 'nest'; readonly define: infer Levels }
    ? `${IdOf<One>}/${keyof Levels & string}`
    : never;

/** An overlay whose rule ids, levels, tables and patched fields are those of a map. */
export interface TypedOverlay<Map extends PartnerMap> extends Omit<Overlay, 'base' | 'patch' | 'add' | 'tables'> {
  /** The map, when absent. */
  base?: string | undefined;
  patch?:
    | {
        readonly [Id in IdOf<RulesOf<Map['rules']>>]?: Patch<RuleFor<WithId<RulesOf<Map['rules']>, Id>>> | null;
      }
    | undefined;
  add?:
    | readonly (Omit<AddedRule, 'into' | 'before'> & {
        into?: Holder<RulesOf<Map['rules']>> | undefined;
        before?: IdOf<RulesOf<Map['rules']>> | undefined;
      })[]
    | undefined;
  tables?: { readonly [Table in keyof Map['tables']]?: Readonly<Record<string, string | null>> | null } | undefined;
}

/** An overlay of a map that `defineMap` made, as JSON: a rule, level, table or field that the map does not have is a type error. */
export function defineOverlay<Map extends PartnerMap>(map: Map, overlay: TypedOverlay<Map>): Overlay {
  // The patch is of the map's own rules, which the type of overlays from outside does not know.
  return { ...overlay, base: overlay.base ?? map.id } as Overlay;
}
