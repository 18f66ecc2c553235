import type { Definition } from './definition/definition.ts';
import { type Inspectable, inspectedLines } from './inspect/inspected-lines.ts';

/**
 * A file, an interchange or a transaction set as an indented tree for people: loops and levels (HL), segments with their
 * names, elements with designator, name and value, and each issue under what it is about, marked `!` (`?` where it does not
 * reject). A set from `read` knows its definition and its issues; one from `parse` is checked against the definition for its
 * type and release, or shown without names where there is none. Each line ends with a line feed.
 */
export function inspect(what: Inspectable, definitions: readonly Definition[] = []): string {
  return Array.from(inspectedLines(what, definitions), (line) => `${line}\n`).join('');
}
