/** One report of stock. `reflects` is by external reference and `received` by receipt: totals, or differences of a delta. */
export interface StockReport {
  readonly sequence: number;
  readonly asOf: string;
  readonly quantity: string;
  readonly reflects?: Readonly<Record<string, string>> | undefined;
  readonly received?: Readonly<Record<string, string>> | undefined;
}

/** A total and when it was last told. */
export interface ToldTotal {
  readonly quantity: string;
  readonly asOf: string;
}

/** What one source says lies at one location: its newest snapshot and what it reported after that. */
export interface StockStream {
  readonly snapshot?: StockReport | undefined;
  /** Differences with a higher number than the snapshot, by that number. */
  readonly deltas: Readonly<Record<string, StockReport>>;
  /** What snapshots and the deltas that they hold reflect, by external reference. */
  readonly reflected: Readonly<Record<string, ToldTotal>>;
  /** What of expected receipts they hold, by receipt. */
  readonly received: Readonly<Record<string, ToldTotal>>;
}

/** What is set apart under one external reference. */
export interface AllocationRow {
  readonly sequence: number;
  readonly asOf: string;
  readonly quantity: string;
  /** The most that was ever told. */
  readonly shipped: string;
  readonly closed: boolean;
}

/** What one source says is set apart at one location. */
export interface AllocationStream {
  /** Number of the newest complete report. */
  readonly complete?: number | undefined;
  /** The newest instant of any report. */
  readonly asOf: string;
  /** By external reference; the empty one is demand without a name. */
  readonly rows: Readonly<Record<string, AllocationRow>>;
}

/** Goods on their way. */
export interface ExpectedReceipt {
  readonly sequence: number;
  readonly asOf: string;
  readonly quantity: string;
  readonly on: string;
}

/** What is known of one location, by source. */
export interface LocationState {
  readonly stock: Readonly<Record<string, StockStream>>;
  readonly allocations: Readonly<Record<string, AllocationStream>>;
  /** By source, then by receipt. */
  readonly receipts: Readonly<Record<string, Readonly<Record<string, ExpectedReceipt>>>>;
}

/** Why a reservation was not granted, or could not be confirmed. */
export type RefusalReason =
  /** There is not so much. */
  | 'notEnough'
  /** The numbers are older than the policy allows, or missing. */
  | 'stale'
  /** The policy knows no such channel, or the channel does not sell from there. */
  | 'unknownChannel'
  | 'unknownLocation'
  /** It ended, or would end, before now. */
  | 'expired'
  /** The key has a reservation that says something else. */
  | 'different'
  /** It was given back. */
  | 'ended'
  /** Nobody asked for it. */
  | 'unknown'
  /** The event is malformed. */
  | 'invalid';

/** One reservation. Those that ended are kept for a while, so that what comes late or twice finds its answer. */
export interface Reservation {
  readonly status: 'held' | 'confirmed' | 'released' | 'expired' | 'refused';
  /** Empty when it was given back before it was asked for. */
  readonly channel: string;
  /** Empty when it was refused everywhere. */
  readonly location: string;
  readonly quantity: string;
  /** What was asked for, when some of it was given back. */
  readonly asked: string;
  /** Calendar date from which it is needed. */
  readonly on: string;
  readonly expiresAt: string;
  readonly since: string;
  readonly externalReference?: string | undefined;
  readonly reason?: RefusalReason | undefined;
}

/** What a channel was last told. */
export interface ToldChannel {
  readonly revision: number;
  readonly quantity: string;
}

/** Everything about the stock of one item: small, so that it lives in any store with versions. */
export interface AvailabilityState {
  readonly item: string;
  /** The item's base unit: all quantities are in it. */
  readonly unit: string;
  /** The latest instant of any event: clocks only go forward. The empty text before the first. */
  readonly now: string;
  readonly locations: Readonly<Record<string, LocationState>>;
  readonly reservations: Readonly<Record<string, Reservation>>;
  readonly channels: Readonly<Record<string, ToldChannel>>;
  /** By location: how much more is promised than there is. */
  readonly short: Readonly<Record<string, string>>;
}
