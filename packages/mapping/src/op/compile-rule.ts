import type { Rule } from '../map/rule.ts';
import { compileAlloc } from './alloc.ts';
import { compileBind } from './bind.ts';
import { compileCalc } from './calc.ts';
import type { CompileContext, Place } from './compile-context.ts';
import { compileConst } from './const.ts';
import { compileEach } from './each.ts';
import { compileNest } from './nest.ts';
import { compileOne } from './one.ts';
import type { Operation } from './operation.ts';
import { compilePairs } from './pairs.ts';
import { compileWhen } from './when.ts';

/** One rule, compiled at its place. */
export function compileRule(context: CompileContext, rule: Rule, place: Place): Operation {
  switch (rule.op) {
    case undefined:
    case 'bind':
      return compileBind(context, rule, place);
    case 'const':
      return compileConst(context, rule, place);
    case 'one':
      return compileOne(context, rule, place);
    case 'each':
      return compileEach(context, rule, place);
    case 'pairs':
      return compilePairs(context, rule, place);
    case 'when':
      return compileWhen(context, rule, place);
    case 'calc':
      return compileCalc(context, rule, place);
    case 'nest':
      return compileNest(context, rule, place);
    case 'alloc':
      return compileAlloc(context, rule, place);
  }
}
