export type { AppliedGuide } from './guide/applied-guide.ts';
export { compareGuides, type GuideChange, type GuideChangeKind } from './guide/compare-guides.ts';
export type { CompiledCondition, CompiledStatement } from './guide/compile-guide.ts';
export { constraintsOf, type GuideConstraints, type PlaceConstraint } from './guide/constraints-of.ts';
export { effectiveGuide } from './guide/effective-guide.ts';
export type {
  Condition,
  Guide,
  GuideCharacters,
  GuideCode,
  GuideCondition,
  GuidePlace,
  Usage,
  ValueFormat,
  ValueRule,
  Violation,
} from './guide/guide.ts';
export type { GuidePath, GuideStep, Qualifier } from './guide/guide-path.ts';
export { printGuide } from './guide/print-guide.ts';
export { type ReadGuideOptions, readGuide } from './guide/read-guide.ts';
export { withGuide } from './guide/with-guide.ts';
