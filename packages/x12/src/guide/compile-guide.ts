import type { Definition, ElementUse, StructureNode } from '../definition/definition.ts';
import type { Issue } from '../issue.ts';
import { makeIssue } from '../make-issue.ts';
import type { Condition, Guide, GuideCondition, GuidePlace, ValueRule } from './guide.ts';
import { type CompiledCharacters, guideCharacters } from './guide-characters.ts';
import { type GuidePath, type GuideScope, guidePath } from './guide-path.ts';

/** A rule with its place in a definition. */
export interface CompiledPlace {
  readonly rule: GuidePlace;
  readonly path: GuidePath;
  /** The codes allowed. */
  readonly codes: ReadonlySet<string> | undefined;
}

/** A condition with the places of its paths. */
export type CompiledStatement =
  | {
      readonly kind: 'value';
      readonly path: GuidePath;
      readonly rule: ValueRule;
      readonly is: ReadonlySet<string> | undefined;
    }
  | { readonly kind: 'presence'; readonly path: GuidePath; readonly present: boolean }
  | { readonly kind: 'all'; readonly parts: readonly CompiledStatement[] }
  | { readonly kind: 'any'; readonly parts: readonly CompiledStatement[] }
  | { readonly kind: 'not'; readonly part: CompiledStatement };

/** A condition with its place in a definition. */
export interface CompiledCondition {
  readonly rule: GuideCondition;
  readonly at: GuidePath | undefined;
  readonly when: CompiledStatement | undefined;
  readonly must: CompiledStatement;
}

/** A guide laid along a definition. */
export interface CompiledGuide {
  readonly guide: Guide;
  /** In the order of the guide. */
  readonly places: readonly CompiledPlace[];
  readonly conditions: readonly CompiledCondition[];
  readonly characters: CompiledCharacters | undefined;
  /** Beginnings of the level orders that are allowed, each joined by `-`. */
  readonly beginnings: ReadonlySet<string> | undefined;
  /** What has no place in the definition. */
  readonly faults: readonly Issue[];
}

/** Lays a guide along a definition: finds the place of every path. */
export function compileGuide(definition: Definition, guide: Guide): CompiledGuide {
  const faults: Issue[] = [];
  const refuse: Refuse = (path, message) => {
    faults.push(pathFault(path, message));
  };
  if (guide.set !== definition.id) refuse(['set'], `the guide is for ${guide.set}, the definition is ${definition.id}`);
  if (guide.release !== definition.release)
    refuse(['release'], `the guide is for ${guide.release}, the definition is of ${definition.release}`);
  if (guide.levels !== undefined && !definition.structure.some(isTree))
    refuse(['levels'], `${guide.set} has no levels`);
  const scope = { structure: definition.structure, segments: definition.segments };
  return {
    guide,
    places: (guide.places ?? []).flatMap((rule, index) => compilePlace(rule, scope, ['places', index], refuse)),
    conditions: (guide.conditions ?? []).flatMap((rule, index) =>
      compileCondition(rule, scope, ['conditions', index], refuse),
    ),
    characters: guide.characters === undefined ? undefined : guideCharacters(guide.characters, guide.release),
    beginnings: guide.levels === undefined ? undefined : new Set(guide.levels.flatMap(beginningsOf)),
    faults,
  };
}

type Path = readonly (string | number)[];
type Refuse = (path: Path, message: string) => void;

const pathFault = (path: Path, message: string): Issue =>
  makeIssue('guide-path', { message, at: { offset: 0, length: 0 }, address: {}, path });

const isTree = (node: StructureNode): boolean => node.kind === 'loop' && node.hierarchical;

const beginningsOf = (order: readonly string[]): string[] =>
  order.map((_, index) => order.slice(0, index + 1).join('-'));

function compilePlace(rule: GuidePlace, scope: GuideScope, at: Path, refuse: Refuse): CompiledPlace[] {
  const path = guidePath(rule.path, scope);
  if (typeof path === 'string') {
    refuse([...at, 'path'], path);
    return [];
  }
  const wrong = misapplied(rule, path);
  if (wrong !== undefined) refuse(at, `${rule.path}: ${wrong}`);
  return [{ rule, path, codes: rule.codes && new Set(rule.codes.map(({ code }) => code)) }];
}

function misapplied(rule: GuidePlace, { use, element, component }: GuidePath): string | undefined {
  const asksValue = [rule.codes, rule.minimum, rule.maximum, rule.format, rule.starts].some((one) => one !== undefined);
  if (element === undefined) return asksValue ? 'codes, lengths and formats are asked of an element' : undefined;
  if (asksValue && use?.components !== undefined) return 'codes, lengths and formats are asked of its components';
  if (rule.least !== undefined) return 'an element has no least uses; it is required or not';
  return component !== undefined && rule.most !== undefined ? 'a component does not repeat' : lengthFault(rule, use);
}

function lengthFault({ minimum = 0, maximum = Number.POSITIVE_INFINITY }: GuidePlace, use: ElementUse | undefined) {
  if (use === undefined || use.unsure !== undefined) return undefined;
  const isPossible = minimum <= use.maximum && maximum >= use.minimum;
  return isPossible ? undefined : `the standard has ${use.minimum} to ${use.maximum} characters there`;
}

function compileCondition(rule: GuideCondition, scope: GuideScope, place: Path, refuse: Refuse): CompiledCondition[] {
  const at = rule.at === undefined ? undefined : guidePath(rule.at, scope);
  if (typeof at === 'string' || at?.element !== undefined) {
    refuse(
      [...place, 'at'],
      typeof at === 'string' ? at : `${rule.at} is an element; a condition stands at a loop or segment`,
    );
    return [];
  }
  const inside = { ...scope, at };
  const condition = rule.when === undefined ? undefined : statement(rule.when, inside, [...place, 'when'], refuse);
  const must = statement(rule.must, inside, [...place, 'must'], refuse);
  if (must === undefined || (rule.when !== undefined && condition === undefined)) return [];
  return [{ rule, at, when: condition, must }];
}

function statement(condition: Condition, scope: GuideScope, at: Path, refuse: Refuse): CompiledStatement | undefined {
  if ('all' in condition || 'any' in condition) {
    const [kind, list] = 'all' in condition ? (['all', condition.all] as const) : (['any', condition.any] as const);
    const parts = list.flatMap((one, index) => statement(one, scope, [...at, kind, index], refuse) ?? []);
    return { kind, parts };
  }
  if ('not' in condition) {
    const part = statement(condition.not, scope, [...at, 'not'], refuse);
    return part && { kind: 'not', part };
  }
  const path = guidePath(condition.path, scope);
  if (typeof path === 'string') {
    refuse([...at, 'path'], path);
    return undefined;
  }
  if ('present' in condition) return { kind: 'presence', path, present: condition.present };
  if (path.element === undefined || path.use?.components !== undefined) {
    refuse([...at, 'path'], `${condition.path} has no value of its own`);
    return undefined;
  }
  return { kind: 'value', path, rule: condition, is: condition.is && new Set(condition.is) };
}
