export { defineMap, type TypedMap } from './authoring/define-map.ts';
export { defineOverlay, type TypedOverlay } from './authoring/define-overlay.ts';
export type { ValuePath } from './authoring/typed-path.ts';
export type { CanonicalKinds, CanonicalPlaces } from './generated/canonical-paths.ts';
