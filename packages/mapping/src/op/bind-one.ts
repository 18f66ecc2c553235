import { type Codec, Refusal } from '../codec/codec.ts';
import { convertOne } from '../codec/convert.ts';
import type { BindRule, Direction, Scalar } from '../map/rule.ts';
import type { Builder } from '../run/builder.ts';
import type { Cursor } from '../run/cursor.ts';
import { isScalar } from '../run/own.ts';
import type { Run } from '../run/run.ts';
import { type LeafPath, locate, reach, valueAt } from './leaf-path.ts';
import type { Action } from './operation.ts';

/** A `bind` of one path on each side, in one direction. */
export interface BindOne {
  readonly rule: BindRule;
  readonly codec: Codec;
  /** The codec gives every value back as it was. */
  readonly identity: boolean;
  /** Nothing stands for an absent value, and nobody misses it. */
  readonly optional: boolean;
  readonly direction: Direction;
  readonly from: LeafPath;
  readonly to: LeafPath;
  /** The same bind by the long way: for what is absent, refused or in conflict. */
  readonly otherwise: Action;
}

/** The short way of a `bind`: a value that stands there and that its codec takes. */
export function bindOne(bind: BindOne): Action {
  const { rule, codec, optional, direction, from, to, otherwise } = bind;
  const omitted = direction === 'write' && rule.omitDefault === true ? rule.default : undefined;
  const isHere = !from.path.absolute && from.hops.length === 0;
  return (run, source, target) => {
    const owner = isHere ? source : locate(run, source, from);
    const found = owner === undefined ? undefined : valueAt(owner, from.key);
    if (found === undefined && optional) return;
    if (owner === undefined || !isScalar(found) || found === '' || found === omitted) {
      return otherwise(run, source, target);
    }
    const made = convertOne(codec, found, direction, run);
    if (made instanceof Refusal) return otherwise(run, source, target);
    const into = reach(run, target, to);
    if (!into.set(to.key, made, to.bit)) return otherwise(run, source, target);
    owner.take(from.key);
    keepForm(run, bind, owner, found, made);
    if (run.isTracing) trace(run, bind, owner, into, found, made);
  };
}

function trace(
  run: Run,
  { rule, from, to }: BindOne,
  owner: Cursor,
  into: Builder,
  found: Scalar,
  value: Scalar,
): void {
  run.traced({
    rule: rule.id,
    as: rule.as,
    found,
    value,
    from: owner,
    fromKeys: from.keys,
    to: into,
    toKeys: to.keys,
  });
}

/** Notes how a value was spelt, where the way back gives another text. */
function keepForm(run: Run, bind: BindOne, owner: Cursor, found: Scalar, made: Scalar): void {
  const { rule, codec, identity, direction, from } = bind;
  const isOmitted = direction === 'read' && rule.omitDefault === true && made === rule.default;
  if (!isOmitted && (identity || (codec.stable === true && made === found) || codec.exact?.(found, direction) === true))
    return;
  const back = isOmitted ? undefined : convertOne(codec, made, direction === 'read' ? 'write' : 'read', run);
  const again = back instanceof Refusal ? undefined : back;
  if (again !== found) run.keep(owner, [{ key: from.key, made: again, sent: found }]);
}
