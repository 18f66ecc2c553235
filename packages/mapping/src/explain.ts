export { explainedMap as printExplanation } from './explain/explained-map.ts';
export { type MapChange, mapChanges as diff } from './explain/map-changes.ts';
export { printDiff } from './explain/print-diff.ts';
export type { ValueChange } from './explain/value-changes.ts';
