import type { Codec } from '../codec/codec.ts';
import { findCodec } from '../codec/find-codec.ts';
import type { Format } from '../format/format.ts';
import type { MappingIssue, Side } from '../issue.ts';
import type { PartnerMap } from '../map/partner-map.ts';
import type { Direction, Rule } from '../map/rule.ts';
import type { CompileContext, Cover, End, Only, ParsedPath, Place, Report, Ways } from '../op/compile-context.ts';
import { compileRule } from '../op/compile-rule.ts';
import type { Derived } from '../op/derived.ts';
import { endInside } from '../op/end-inside.ts';
import type { FormatOperations } from '../op/format-operations.ts';
import { type Action, nothing, type Operation } from '../op/operation.ts';
import { Plan, type PlannedAction } from '../op/plan.ts';
import { isFault, type Step } from '../path/path.ts';
import { Ways as SharedWays } from '../path/ways.ts';
import { SharedLists } from './shared-lists.ts';

export interface CompilerSettings {
  readonly map: PartnerMap;
  readonly formats: Readonly<Record<Side, Format>>;
  readonly codecs: Readonly<Record<string, Codec>>;
}

/** Everything compiling one map keeps while it goes. */
export class Compiler implements CompileContext {
  readonly issues: MappingIssue[] = [];
  /** Names of the tables that a codec uses. */
  readonly tables = new Set<string>();
  /** Those that a codec uses for units of measure. */
  readonly unitTables = new Set<string>();
  /** Which rule fills a place: keys of the canonical or native document, without places in lists, → rule id. */
  readonly fillers: Readonly<Record<Side, Map<string, string>>> = { native: new Map(), canonical: new Map() };
  readonly derived: Derived[] = [];
  readonly root: Place;
  readonly direction: Direction | undefined;
  readonly operations: FormatOperations | undefined;
  private readonly settings: CompilerSettings;
  private readonly ids = new Set<string>();
  private readonly claims = new Map<string, string>();
  private readonly taken = new SharedWays();
  private readonly lists: Readonly<Record<Side, SharedLists>> = {
    native: new SharedLists('native'),
    canonical: new SharedLists('canonical'),
  };

  constructor(settings: CompilerSettings) {
    this.settings = settings;
    const { formats, map } = settings;
    this.direction = map.direction;
    this.operations = formats.native['~operations'];
    const ways = narrow({ read: true, write: true }, map.direction);
    this.root = { native: rootEnd(formats.native), canonical: rootEnd(formats.canonical), scope: [], ways };
  }

  rules(rules: readonly Rule[], place: Place): Operation {
    const read: PlannedAction[] = [];
    const write: PlannedAction[] = [];
    for (const rule of rules) {
      const ways = narrow(place.ways, rule.only);
      // Of rules inside one that never runs nothing is said again.
      if (isDead(ways) && !isDead(place.ways)) {
        this.report(rule, 'rule-dead', 'it never runs: its direction is not that of the map, or of the rule around it');
      }
      const { needs, ...operation } = this.rule(rule, { ...place, ways });
      if (ways.read && operation.read !== nothing) read.push({ action: operation.read, needs: needs?.read ?? [] });
      if (ways.write && operation.write !== nothing) write.push({ action: operation.write, needs: needs?.write ?? [] });
    }
    return { read: sequence(read), write: sequence(write) };
  }

  path(rule: Rule, side: Side, text: string, place: Place, only?: Only): ParsedPath | undefined {
    const start = text.startsWith('/') ? this.root[side] : place[side];
    const path = this.settings.formats[side].parsePath(text, place[side].shape);
    if (isFault(path)) {
      this.report(rule, path.code, path.message, { side, expected: path.expected });
      return undefined;
    }
    if (only !== 'all' && path.steps.some(({ all }) => all)) {
      this.report(rule, 'path-malformed', `${text}: [] stands in the paths of calc only`, { side });
      return undefined;
    }
    const fills = only === undefined && place.ways[side === 'native' ? 'write' : 'read'];
    // What is only looked at covers nothing that counts.
    let end: End = fills ? start : { ...start, cover: { kids: new Map(), key: '' } };
    for (const [at, step] of path.steps.entries()) {
      const list = `${end.trail}/${step.key}`;
      end = endInside(end, step, step.slot);
      const isRead = only === undefined && place.ways[side === 'native' ? 'read' : 'write'];
      const isLast = at === path.steps.length - 1;
      if (isRead) this.lists[side].note(rule, step, list, { isLast, item: end, scope: place.scope });
      for (const { keys } of step.select) cover(end.cover, keys);
    }
    return { path, end };
  }

  way(steps: readonly Step[]): readonly Step[] {
    return this.taken.shared(steps);
  }

  codec(rule: Rule, name = 'text'): Codec | undefined {
    const { codecs, map } = this.settings;
    const codec = findCodec(name, map.tables ?? {}, codecs);
    const table = /^table:(.*)$/s.exec(name)?.[1];
    if (table !== undefined) this.tables.add(table);
    if (table !== undefined && isOfUnit(rule, name)) this.unitTables.add(table);
    if (codec === undefined) {
      if (table !== undefined) this.report(rule, 'table-unknown', `the map has no table ${table}`, { found: table });
      else this.report(rule, 'codec-unknown', `there is no codec ${name}`, { found: name });
    }
    return codec;
  }

  claim(rule: Rule, side: Side, end: End, place: Place): void {
    if (!place.ways[side === 'native' ? 'write' : 'read']) return;
    const name = JSON.stringify([side, end.trail, place.scope]);
    const other = this.claims.get(name);
    if (other !== undefined && other !== rule.id) {
      const where = this.settings.formats[side].notation.of(end.keys);
      this.report(rule, 'path-repeated', `${where} is filled by ${other} already`, { side, found: other });
    }
    this.claims.set(name, rule.id);
    const keys = JSON.stringify(end.keys);
    if (!this.fillers[side].has(keys)) this.fillers[side].set(keys, rule.id);
  }

  report(rule: Rule, code: string, message: string, { severity = 'error', ...more }: Report = {}): void {
    this.issues.push({ code, severity, message: `Rule ${rule.id}: ${message}`, path: [], rule: rule.id, ...more });
  }

  /** Warns of items of a list that two rules read: what the second makes of them stands there twice. */
  reportShared(): void {
    for (const side of ['native', 'canonical'] as const) {
      for (const { rule, each } of this.lists[side].shared(this.settings.formats[side])) {
        const message = `it reads items that the list rule ${each} reads, too`;
        const expected = `a "where" of ${each} that leaves them out on the ${side} side`;
        this.report(rule, 'path-shared', `${message}: give it ${expected}`, {
          severity: 'warning',
          side,
          expected,
          found: each,
        });
      }
    }
  }

  private rule(rule: Rule, place: Place): Operation {
    if (this.ids.has(rule.id)) this.report(rule, 'rule-id-repeated', 'another rule has this id');
    this.ids.add(rule.id);
    if ('rules' in rule && rule.rules.length === 0) this.report(rule, 'rule-dead', 'it holds no rules');
    return compileRule(this, rule, place);
  }
}

/** Whether a rule uses a codec for a unit of measure. */
function isOfUnit(rule: Rule, codec: string): boolean {
  if (rule.op === 'alloc') return rule.unit.as === codec;
  return 'canonical' in rule && typeof rule.canonical === 'string' && /(?:^|\.)unit$/.test(rule.canonical);
}

function narrow({ read, write }: Ways, only: Direction | undefined): Ways {
  return { read: read && only !== 'write', write: write && only !== 'read' };
}

function isDead({ read, write }: Ways): boolean {
  return !read && !write;
}

function rootEnd({ shape }: Format): End {
  return { shape, cover: { kids: new Map(), key: '' }, trail: '', keys: [] };
}

function cover(at: Cover, keys: readonly string[]): void {
  let inner = at;
  for (const key of keys) {
    const next: Cover = inner.kids.get(key) ?? { kids: new Map(), key };
    inner.kids.set(key, next);
    inner = next;
  }
}

function sequence(planned: readonly PlannedAction[]): Action {
  const [first, ...others] = planned;
  if (first === undefined) return nothing;
  if (others.length === 0) return first.action;
  const plan = new Plan(planned);
  return (run, source, target) => {
    for (const action of plan.for(source.value)) action(run, source, target);
  };
}
