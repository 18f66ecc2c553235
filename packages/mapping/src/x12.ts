export { x12 } from './x12/x12.ts';
export type {
  X12Definition,
  X12Element,
  X12LoopUse,
  X12Node,
  X12Segment,
  X12SegmentUse,
} from './x12/x12-definition.ts';
