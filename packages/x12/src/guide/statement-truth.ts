import type { MatchedSegment } from '../structure/matched.ts';
import type { ElementPlace } from '../validate/element-span.ts';
import type { CompiledStatement } from './compile-guide.ts';
import type { GuidePath } from './guide-path.ts';
import { headOf, type Instance, type SetIndex } from './set-index.ts';
import { valueFault } from './value-fault.ts';

/** Something that a path names and that is there. */
export interface Value {
  readonly instance: Instance;
  /** The segment, or the one that starts the loop. */
  readonly member: MatchedSegment;
  /** Absent where the path names a segment or loop. */
  readonly place?: ElementPlace | undefined;
  readonly text: string;
}

type ValueStatement = Extract<CompiledStatement, { kind: 'value' }>;

/** Whether statements are true in one set: `some` of the values must fit, or `every` one and at least one. */
export class StatementTruth {
  readonly #index: SetIndex;
  // What is said of the whole set is the same from everywhere; else each line would look through all lines.
  readonly #known = { some: new Map<CompiledStatement, boolean>(), every: new Map<CompiledStatement, boolean>() };

  constructor(index: SetIndex) {
    this.#index = index;
  }

  holds(statement: CompiledStatement, scope: Instance, mode: 'some' | 'every'): boolean {
    switch (statement.kind) {
      case 'all':
        return statement.parts.every((part) => this.holds(part, scope, mode));
      case 'any':
        return statement.parts.some((part) => this.holds(part, scope, mode));
      case 'not':
        return !this.holds(statement.part, scope, mode === 'some' ? 'every' : 'some');
      default:
        return statement.path.isAbsolute
          ? this.#remembered(statement, scope, mode)
          : this.#isTrue(statement, scope, mode);
    }
  }

  fits({ rule, is, path }: ValueStatement, text: string): boolean {
    return path.use !== undefined && valueFault(rule, is, path.use, text) === undefined;
  }

  /** The first value of a path that is there, and for which a test is true. */
  first(path: GuidePath, scope: Instance, test: (text: string) => boolean = () => true): Value | undefined {
    for (const value of this.#values(path, scope)) if (test(value.text)) return value;
    return undefined;
  }

  #remembered(
    statement: Exclude<CompiledStatement, { kind: 'all' | 'any' | 'not' }>,
    scope: Instance,
    mode: 'some' | 'every',
  ) {
    const known = this.#known[mode].get(statement) ?? this.#isTrue(statement, scope, mode);
    this.#known[mode].set(statement, known);
    return known;
  }

  #isTrue(
    statement: Exclude<CompiledStatement, { kind: 'all' | 'any' | 'not' }>,
    scope: Instance,
    mode: 'some' | 'every',
  ) {
    const { path } = statement;
    if (statement.kind === 'presence') return (this.first(path, scope) !== undefined) === statement.present;
    if (mode === 'some') return this.first(path, scope, (text) => this.fits(statement, text)) !== undefined;
    const isThere = this.first(path, scope) !== undefined;
    return isThere && this.first(path, scope, (text) => !this.fits(statement, text)) === undefined;
  }

  *#values(path: GuidePath, scope: Instance): Generator<Value> {
    const { element, component } = path;
    for (const instance of this.#index.at(path, scope)) {
      const member = headOf(instance);
      if (member === undefined) continue;
      if (element === undefined) {
        yield { instance, member, text: '' };
        continue;
      }
      const repeats = member.segment.elements[element - 1]?.repeats ?? [];
      for (const [index, repeat] of repeats.entries()) {
        const isWhole = component === undefined && path.use?.components !== undefined;
        const text = isWhole ? repeat.join('') : (repeat[(component ?? 1) - 1] ?? '');
        if (text === '') continue;
        const place = {
          element,
          ...(repeats.length > 1 ? { repeat: index + 1 } : {}),
          ...(component === undefined ? {} : { component }),
        };
        yield { instance, member, place, text };
      }
    }
  }
}
