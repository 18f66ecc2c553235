import type { ElementUse, SegmentDefinition, StructureNode } from '../definition/definition.ts';
import { nearPath } from './near-path.ts';

/** One step into a structure: from a loop, or the set, to some of what stands in it. */
export interface GuideStep {
  /** Loop or segment id. */
  readonly id: string;
  /** The places of the level that are meant: the standard may have a segment at several. */
  readonly nodes: readonly StructureNode[];
  /** Values that elements of the segment, or of the loop's first one, must have. */
  readonly qualifiers: readonly Qualifier[];
  /** Only this one of them, counted from 0. */
  readonly index: number | undefined;
}

export interface Qualifier {
  /** Element number, from 1. */
  readonly element: number;
  readonly value: string;
}

/** A path of a guide with its places in a definition. */
export interface GuidePath {
  readonly text: string;
  /** From the set, wherever the rule stands. */
  readonly isAbsolute: boolean;
  /** None where the place itself is meant, or an element of it. */
  readonly steps: readonly GuideStep[];
  /** Element number, where the path goes to one. */
  readonly element: number | undefined;
  readonly component: number | undefined;
  /** The standard's use of that element or component. */
  readonly use: ElementUse | undefined;
  /** The segment at its end, or the first one of the loop there; absent for the set itself. */
  readonly segment: SegmentDefinition | undefined;
  /** What stands in the loop at its end; nothing where a segment is. */
  readonly inside: readonly StructureNode[];
}

/** Where a path starts: the set, or what another path leads to. */
export interface GuideScope {
  readonly structure: readonly StructureNode[];
  readonly segments: Readonly<Record<string, SegmentDefinition>>;
  readonly at?: GuidePath | undefined;
}

/** Finds the places of a path such as `N1[01=ST]/N401`, `REF[01=IA].02`, `REF04-1`; a text says what is wrong with it. */
export function guidePath(text: string, scope: GuideScope): GuidePath | string {
  const found = placesOf(text, scope);
  if (typeof found !== 'string') return found;
  const near = nearPath(text, (other) => typeof placesOf(other, scope) !== 'string');
  return near === undefined ? found : `${found}; did you mean ${near}?`;
}

function placesOf(text: string, scope: GuideScope): GuidePath | string {
  const isAbsolute = text.startsWith('/');
  const start: Reached = {
    steps: [],
    inside: isAbsolute || scope.at === undefined ? scope.structure : scope.at.inside,
    segment: isAbsolute ? undefined : scope.at?.segment,
  };
  const parts = partsOf(isAbsolute ? text.slice(1) : text);
  if (parts === undefined) return `${text} is not a path such as REF02, N1[01=ST]/N401 or REF[01=IA].02`;
  let reached: Reached = start;
  for (const [index, part] of parts.entries()) {
    const next = step(reached, part, index === parts.length - 1, scope);
    if (typeof next === 'string') return `${text}: ${next}`;
    reached = next;
  }
  const { steps, inside, segment, element, component, use } = reached;
  return { text, isAbsolute, steps, element, component, use, segment, inside };
}

interface Reached {
  readonly steps: readonly GuideStep[];
  readonly inside: readonly StructureNode[];
  readonly segment: SegmentDefinition | undefined;
  readonly element?: number | undefined;
  readonly component?: number | undefined;
  readonly use?: ElementUse | undefined;
}

interface Part {
  readonly id: string;
  readonly qualifiers: readonly Qualifier[] | undefined;
  readonly index: number | undefined;
  readonly element: number | undefined;
  readonly component: number | undefined;
}

// An id has two or three characters and an element two digits, so that the length tells PO1 from PO102.
const PART =
  /^(?<id>[A-Z][A-Z0-9]{1,2})?(?:(?<brackets>\[[^\]/]{0,200}\])(?:\.(?<behind>\d\d(?:-\d{1,2})?))?|\.?(?<element>\d\d(?:-\d{1,2})?))?$/;
const QUALIFIER = /^(\d\d)=(.+)$/;

function partsOf(text: string): Part[] | undefined {
  const parts: Part[] = [];
  for (const piece of text.split('/')) {
    const { groups } = PART.exec(piece) ?? {};
    if (groups === undefined || piece === '') return undefined;
    const brackets = groups['brackets']?.slice(1, -1) ?? '';
    const [element, component] = (groups['behind'] ?? groups['element'] ?? '').split('-');
    // `[]` is all of them, which is meant without it too.
    const isIndex = /^\d{0,6}$/.test(brackets);
    const qualifiers = isIndex ? undefined : qualifiersOf(brackets);
    if (!isIndex && qualifiers === undefined) return undefined;
    parts.push({
      id: groups['id'] ?? '',
      qualifiers,
      index: isIndex && brackets !== '' ? Number(brackets) : undefined,
      element: element ? Number(element) : undefined,
      component: component ? Number(component) : undefined,
    });
  }
  return parts;
}

function qualifiersOf(text: string): Qualifier[] | undefined {
  const qualifiers = text.split(',').map((one) => QUALIFIER.exec(one));
  if (qualifiers.includes(null)) return undefined;
  return qualifiers.map((match) => ({ element: Number(match?.[1]), value: match?.[2] ?? '' }));
}

function step(from: Reached, part: Part, isLast: boolean, scope: GuideScope): Reached | string {
  if (from.element !== undefined) return 'an element has nothing inside';
  // A segment names its own elements, as N103 does within the loop N1.
  const isOwn = from.segment !== undefined && part.qualifiers === undefined && part.index === undefined;
  if (isOwn && (part.id === '' || (part.id === from.segment?.id && part.element !== undefined)))
    return withElement(from, part);
  if (part.id === '') return 'an element needs its segment here';
  const nodes = from.inside.filter((node) => (node.kind === 'loop' ? node.loop : node.segment) === part.id);
  // A loop where one is named, and first a segment where an element of it is.
  const kind = isLast && part.element !== undefined ? 'segment' : 'loop';
  const preferred = nodes.filter((node) => node.kind === kind);
  const chosen = preferred.length > 0 ? preferred : nodes;
  const [first] = chosen;
  if (first === undefined) return `there is no ${part.id} here`;
  if (!isLast && first.kind === 'segment') return `${part.id} is a segment here, not a loop`;
  const segment = scope.segments[part.id];
  const strange = part.qualifiers?.find(({ element }) => segment?.elements[element - 1] === undefined);
  if (strange !== undefined) return `${part.id} has no element ${strange.element}`;
  const reached: Reached = {
    steps: [...from.steps, { id: part.id, nodes: chosen, qualifiers: part.qualifiers ?? [], index: part.index }],
    inside: first.kind === 'loop' ? first.children : [],
    segment,
  };
  return part.element === undefined ? reached : withElement(reached, part);
}

function withElement(from: Reached, { element, component }: Part): Reached | string {
  const { segment } = from;
  const use = segment?.elements[(element ?? 0) - 1];
  if (segment === undefined || use === undefined) return `${segment?.id ?? 'this place'} has no element ${element}`;
  if (component === undefined) return { ...from, element, use };
  const inner = use.components?.[component - 1];
  if (inner === undefined) return `${use.designator} has no component ${component}`;
  return { ...from, element, component, use: inner };
}
