export type { ChangeKind, DescriptionChange } from './drift/description-change.ts';
export { descriptionDrift } from './drift/description-drift.ts';
export { formatChange } from './drift/format-change.ts';
export { type OperationUses, readUses, type Uses } from './drift/uses.ts';
