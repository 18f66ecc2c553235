import type { Severity } from '@dist/canonical';
import type { CodecContext, Facts } from '../codec/codec.ts';
import type { Notation } from '../format/notation.ts';
import type { MappingIssue, Side } from '../issue.ts';
import type { Direction } from '../map/rule.ts';
import type { Path } from '../path/path.ts';
import type { Builder } from './builder.ts';
import type { Cursor, Extra, Form } from './cursor.ts';
import { own } from './own.ts';
import type { Traced } from './traced.ts';
import { valuesAt } from './values-at.ts';

type Keys = readonly (string | number)[];

/** Master data that a lookup codec asked for. */
export interface Lookup {
  readonly lookup: string;
  readonly key: string;
}

export interface RunSettings {
  readonly direction: Direction;
  readonly source: Cursor;
  readonly target: Builder;
  readonly facts: Facts;
  readonly trace: boolean;
  /** Notation of places of each side. */
  readonly notation: Readonly<Record<Side, Notation>>;
}

/** What a run may keep to itself while rules run again over what they ran over before. */
type Mutable = 'issues' | 'forms' | 'trace';

/** Everything one run of a map keeps while it goes: there is no other state. */
export class Run implements CodecContext {
  readonly direction: Direction;
  readonly source: Cursor;
  readonly target: Builder;
  readonly issues: MappingIssue[] = [];
  /** Called when all is made: places in lists are known only then. */
  readonly trace: Traced[] | undefined;
  readonly lookups = new Map<string, Lookup>();
  /** What is done when all rules have run, lower ranks first: values derived from the whole document. */
  readonly after: { readonly rank: number; readonly action: () => void }[] = [];
  /** Places of the target that an error left without their value. */
  readonly gaps: (() => readonly Keys[])[] = [];
  position = 1;
  /** Whether steps of a trace are asked for here: making one costs more than most rules do. */
  isTracing: boolean;
  private muted: ReadonlySet<Mutable> = new Set();
  private readonly facts: Facts;
  private readonly values = new Map<Path, readonly unknown[]>();
  private readonly inverses = new Map<string, Map<string, string>>();
  private readonly notation: RunSettings['notation'];

  constructor({ direction, source, target, facts, trace, notation }: RunSettings) {
    this.direction = direction;
    this.source = source;
    this.target = target;
    this.facts = facts;
    this.trace = trace ? [] : undefined;
    this.isTracing = trace;
    this.notation = notation;
  }

  /** The side that is read from. */
  get sourceSide(): Side {
    return this.direction === 'read' ? 'native' : 'canonical';
  }

  get targetSide(): Side {
    return this.direction === 'read' ? 'canonical' : 'native';
  }

  /** Notes an issue at a place of the source (or of `side`). The message begins with the place. */
  report(
    rule: string,
    code: string,
    severity: Severity,
    path: Keys,
    what: { message: string; expected?: string | undefined; found?: unknown; side?: Side | undefined },
  ): void {
    if (this.isMuted('issues')) return;
    const side = what.side ?? this.sourceSide;
    const place = this.notation[side].of(path);
    const message = place === '' ? what.message : `${place}: ${what.message}`;
    this.issues.push({ code, severity, message, path, rule, side, expected: what.expected, found: show(what.found) });
  }

  /** Notes a step, which is made only where `isTracing`. */
  traced(step: Traced): void {
    if (this.isTracing) this.trace?.push(step);
  }

  /** Notes how values were spelt, and unread pairs among them. */
  keep(owner: Cursor, form: readonly Form[], extra?: Omit<Extra, 'form'>): void {
    if (!this.isMuted('forms')) owner.keep(form, extra);
  }

  /** Runs rules again over what they ran over before, without repeating what they then said. */
  muting(what: readonly Mutable[], action: () => void): void {
    const before = this.muted;
    this.muted = new Set([...before, ...what]);
    this.isTracing = this.trace !== undefined && !this.isMuted('trace');
    action();
    this.muted = before;
    this.isTracing = this.trace !== undefined && !this.isMuted('trace');
  }

  /** Does what waited for the whole document. */
  finish(): void {
    for (const { action } of this.after.sort((one, other) => one.rank - other.rank)) action();
  }

  isMuted(what: Mutable): boolean {
    return this.muted.has(what);
  }

  /** Rules run only to see what they read and make. */
  get isTrial(): boolean {
    return this.isMuted('trace');
  }

  /** The values of the source at an absolute path, found once. */
  valuesAtRoot(path: Path): readonly unknown[] {
    const known = this.values.get(path) ?? valuesAt(this.source.value, path);
    this.values.set(path, known);
    return known;
  }

  /** A place in the notation of its side. */
  placeOf(side: Side, path: Keys): string {
    return this.notation[side].of(path);
  }

  canonicalOf(lookup: string, key: string): string | undefined {
    this.note(lookup, key);
    const found = own(own(this.facts, lookup), key);
    return typeof found === 'string' ? found : undefined;
  }

  nativeOf(lookup: string, value: string): string | undefined {
    this.note(lookup, value);
    let inverse = this.inverses.get(lookup);
    if (inverse === undefined) {
      inverse = new Map();
      // Of several native keys with one meaning the first is written; the complement restores another one.
      for (const [key, canonical] of Object.entries(own(this.facts, lookup) ?? {})) {
        if (!inverse.has(canonical)) inverse.set(canonical, key);
      }
      this.inverses.set(lookup, inverse);
    }
    return inverse.get(value);
  }

  private note(lookup: string, key: string): void {
    // The length tells where the name ends, whatever signs stand in it; a notation with quotes costs more than to look up.
    const name = `${lookup.length} ${lookup}${key}`;
    if (!this.lookups.has(name)) this.lookups.set(name, { lookup, key });
  }
}

function show(found: unknown): string | undefined {
  if (found === undefined) return undefined;
  const text = typeof found === 'string' ? found : (JSON.stringify(found) ?? String(found));
  return text.length > 80 ? `${text.slice(0, 79)}…` : text;
}
