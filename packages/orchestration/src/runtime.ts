export { type ArchivedOrder, type ArchiveRequest, archiveOrders } from './runtime/archive-orders.ts';
export { createRuntime, type Runtime } from './runtime/create-runtime.ts';
export type { Dispatch } from './runtime/dispatch.ts';
export type {
  AppendResult,
  Batch,
  Changes,
  Claimed,
  ClaimRequest,
  DeliveryEffect,
  EffectNotice,
  Journal,
  LaneDepth,
  LaneLimit,
  LoggedEvent,
  OutboxEffect,
  StoredDocument,
  StoredOrder,
  StreamAppend,
} from './runtime/journal.ts';
export { type LaneConditions, laneLimits } from './runtime/lane-limits.ts';
export { afterCall, type Breaker, breakerAt, type CallSlice, closedBreaker } from './runtime/lanes/breaker.ts';
export { type Candidate, candidateOf } from './runtime/lanes/candidate.ts';
export { type LaneGuard, type LaneGuardOptions, laneGuard } from './runtime/lanes/lane-guard.ts';
export type { LaneState } from './runtime/lanes/lane-state.ts';
export { limitOf } from './runtime/lanes/limit-of.ts';
export { type Picked, type PickRequest, pick } from './runtime/lanes/pick.ts';
export { rankOf } from './runtime/lanes/rank-of.ts';
export { readSwitches, switchHistory, writeSwitch } from './runtime/lanes/switch-store.ts';
export {
  type Flow,
  noSwitches,
  type PartnerState,
  partnerState,
  type SwitchChange,
  type Switches,
  type SwitchResult,
  setSwitch,
  takesOrders,
} from './runtime/lanes/switches.ts';
export { type WaitingIndex, waitingIndex } from './runtime/lanes/waiting-index.ts';
export { type LoadedOrder, loadOrder } from './runtime/load-order.ts';
export { memoryJournal } from './runtime/memory-journal.ts';
export { notOffered } from './runtime/not-offered.ts';
export { OrderFault } from './runtime/order-fault.ts';
export type { Outcome, PerformContext, Performer, Performers, Postponement, Report } from './runtime/performers.ts';
export type { Pressure } from './runtime/pressure.ts';
export { restore } from './runtime/restore.ts';
export type { Reviewed, ReviewRequest } from './runtime/review.ts';
export type { RunOptions } from './runtime/run.ts';
export type { RuntimeOptions } from './runtime/runtime-options.ts';
export type { StopOptions } from './runtime/stop.ts';
export type { WorkOptions } from './runtime/work.ts';
export { WrongEvent } from './runtime/wrong-event.ts';
