import type { Field, ObjectShape } from '../shape/shape.ts';
import type { X12Definition, X12Element, X12LoopUse, X12Node, X12Segment } from './x12-definition.ts';

/** The shape of a typed transaction set as `@dist/x12` decodes it. */
export function x12Shape(definition: X12Definition): ObjectShape {
  const segments = new Map<string, ObjectShape>();
  return { kind: 'object', open: false, fields: toFields(definition.structure, definition.segments, segments) };
}

type Segments = Readonly<Record<string, X12Segment>>;

function toFields(nodes: readonly X12Node[], segments: Segments, made: Map<string, ObjectShape>): Map<string, Field> {
  const fields = new Map<string, Field>();
  for (const node of nodes) {
    const field = node.kind === 'loop' ? loopField(node, segments, made) : segmentField(node, segments, made);
    if (!fields.has(field.key)) fields.set(field.key, field);
  }
  return fields;
}

function segmentField(
  node: Extract<X12Node, { kind: 'segment' }>,
  segments: Segments,
  made: Map<string, ObjectShape>,
): Field {
  const { key, segment, requirement, maximumUse } = node;
  const shape = made.get(segment) ?? segmentShape(segment, segments[segment]?.elements ?? []);
  made.set(segment, shape);
  return { key, shape, many: maximumUse > 1, required: requirement === 'M', label: segment, role: 'segment' };
}

function loopField(node: X12LoopUse, segments: Segments, made: Map<string, ObjectShape>): Field {
  const { key, loop, requirement, repeat, hierarchical } = node;
  const fields = toFields(node.children, segments, made);
  const [first] = fields.values();
  // A loop begins with its first segment whatever the standard says of that segment's use.
  if (first !== undefined) fields.set(first.key, { ...first, required: true });
  const children = hierarchical ? 'children' : undefined;
  const shape: ObjectShape = { kind: 'object', open: false, id: loop, fields, first, children };
  if (children !== undefined) {
    fields.set(children, { key: children, shape, many: true, required: false, label: loop, role: 'loop' });
  }
  return { key, shape, many: repeat > 1, required: requirement === 'M', label: loop, role: 'loop' };
}

function segmentShape(id: string, elements: readonly X12Element[]): ObjectShape {
  return withPositions(id, elements, 'element');
}

function withPositions(id: string, elements: readonly X12Element[], role: 'element' | 'component'): ObjectShape {
  const positions = elements.map((element, index) => elementField(element, index + 1, role));
  return { kind: 'object', open: false, id, positions, fields: new Map(positions.map((field) => [field.key, field])) };
}

function elementField(element: X12Element, number: number, role: 'element' | 'component'): Field {
  const label = role === 'element' ? String(number).padStart(2, '0') : String(number);
  const shape =
    element.components === undefined
      ? ({ kind: 'leaf', type: 'text', codes: element.codes } as const)
      : withPositions('', element.components, 'component');
  return { key: element.name, shape, many: element.repeat > 1, required: element.requirement === 'M', label, role };
}
