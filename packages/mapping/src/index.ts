export { type Codec, type CodecContext, type CodecValue, type Facts, Refusal, refuse } from './codec/codec.ts';
export { type CompileSettings, compile } from './compile.ts';
export type { CompiledMap, MapResult, RunOptions, RunReport, Trace } from './compiled-map.ts';
export type { Format } from './format/format.ts';
export { json } from './format/json.ts';
export type { MappingIssue, Side } from './issue.ts';
export { effectiveOn } from './map/effective-on.ts';
export type { Explanation, OverlayChange } from './map/explanation.ts';
export { loadMap, loadOverlay } from './map/load-map.ts';
export type { AddedRule, Overlay } from './map/overlay.ts';
export type { LossyTable, PartnerMap, Table } from './map/partner-map.ts';
export type {
  AllocPart,
  AllocRule,
  BindRule,
  CalcFunction,
  CalcRule,
  Condition,
  ConstRule,
  Direction,
  EachRule,
  LevelRule,
  NestRule,
  OneRule,
  PairCode,
  PairsRule,
  Rule,
  Scalar,
  SidedCondition,
  WhenRule,
} from './map/rule.ts';
export type { Path, PathFault, Select, Step } from './path/path.ts';
export type { Result } from './result.ts';
export type { Complement, KeptForm, KeptItem, KeptNode } from './run/complement.ts';
export type { Loss } from './run/remainder.ts';
export type { Lookup } from './run/run.ts';
export type { TraceStep } from './run/traced.ts';
export type { AnyShape, Field, LeafShape, ObjectShape, Shape } from './shape/shape.ts';
