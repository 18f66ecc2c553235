import type { Format } from '../format/format.ts';
import { compileAlloc } from '../op/alloc.ts';
import { compileNest } from '../op/nest.ts';
import { compilePairs } from '../op/pairs.ts';
import { parseX12Path } from './parse-x12-path.ts';
import type { X12Definition } from './x12-definition.ts';
import { x12Notation } from './x12-notation.ts';
import { x12Shape } from './x12-shape.ts';

/**
 * The Format of an X12 transaction set, from its definition in `@dist/x12`: `x12(purchaseOrder850)`. Documents are what
 * `decode` and `read` give and `encode` takes. Its id is `x12/004010/850`. What a map writes is checked by `encode`.
 */
export function x12<Document>(definition: X12Definition<Document>): Format<Document> {
  const shape = x12Shape(definition);
  return {
    id: `x12/${definition.release}/${definition.id}`,
    shape,
    parsePath: (text, from) => parseX12Path(text, from, shape),
    notation: x12Notation(shape),
    fillsRequired: false,
    '~operations': { pairs: compilePairs, alloc: compileAlloc, nest: compileNest },
  };
}
