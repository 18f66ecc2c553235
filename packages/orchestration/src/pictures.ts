export { type Sequence, type SequenceMessage, sequenceOf } from './pictures/sequence-of.ts';
export { type StateDiagram, type StateDiagramOptions, stateDiagram } from './pictures/state-diagram.ts';
export { toMermaid } from './pictures/to-mermaid.ts';
export { toSvg } from './pictures/to-svg.ts';
