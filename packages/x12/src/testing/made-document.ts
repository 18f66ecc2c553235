import type { Definition, StructureNode } from '../definition/definition.ts';
import type { GuideConstraints } from '../guide/constraints-of.ts';
import { DocumentMaker } from './document-maker.ts';
import { GuideFitter } from './guide-fitter.ts';
import type { Properties } from './made-segment.ts';

export interface DocumentOptions {
  /** What decides; the same seed gives the same document. */
  readonly seed: number;
  /** Most optional places that are filled; none gives the smallest document that there is. */
  readonly places: number;
  /** What text is made of. */
  readonly signs: readonly string[];
  /** Places that stay empty. */
  readonly without: ReadonlySet<StructureNode>;
  /** What a companion guide asks beside. */
  readonly constraints: GuideConstraints | undefined;
}

/** A document of a set: mandatory places, some optional ones, repetitions, levels; then changed until it fits the guide. */
export function madeDocument(definition: Definition, options: DocumentOptions): Properties {
  const maker = new DocumentMaker(definition, options);
  const document = maker.document();
  const { constraints } = options;
  if (constraints !== undefined) new GuideFitter(definition, constraints, maker).fit(document);
  return document;
}
