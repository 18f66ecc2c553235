export { createRuntime, type Runtime, type WorkOptions } from './runtime/create-runtime.ts';
export type { Dispatch } from './runtime/dispatch.ts';
export type {
  AppendResult,
  Batch,
  Claimed,
  ClaimRequest,
  DeliveryEffect,
  Journal,
  OutboxEffect,
  StoredDocument,
  StreamAppend,
} from './runtime/journal.ts';
export { memoryJournal } from './runtime/memory-journal.ts';
export { notOffered } from './runtime/not-offered.ts';
export type { Outcome, PerformContext, Performer, Performers, Report } from './runtime/performers.ts';
export type { RuntimeOptions } from './runtime/runtime-options.ts';
