import type { CompiledStatement } from '../guide/compile-guide.ts';
import type { GuideConstraints } from '../guide/constraints-of.ts';
import type { GuidePath, GuideStep } from '../guide/guide-path.ts';

/** What a companion guide speaks of, so that a fault is only made where no other rule takes offence. */
export class GuideMentions {
  /** Rules about a segment or loop as a whole, by id. */
  readonly #uses = new Map<string, number>();
  /** Rules about an element, by `REF/2`. */
  readonly #elements = new Map<string, number>();
  /** Conditions about a segment, or an element of it, by id. */
  readonly #conditions = new Map<string, number>();
  /** Elements that choose: qualifiers. */
  readonly #qualifiers = new Set<string>();
  /** Values of qualifiers of what has to come so often, or is in a condition, by `HL/3=I`. */
  readonly #wanted = new Set<string>();

  constructor(constraints: GuideConstraints | undefined) {
    for (const { path } of constraints?.places ?? []) {
      this.#note(path);
      if (path.element !== undefined) continue;
      count(this.#uses, path.segment?.id ?? '');
      this.#want(path.steps.slice(-1));
    }
    for (const { at, when, must } of constraints?.conditions ?? [])
      for (const path of [...(at === undefined ? [] : [at]), ...pathsOf(when), ...pathsOf(must)]) {
        this.#note(path);
        if (path !== at) this.#want(path.steps);
        for (const id of new Set([...path.steps.map((step) => step.id), path.segment?.id ?? '']))
          count(this.#conditions, id);
      }
  }

  /** How many rules there are about how often a segment or loop comes. */
  uses(id: string): number {
    return this.#uses.get(id) ?? 0;
  }

  /** How many rules and conditions there are about an element or its components. */
  elements(id: string, element: number): number {
    return this.#elements.get(`${id}/${element}`) ?? 0;
  }

  /** How many conditions there are about a segment or what is in it. */
  conditions(id: string): number {
    return this.#conditions.get(id) ?? 0;
  }

  /** Whether something else is chosen by the value of an element. */
  chooses(id: string, element?: number): boolean {
    if (element !== undefined) return this.#qualifiers.has(`${id}/${element}`);
    return [...this.#qualifiers].some((key) => key.startsWith(`${id}/`));
  }

  /** Whether a segment or loop with a value in one of its elements has to come, or must not, by some rule or condition. */
  wants(id: string, element: number, value: string): boolean {
    return this.#wanted.has(`${id}/${element}=${value}`);
  }

  /** Whether the guide has a rule, a condition or a qualifier for a segment or one of its elements. */
  names(id: string): boolean {
    const isOwn = (key: string): boolean => key.startsWith(`${id}/`);
    return this.uses(id) > 0 || this.conditions(id) > 0 || this.chooses(id) || [...this.#elements.keys()].some(isOwn);
  }

  #want(steps: readonly GuideStep[]): void {
    for (const { id, qualifiers } of steps)
      for (const { element, value } of qualifiers) this.#wanted.add(`${id}/${element}=${value}`);
  }

  #note({ steps, segment, element }: GuidePath): void {
    for (const { id, qualifiers } of steps)
      for (const qualifier of qualifiers) this.#qualifiers.add(`${id}/${qualifier.element}`);
    if (segment !== undefined && element !== undefined) count(this.#elements, `${segment.id}/${element}`);
  }
}

function count(counts: Map<string, number>, key: string): void {
  counts.set(key, (counts.get(key) ?? 0) + 1);
}

function pathsOf(statement: CompiledStatement | undefined): GuidePath[] {
  switch (statement?.kind) {
    case 'all':
    case 'any':
      return statement.parts.flatMap(pathsOf);
    case 'not':
      return pathsOf(statement.part);
    default:
      return statement === undefined ? [] : [statement.path];
  }
}
