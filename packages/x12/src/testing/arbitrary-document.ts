import * as fc from 'fast-check';
import type { Definition, StructureNode } from '../definition/definition.ts';
import { encodeDocument } from '../encode/encode-document.ts';
import { constraintsOf, type GuideConstraints } from '../guide/constraints-of.ts';
import type { Issue } from '../issue.ts';
import { type DocumentOptions, madeDocument } from './made-document.ts';

export interface ArbitraryDocumentOptions {
  /** Most optional places that are filled, 60 when absent. It shrinks to none: mandatory places alone. */
  readonly places?: number | undefined;
  /** The signs that text is made of, beside letters and digits; no separator of the interchange may be among them. */
  readonly signs?: string | undefined;
}

/** No usual separators; signs that need two, three and four bytes are in. */
const SIGNS = 'ABCXYZabc0123456789 -.,/&#é€😀';

/**
 * Valid documents of any definition: mandatory places always, others now and then, values of every type, length and closed
 * code list, syntax notes kept, loops bounded, levels in trees of any order. Each encodes without an issue, and is the
 * same when it has been written and read. With a definition that carries a companion guide they are what the guide asks
 * for: its usage, counts, codes, lengths, formats, characters, levels and conditions.
 * @throws RangeError when syntax notes contradict each other; while running, when no document is found that the
 * definition and its guide allow.
 */
export function arbitraryDocument<Document>(
  definition: Definition<string, Document>,
  options: ArbitraryDocumentOptions = {},
): fc.Arbitrary<Document> {
  const constraints = definition.guide && constraintsOf(definition, definition.guide.guide);
  const given = { signs: allowed([...(options.signs ?? SIGNS)], constraints), without: new Set<never>(), constraints };
  return fc
    .record({
      // A smaller seed is not a simpler document; fewer places are one.
      seed: fc.noShrink(fc.integer({ min: 0, max: MOST_SEED })),
      places: fc.nat({ max: options.places ?? 60 }),
    })
    .map((chosen) => soundDocument(definition, { ...given, ...chosen }) as Document);
}

const MOST_SEED = 0x7fff_fffe;

function allowed(signs: readonly string[], constraints: GuideConstraints | undefined): readonly string[] {
  const { characters } = constraints ?? {};
  const left = signs.filter((sign) => characters?.has(sign) ?? true);
  return left.length === 0 ? ['A'] : left;
}

/** Documents that are begun before giving up: rules of a guide may contradict what chance has filled. */
const MOST_BEGINNINGS = 30;

function soundDocument(definition: Definition, options: DocumentOptions): unknown {
  let last: Issue | undefined;
  for (let attempt = 0; attempt < MOST_BEGINNINGS; attempt++) {
    const found = grownDocument(definition, { ...options, seed: (options.seed + attempt * 7919) % MOST_SEED });
    if (found.issue === undefined) return found.document;
    last = found.issue;
  }
  throw new RangeError(`no ${definition.id} was found without an issue: ${last?.message} (${last?.path.join('/')})`);
}

/** Times that a place is left empty before another document is begun. */
const MOST_TRIES = 100;

/**
 * The standard tells places for the same segment apart by order alone, so some fillings of optional places can not be
 * written. The place that is said to be at fault is left empty then.
 */
function grownDocument(definition: Definition, options: DocumentOptions): { document?: unknown; issue?: Issue } {
  const without = new Set(options.without);
  for (let attempt = 0; ; attempt++) {
    const document = madeDocument(definition, { ...options, without });
    const [issue] = encodeDocument(definition, document).issues;
    if (issue === undefined) return { document };
    const place = optionalPlace(definition.structure, issue.path);
    if (place === undefined || without.has(place) || attempt === MOST_TRIES) return { issue };
    without.add(place);
  }
}

/** The innermost optional place on a path of the document. */
function optionalPlace(
  structure: readonly StructureNode[],
  path: readonly (string | number)[],
): StructureNode | undefined {
  let found: StructureNode | undefined;
  let nodes = structure;
  for (const step of path) {
    const node = nodes.find(({ key }) => key === step);
    if (node === undefined) continue;
    if (node.requirement !== 'M') found = node;
    nodes = node.kind === 'loop' ? node.children : [];
  }
  return found;
}
