import type { Facts } from './codec/codec.ts';
import type { MappingIssue } from './issue.ts';
import type { Explanation } from './map/explanation.ts';
import type { Direction } from './map/rule.ts';
import type { Complement } from './run/complement.ts';
import type { Loss } from './run/remainder.ts';
import type { Lookup } from './run/run.ts';
import type { TraceStep } from './run/traced.ts';

/** A map, checked and ready to run. It holds no state: every run is on its own, and synchronous. */
export interface CompiledMap<Native = unknown, Canonical = unknown> {
  readonly id: string;
  readonly version: string;
  /** SHA-256 of the map in effect, after overlays: 64 hexadecimal digits. */
  readonly hash: string;
  /** Makes the canonical document of a native one. Throws a RangeError when the map's `direction` is `write`. */
  readonly read: (native: Native, settings?: RunOptions) => MapResult<Canonical>;
  /** Makes the native document of a canonical one. Throws a RangeError when the map's `direction` is `read`. */
  readonly write: (canonical: Canonical, settings?: RunOptions) => MapResult<Native>;
  /** The master data that the `lookup:` codecs will ask for, each once; to be fetched and given to the run as facts. */
  readonly lookups: {
    (native: Native, direction?: 'read'): readonly Lookup[];
    (canonical: Canonical, direction: 'write'): readonly Lookup[];
  };
  /** The map in effect, and which overlay touched which of its rules. */
  readonly explain: () => Explanation;
}

/** What a run may be given beside the document. */
export interface RunOptions {
  /** Master data for `lookup:` codecs, fetched beforehand. */
  readonly facts?: Facts | undefined;
  /** What an earlier run the other way kept. */
  readonly complement?: Complement | undefined;
  /** Whether each value is traced to its rule. */
  readonly trace?: boolean | undefined;
  /** False leaves out the schema of what is made, for a caller who validates it at a boundary anyway; true when absent. */
  readonly validate?: boolean | undefined;
}

/** What a run made. `value` stands only where no issue is an error; otherwise `partial` holds what could be made. */
export type MapResult<T> = RunReport &
  (
    | { readonly ok: true; readonly value: T; readonly partial?: undefined }
    | { readonly ok: false; readonly value?: undefined; readonly partial?: unknown }
  );

export interface RunReport {
  readonly issues: readonly MappingIssue[];
  /** Values of the source that no rule read, in the order of the document. */
  readonly loss: readonly Loss[];
  /** The same as JSON, to be stored beside the document and given to the run the other way. */
  readonly complement: Complement;
  readonly trace?: Trace | undefined;
}

/** Which rule made each value, and by which map. */
export interface Trace {
  readonly map: string;
  readonly version: string;
  readonly hash: string;
  readonly direction: Direction;
  readonly steps: readonly TraceStep[];
}
