export {
  type AppliedAvailability,
  type AvailabilityTarget,
  applyAvailability,
} from './availability/apply-availability.ts';
export { availabilityDocument, type DocumentSettings } from './availability/availability-document.ts';
export type {
  AvailabilityEffect,
  AvailabilityEffectBody,
  AvailabilityNote,
  AvailabilityTransition,
} from './availability/availability-effect.ts';
export type {
  AllocatedQuantity,
  AvailabilityEvent,
  AvailabilityEventBase,
  AvailabilityReport,
  ReceivedQuantity,
  ReflectedQuantity,
  ReportBase,
  ReservationEvent,
} from './availability/availability-event.ts';
export {
  type AgeLimit,
  type AvailabilityChannelRule,
  AvailabilityPolicy,
  type ItemRule,
} from './availability/availability-policy.ts';
export type {
  AllocationRow,
  AllocationStream,
  AvailabilityState,
  ExpectedReceipt,
  LocationState,
  RefusalReason,
  Reservation,
  StockReport,
  StockStream,
  ToldChannel,
  ToldTotal,
} from './availability/availability-state.ts';
export { availabilityTransition } from './availability/availability-transition.ts';
export { type Availability, type AvailabilityQuestion, available, channelAvailable } from './availability/available.ts';
export { defaultAvailabilityPolicy } from './availability/default-availability-policy.ts';
export { emptyAvailability } from './availability/empty-availability.ts';
export { inBaseUnit } from './availability/in-base-unit.ts';
export { type MemoryVersionedStore, memoryVersionedStore } from './availability/memory-versioned-store.ts';
export { type ReportedEvent, type ReportSettings, reportedEvents } from './availability/reported-events.ts';
export type { StaleNumber } from './availability/stale-number.ts';
export { type UnseenReservation, unseenReservations } from './availability/unseen-reservations.ts';
export type { UsedNumber } from './availability/used-number.ts';
export type { AvailabilityCommit, VersionedStore } from './availability/versioned-store.ts';
