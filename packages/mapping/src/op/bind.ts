import { type Codec, Refusal } from '../codec/codec.ts';
import { convert, type Values } from '../codec/convert.ts';
import { index, same, text } from '../codec/text.ts';
import type { Side } from '../issue.ts';
import type { BindRule, Direction, Scalar } from '../map/rule.ts';
import type { Builder } from '../run/builder.ts';
import type { Cursor, Form } from '../run/cursor.ts';
import { isAbsent, isScalar } from '../run/own.ts';
import type { Run } from '../run/run.ts';
import type { Traced } from '../run/traced.ts';
import { bindOne } from './bind-one.ts';
import type { CompileContext, Place } from './compile-context.ts';
import { leafPath } from './compile-paths.ts';
import { inside, type LeafPath, locate, placeOf, reach, valueAt } from './leaf-path.ts';
import { type Needs, needsOf } from './needs.ts';
import { type Action, nothing, type Operation } from './operation.ts';

/** One value on each side. */
export function compileBind(context: CompileContext, rule: BindRule, place: Place): Operation {
  const native = paths(context, rule, 'native', place);
  const canonical = paths(context, rule, 'canonical', place);
  const codec = context.codec(rule, rule.as);
  if (native === undefined || canonical === undefined || codec === undefined) return { read: nothing, write: nothing };
  checkArity(context, rule, codec);
  const optional = rule.default === undefined && codec.absent === undefined && (rule.required ?? false) === false;
  const bind = { rule, codec, identity: identities.has(codec), optional };
  return {
    read: action({ ...bind, from: native, to: canonical }, 'read'),
    write: action({ ...bind, from: canonical, to: native }, 'write'),
    needs: { read: needs(native, optional), write: needs(canonical, optional) },
  };
}

function needs([path, ...others]: readonly LeafPath[], optional: boolean): Needs {
  return path === undefined || others.length > 0 || !optional ? [] : needsOf(path.path);
}

/** Codecs whose values come back as they were. */
const identities: ReadonlySet<Codec> = new Set([text, same, index]);

/** Nearly every value is one that its codec takes: the short way is for those, and the long one for all that may go wrong. */
function action(bind: Bind, direction: Direction): Action {
  const whole: Action = (run, source, target) => transfer(run, bind, source, target);
  const [from, to] = [bind.from[0], bind.to[0]];
  if (from === undefined || to === undefined || bind.from.length + bind.to.length > 2) return whole;
  const { rule, codec, identity, optional } = bind;
  return bindOne({ rule, codec, identity, optional, direction, from, to, otherwise: whole });
}

function paths(context: CompileContext, rule: BindRule, side: Side, place: Place): LeafPath[] | undefined {
  const texts = rule[side];
  const found = (typeof texts === 'string' ? [texts] : texts).map((path) => leafPath(context, rule, side, path, place));
  const complete = found.filter((path) => path !== undefined);
  return complete.length === found.length ? complete : undefined;
}

function checkArity(context: CompileContext, rule: BindRule, codec: Codec): void {
  if (codec.joins === true) return;
  for (const side of ['native', 'canonical'] as const) {
    const given = typeof rule[side] === 'string' ? 1 : rule[side].length;
    const wanted = codec.arity?.[side] ?? 1;
    if (given !== wanted) {
      context.report(rule, 'codec-arity', `${rule.as ?? 'text'} takes ${wanted} ${side} path(s), not ${given}`, {
        side,
      });
    }
  }
}

interface Bind {
  readonly rule: BindRule;
  readonly codec: Codec;
  readonly identity: boolean;
  /** Nothing stands for an absent value, and nobody misses it. */
  readonly optional: boolean;
  readonly from: readonly LeafPath[];
  readonly to: readonly LeafPath[];
}

function transfer(run: Run, bind: Bind, source: Cursor, target: Builder): void {
  // Most rules of a map find nothing in most documents, so that this must be cheap.
  if (bind.optional && bind.from.every((path) => valueAt(locate(run, source, path), path.key) === undefined)) return;
  const owners = bind.from.map((path) => locate(run, source, path));
  const found = bind.from.map((path, at) => scalarAt(run, bind, path, owners[at], source));
  if (found.every((value) => value === undefined)) {
    transferAbsent(run, bind, owners, source, target);
  } else if (run.direction === 'write' && bind.rule.omitDefault === true && found[0] === bind.rule.default) {
    takeAll(bind, owners);
    // The place is begun, so that a default that the partner wrote out finds it again.
    for (const path of bind.to) reach(run, target, path);
  } else {
    transferFound(run, bind, owners, found, source, target);
  }
}

function scalarAt(
  run: Run,
  { rule }: Bind,
  path: LeafPath,
  owner: Cursor | undefined,
  source: Cursor,
): Scalar | undefined {
  const value = valueAt(owner, path.key);
  if (isAbsent(value)) return undefined;
  if (isScalar(value)) return value;
  const message = 'expected a value, found an object or list';
  run.report(rule.id, 'value-not-scalar', rule.severity ?? 'error', placeOf(source, path), { message });
  return undefined;
}

function transferFound(
  run: Run,
  bind: Bind,
  owners: readonly (Cursor | undefined)[],
  found: Values,
  source: Cursor,
  target: Builder,
): void {
  const made = convert(bind.codec, found, bind.to.length, run.direction, run);
  if (made instanceof Refusal) refused(run, bind, made, found, source, target);
  else if (place(run, bind, made, target, source)) {
    takeAll(bind, owners);
    keepForms(run, bind, owners, found, made);
    if (run.isTracing) run.traced(step(bind, source, run, target, found, made));
  }
}

/** Nothing stands there: a default, or an issue where the rule requires a value. */
function transferAbsent(
  run: Run,
  bind: Bind,
  owners: readonly (Cursor | undefined)[],
  source: Cursor,
  target: Builder,
): void {
  const { rule, codec, from } = bind;
  const made = standIn(run, bind);
  if (made === undefined || made instanceof Refusal) {
    if (rule.required === true || rule.required === run.direction) {
      const path = placeOf(source, from[0] as LeafPath);
      const hint = run.direction === 'read' ? `; an overlay may give rule ${rule.id} a default` : '';
      const message = `is required and absent${hint}`;
      fault(run, bind, target, 'value-required', path, { message, expected: codec[run.sourceSide] });
    }
  } else if (place(run, bind, made, target, source)) {
    for (const path of bind.to) if (path.key !== undefined) noteStandIn(reach(run, target, path), path.key);
    if (run.isTracing) run.traced(step(bind, undefined, run, target, [], made));
  }
  passAll(run, bind, owners, made instanceof Refusal ? undefined : made);
}

function noteStandIn(owner: Builder, key: string): void {
  owner.standIns ??= new Set();
  owner.standIns.add(key);
}

/** What stands for an absent value on the target's side. */
function standIn(run: Run, { rule, codec, to }: Bind): Values | Refusal | undefined {
  if (run.direction === 'read') {
    const value = rule.default ?? codec.absent?.(run);
    return value === undefined ? undefined : [value];
  }
  if (rule.default === undefined || rule.omitDefault === true) return undefined;
  return convert(codec, [rule.default], to.length, 'write', run);
}

/** Notes that null or nothing stood here, so that it stands here again instead of the default. */
function passAll(run: Run, bind: Bind, owners: readonly (Cursor | undefined)[], made: Values | undefined): void {
  bind.from.forEach(({ key }, at) => {
    const owner = owners[at];
    if (owner === undefined) return;
    const sent = valueAt(owner, key);
    if (sent !== undefined && !isAbsent(sent)) return;
    const back =
      made === undefined ? undefined : convert(bind.codec, made, bind.from.length, opposite(run.direction), run);
    const again = back === undefined || back instanceof Refusal ? undefined : back[at];
    const omitted = run.direction === 'read' && bind.rule.omitDefault === true;
    const form: Form = { key, made: omitted ? undefined : again, sent };
    // Where writing makes a default, the object around it is there again, and what else it held goes back into it.
    if (form.made === undefined) owner.pass(key);
    else owner.verify(key);
    if (form.made !== form.sent) run.keep(owner, [form]);
  });
}

function takeAll({ from }: Bind, owners: readonly (Cursor | undefined)[]): void {
  from.forEach(({ key }, at) => {
    const owner = owners[at];
    if (owner !== undefined && !isAbsent(valueAt(owner, key))) owner.take(key);
  });
}

function refused(run: Run, bind: Bind, { expected }: Refusal, found: Values, source: Cursor, target: Builder): void {
  const shown = found.length === 1 ? found[0] : found;
  const path = placeOf(source, bind.from[0] as LeafPath);
  const message = `expected ${expected}, found ${JSON.stringify(shown)}`;
  fault(run, bind, target, 'value-unmappable', path, { message, expected, found: shown });
}

/** Reports why a value is missing from the target, so that its schema need not report it again. */
function fault(
  run: Run,
  { rule, to }: Bind,
  target: Builder,
  code: string,
  path: (string | number)[],
  what: { message: string; expected: string; found?: unknown },
): void {
  const severity = rule.severity ?? 'error';
  run.report(rule.id, code, severity, path, what);
  if (severity === 'error') run.gaps.push(() => targets(run, to, target));
}

/** Puts values into the target. False, and reported, where another rule has put another value. */
function place(run: Run, { rule, to }: Bind, made: Values, target: Builder, source: Cursor): boolean {
  return made.every((value, at) => {
    const path = to[at];
    if (value === undefined || path === undefined) return true;
    if (reach(run, target, path).set(path.key, value)) return true;
    const message = `${path.path.text} has another value from an earlier rule`;
    run.report(rule.id, 'value-conflict', 'warning', source.path(), { message, found: value });
    return false;
  });
}

function keepForms(run: Run, bind: Bind, owners: readonly (Cursor | undefined)[], found: Values, made: Values): void {
  const again = translatedBack(run, bind, made);
  if (again === undefined || found.every((value, at) => value === again[at])) return;
  const groups = new Map<Cursor, Form[]>();
  bind.from.forEach(({ key }, at) => {
    const owner = owners[at];
    if (owner === undefined) return;
    const group = groups.get(owner) ?? [];
    group.push({ key, made: again[at], sent: valueAt(owner, key) });
    groups.set(owner, group);
  });
  for (const [owner, group] of groups) run.keep(owner, group);
}

/** What the way back gives: nothing where a default is omitted; undefined where it is what was found. */
function translatedBack(run: Run, { rule, codec, from, identity }: Bind, made: Values): Values | undefined {
  if (run.direction === 'read' && rule.omitDefault === true && made[0] === rule.default) return [];
  if (identity) return undefined;
  const back = convert(codec, made, from.length, opposite(run.direction), run);
  return back instanceof Refusal ? [] : back;
}

function opposite(direction: Direction): Direction {
  return direction === 'read' ? 'write' : 'read';
}

function step(
  { rule, from, to }: Bind,
  source: Cursor | undefined,
  run: Run,
  target: Builder,
  found: Values,
  made: Values,
): Traced {
  const [path] = from;
  const [into] = to;
  return {
    rule: rule.id,
    as: rule.as,
    found: found.length === 1 ? found[0] : found,
    value: made.length === 1 ? made[0] : made,
    from: source === undefined || path === undefined ? undefined : run.source,
    fromKeys: source === undefined || path === undefined ? [] : placeOf(source, path),
    to: into === undefined ? target : reach(run, target, into),
    toKeys: into?.keys ?? [],
  };
}

function targets(run: Run, to: readonly LeafPath[], target: Builder): (string | number)[][] {
  return to.map((path) => inside(reach(run, target, path), path.key));
}
