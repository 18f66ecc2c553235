import type { AllocRule, NestRule, PairsRule } from '../map/rule.ts';
import type { CompileContext, Place } from './compile-context.ts';
import type { Operation } from './operation.ts';

/** Compiles rules of one kind. */
type CompileOperation<One> = (context: CompileContext, rule: One, place: Place) => Operation;

/**
 * The rules of segments, elements by number and HL trees. They come with the X12 Format, so that a program whose documents are
 * JSON or XML does not carry them.
 */
export interface FormatOperations {
  readonly pairs: CompileOperation<PairsRule>;
  readonly alloc: CompileOperation<AllocRule>;
  readonly nest: CompileOperation<NestRule>;
}
