export { type AcknowledgeOptions, acknowledge, type UnnumberedAcknowledgeOptions } from './acknowledge.ts';
export type { AcknowledgedGroup, AcknowledgedInterchange, AcknowledgedSet } from './acknowledgment/acknowledged.ts';
export { type DecodeOptions, decode } from './decode.ts';
export { decodeAcknowledgment } from './decode-acknowledgment.ts';
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
export type { DocumentChange } from './diff/document-change.ts';
export { diff } from './diff.ts';
export { eachSegment } from './each-segment.ts';
export { eachValue, type ValueVisitor } from './each-value.ts';
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
  UnnumberedGroup,
  UnnumberedInterchange,
  UnnumberedSet,
} from './envelope/outgoing.ts';
export { type FormatOptions, type FormattableIssue, format } from './format.ts';
export type { Inspectable } from './inspect/inspected-lines.ts';
export { inspect } from './inspect.ts';
export type { Address, Issue, Position, Severity } from './issue.ts';
export type { IssueCode } from './issue-codes.ts';
export type { StreamInput } from './lexical/byte-chunks.ts';
export type { Limits } from './limits.ts';
export { mask } from './mask.ts';
export { outgoingSet } from './outgoing-set.ts';
export { parse } from './parse.ts';
export { parseSegments, type SegmentItem } from './parse-segments.ts';
export { parseStream, type StreamedGroup, type StreamedInterchange, type StreamItem } from './parse-stream.ts';
export { printDiff } from './print-diff.ts';
export { type ReadOptions, read, type SeenInterchange } from './read.ts';
export type {
  Examined,
  ExaminedGroup,
  ExaminedInterchange,
  ExaminedSet,
  PassingSet,
} from './read-stream/examined.ts';
export { type ReadStreamOptions, readStream } from './read-stream.ts';
export type {
  ReceivedContext,
  ReceivedFile,
  ReceivedGroup,
  ReceivedInterchange,
  ReceivedSet,
  Status,
} from './received.ts';
export type { Receiver } from './receiver-issues.ts';
export type { SentSet } from './reconcile/sent-set.ts';
export type { AcknowledgedFault, AcknowledgmentReference } from './reconcile/statement.ts';
export {
  type ReconciledSet,
  type ReconcileOptions,
  type Reconciliation,
  reconcile,
  type UnmatchedAcknowledgment,
} from './reconcile.ts';
export type { Result } from './result.ts';
export { serialize } from './serialize.ts';
export { value } from './value.ts';
export { type ControlNumberKey, type ControlNumberSequence, withControlNumbers } from './with-control-numbers.ts';
export { write } from './write.ts';
