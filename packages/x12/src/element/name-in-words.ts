import type { ElementUse } from '../definition/definition.ts';
import { wordsOf } from './words-of.ts';

/** An element for a person: `PO102 (quantity ordered)`. */
export function nameInWords(use: ElementUse): string {
  return `${use.designator} (${wordsOf(use.name)})`;
}
