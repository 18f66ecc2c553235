import type { Definition, ElementUse, StructureNode } from '../definition/definition.ts';
import { type CompiledCondition, type CompiledPlace, compileGuide } from './compile-guide.ts';
import type { Guide, GuidePlace } from './guide.ts';
import { allowedCharacters } from './guide-characters.ts';
import type { GuidePath } from './guide-path.ts';

/** What a guide asks of one place of a definition. */
export interface PlaceConstraint {
  readonly rule: GuidePlace;
  /** Where it is: the loops and the segment on the way, with their qualifiers, and the element. */
  readonly path: GuidePath;
  /** The place in the structure that the path ends at: a loop, or the segment that holds the element. */
  readonly node: StructureNode | undefined;
  /** The standard's use, where it is an element or component. */
  readonly use: ElementUse | undefined;
  /** Least and most uses, repetitions or repeats: what the guide asks within what the standard allows. */
  readonly least: number;
  readonly most: number;
  /** The codes that both allow. */
  readonly codes: ReadonlySet<string> | undefined;
  /** Lengths, for an element with a value: what the guide asks within what the standard allows. */
  readonly minimum: number;
  readonly maximum: number;
}

/** A guide as questions that can be asked, for whoever makes documents that have to fit it. */
export interface GuideConstraints {
  readonly places: readonly PlaceConstraint[];
  readonly conditions: readonly CompiledCondition[];
  /** Allowed characters; absent where the guide leaves them open. */
  readonly characters: ReadonlySet<string> | undefined;
  readonly levels: Guide['levels'];
}

/**
 * The constraints of a guide, each with its place in the definition.
 * @throws RangeError when the guide names a place that the definition does not have.
 */
export function constraintsOf(definition: Definition, guide: Guide): GuideConstraints {
  const { places, conditions, faults } = compileGuide(definition, guide);
  const [fault] = faults;
  if (fault !== undefined) throw new RangeError(`${guide.name}: ${fault.message}`);
  return {
    places: places.map(toConstraint),
    conditions,
    characters: charactersOf(guide),
    levels: guide.levels,
  };
}

const charactersOf = ({ characters, release }: Guide) =>
  characters === undefined ? undefined : allowedCharacters(characters, release);

function toConstraint({ rule, path, codes }: CompiledPlace): PlaceConstraint {
  const { use } = path;
  const node = path.steps.at(-1)?.nodes[0];
  const isElement = use !== undefined;
  const standard = isElement
    ? { least: use.requirement === 'M' ? 1 : 0, most: use.repeat }
    : { least: node?.requirement === 'M' ? 1 : 0, most: mostOf(node) };
  const isQualified = (path.steps.at(-1)?.qualifiers.length ?? 0) > 0;
  const asked = rule.least ?? (rule.usage === 'required' ? 1 : 0);
  return {
    rule,
    path,
    node,
    use,
    // Of a segment that the standard wants, no qualifier is wanted in particular.
    least: rule.usage === 'not-used' ? 0 : Math.max(asked, isQualified && !isElement ? 0 : standard.least),
    most: rule.usage === 'not-used' ? 0 : Math.min(rule.most ?? Number.POSITIVE_INFINITY, standard.most),
    codes: bothAllow(codes, use?.codes),
    minimum: Math.max(rule.minimum ?? 0, use?.minimum ?? 0),
    maximum: Math.min(rule.maximum ?? Number.POSITIVE_INFINITY, use?.maximum ?? Number.POSITIVE_INFINITY),
  };
}

function mostOf(node: StructureNode | undefined): number {
  if (node === undefined) return 1;
  return node.kind === 'loop' ? node.repeat : node.maximumUse;
}

function bothAllow(
  guide: ReadonlySet<string> | undefined,
  standard: ReadonlySet<string> | undefined,
): ReadonlySet<string> | undefined {
  if (guide === undefined || standard === undefined) return guide ?? standard;
  return new Set([...guide].filter((code) => standard.has(code)));
}
