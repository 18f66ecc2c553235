import type { OneRule } from '../map/rule.ts';
import type { Cursor } from '../run/cursor.ts';
import type { CompileContext, Place } from './compile-context.ts';
import { objectPath } from './compile-paths.ts';
import { locate, reach } from './leaf-path.ts';
import { needsOf } from './needs.ts';
import { nothing, type Operation } from './operation.ts';

/** An object on each side; nothing is made when its rules find nothing. */
export function compileOne(context: CompileContext, rule: OneRule, place: Place): Operation {
  const native = objectPath(context, rule, 'native', rule.native, place);
  const canonical = objectPath(context, rule, 'canonical', rule.canonical, place);
  if (native === undefined || canonical === undefined) return { read: nothing, write: nothing };
  const inner = context.rules(rule.rules, { ...place, native: native.end, canonical: canonical.end });
  return {
    read: (run, source, target) => {
      const from = enter(locate(run, source, native));
      if (from !== undefined) inner.read(run, from, reach(run, target, canonical));
    },
    write: (run, source, target) => {
      const from = enter(locate(run, source, canonical));
      if (from !== undefined) inner.write(run, from, reach(run, target, native));
    },
    needs: { read: needsOf(native.path), write: needsOf(canonical.path) },
  };
}

function enter(from: Cursor | undefined): Cursor | undefined {
  from?.enter();
  return from;
}
