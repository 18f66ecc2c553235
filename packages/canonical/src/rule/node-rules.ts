import { units } from '../data/units.ts';
import { isGln } from '../gs1/gln.ts';
import { isGtin } from '../gs1/gtin.ts';
import { isSscc } from '../gs1/sscc.ts';
import type { Finding, Rule } from './rule.ts';

/** Rules of single nodes that may stand anywhere in a document: identifiers and units. */
export const nodeRules: readonly Rule<unknown>[] = [
  // A warning: partners send wrong item numbers, and an order may still be found by another of its numbers.
  { code: 'gtin-invalid', severity: 'warning', find: (document) => invalidIds(document, 'gtin', isGtin) },
  { code: 'gln-invalid', severity: 'error', find: (document) => invalidIds(document, 'gln', isGln) },
  { code: 'sscc-invalid', severity: 'error', find: (document) => invalidIds(document, 'sscc', isSscc) },
  { code: 'unit-unknown', severity: 'warning', find: unknownUnits },
];

function* invalidIds(document: unknown, scheme: string, isValid: (text: string) => boolean): Iterable<Finding> {
  for (const { node, path } of walk(document, [])) {
    if (node['scheme'] !== scheme || typeof node['value'] !== 'string' || isValid(node['value'])) continue;
    yield {
      message: `The ${scheme.toUpperCase()} ${node['value']} has a wrong length or check digit`,
      path: [...path, 'value'],
      expected: `a ${scheme.toUpperCase()} with its check digit`,
      found: node['value'],
    };
  }
}

function* unknownUnits(document: unknown): Iterable<Finding> {
  for (const { node, path } of walk(document, [])) {
    for (const key of ['unit', 'baseUnit']) {
      const unit = node[key];
      if (typeof unit !== 'string' || units.has(unit)) continue;
      yield { message: `The unit ${unit} is not in the table of units`, path: [...path, key], found: unit };
    }
  }
}

type Node = Readonly<Record<string, unknown>>;
type Path = readonly (string | number)[];

/** Every object of a document, depth first; extensions belong to others and are not entered. */
function* walk(value: unknown, path: Path): Iterable<{ node: Node; path: Path }> {
  if (Array.isArray(value)) {
    for (const [index, element] of value.entries()) yield* walk(element, [...path, index]);
  } else if (typeof value === 'object' && value !== null) {
    const node = value as Node;
    yield { node, path };
    for (const [key, child] of Object.entries(node)) if (key !== 'ext') yield* walk(child, [...path, key]);
  }
}
