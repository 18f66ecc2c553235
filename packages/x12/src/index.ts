export { type AcknowledgeOptions, acknowledge } from './acknowledge.ts';
export { type DecodeOptions, decode } from './decode.ts';
export type {
  DataType,
  Definition,
  DocumentOf,
  ElementUse,
  LoopUse,
  Requirement,
  SegmentDefinition,
  SegmentUse,
  StructureNode,
} from './definition/definition.ts';
export { encode } from './encode.ts';
export type {
  Delimiters,
  Element,
  FunctionalGroup,
  GroupHeader,
  Interchange,
  InterchangeFile,
  InterchangeHeader,
  InterchangeParty,
  Segment,
  TransactionSet,
} from './envelope/interchange.ts';
export type {
  InterchangeAcknowledgment,
  OutgoingGroup,
  OutgoingInterchange,
  OutgoingSet,
} from './envelope/outgoing.ts';
export { type FormatOptions, type FormattableIssue, format } from './format.ts';
export type { Address, Issue, Position, Severity } from './issue.ts';
export type { IssueCode } from './issue-codes.ts';
export type { StreamInput } from './lexical/byte-chunks.ts';
export type { Limits } from './limits.ts';
export { outgoingSet } from './outgoing-set.ts';
export { parse } from './parse.ts';
export { parseSegments, type SegmentItem } from './parse-segments.ts';
export { parseStream, type StreamedGroup, type StreamedInterchange, type StreamItem } from './parse-stream.ts';
export { type ReadOptions, read } from './read.ts';
export type {
  ReceivedContext,
  ReceivedFile,
  ReceivedGroup,
  ReceivedInterchange,
  ReceivedSet,
  Status,
} from './received.ts';
export type { Result } from './result.ts';
export { serialize } from './serialize.ts';
export { value } from './value.ts';
export { write } from './write.ts';
