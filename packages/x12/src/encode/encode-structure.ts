import type { Definition, LoopUse, SegmentUse, StructureNode } from '../definition/definition.ts';
import type { Segment } from '../envelope/interchange.ts';
import type { Issue } from '../issue.ts';
import {
  checkProperties,
  type DocumentObject,
  isObject,
  itemsOf,
  type Path,
  propertyOf,
  valueFault,
} from './document.ts';
import { encodeSegment } from './encode-segment.ts';
import { levelsOf } from './levels.ts';

/** Walks a document by the structure of its set. The first segment of a set is the second after ST: position 2. */
export function encodeStructure(
  definition: Definition,
  document: unknown,
  report: (issue: Issue) => void,
): EncodedStructure {
  const encoder: Encoder = { definition, report, segments: [], places: [] };
  if (isObject(document)) encodeNodes(definition.structure, document, [], [], encoder);
  else report(valueFault([], 'an object', document));
  return encoder;
}

/** The segments of a document and, for each, the place that it was written for. */
export interface EncodedStructure {
  readonly segments: Segment[];
  readonly places: EncodedPlace[];
}

export interface EncodedPlace {
  readonly use: SegmentUse;
  /** In the document. */
  readonly path: Path;
}

/** What one run of the encoder works on. */
interface Encoder extends EncodedStructure {
  readonly definition: Definition;
  readonly report: (issue: Issue) => void;
}

/** Writes one repetition of a structure; `extra` names the properties that are not places of it. */
function encodeNodes(
  nodes: readonly StructureNode[],
  document: DocumentObject,
  path: Path,
  extra: readonly string[],
  encoder: Encoder,
): void {
  checkProperties(document, [...nodes.map(({ key }) => key), ...extra], path, encoder.report);
  for (const node of nodes) {
    const value = propertyOf(document, node.key);
    if (value === undefined) continue;
    if (node.kind === 'segment') encodeUses(node, value, [...path, node.key], encoder);
    else encodeLoop(node, value, [...path, node.key], encoder);
  }
}

function encodeUses(node: SegmentUse, value: unknown, path: Path, encoder: Encoder): void {
  const definition = encoder.definition.segments[node.segment];
  if (definition === undefined) throw new TypeError(`${encoder.definition.id} has no definition of ${node.segment}`);
  const { segments, places, report } = encoder;
  for (const item of itemsOf(value, node.maximumUse > 1, path, report)) {
    const segment = encodeSegment(definition, item, segments.length + 2, report);
    if (segment.elements.length === 0) report(valueFault(item.path, 'an object with at least one element', item.value));
    segments.push(segment);
    places.push({ use: node, path: item.path });
  }
}

function encodeLoop(node: LoopUse, value: unknown, path: Path, encoder: Encoder): void {
  const items = itemsOf(value, node.repeat > 1, path, encoder.report);
  const all = node.hierarchical ? levelsOf(items, node.repeat, encoder.report) : items;
  for (const item of all) {
    // Without the segment that begins it, what a repetition holds would be read as a part of something else.
    if (propertyOf(item.value, node.loop) === undefined)
      encoder.report(valueFault([...item.path, node.loop], 'an object', undefined));
    encodeNodes(node.children, item.value, item.path, node.hierarchical ? ['children'] : [], encoder);
  }
}
