import type { Rule } from '../map/rule.ts';
import { compileBind } from './bind.ts';
import { compileCalc } from './calc.ts';
import type { CompileContext, Place } from './compile-context.ts';
import { compileConst } from './const.ts';
import { compileEach } from './each.ts';
import { compileOne } from './one.ts';
import { nothing, type Operation } from './operation.ts';
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
    case 'when':
      return compileWhen(context, rule, place);
    case 'calc':
      return compileCalc(context, rule, place);
    case 'pairs':
      return context.operations?.pairs(context, rule, place) ?? ofAnotherFormat(context, rule);
    case 'nest':
      return context.operations?.nest(context, rule, place) ?? ofAnotherFormat(context, rule);
    case 'alloc':
      return context.operations?.alloc(context, rule, place) ?? ofAnotherFormat(context, rule);
  }
}

function ofAnotherFormat(context: CompileContext, rule: Rule): Operation {
  context.report(rule, 'path-not-value', `${rule.op ?? 'bind'} is for X12 documents: there are no segments here`, {
    side: 'native',
  });
  return { read: nothing, write: nothing };
}
