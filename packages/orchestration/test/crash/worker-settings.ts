/** Where a journal lies that outlives its processes. */
export type CrashStore =
  | { readonly kind: 'sqlite'; readonly path: string }
  | {
      readonly kind: 'postgres';
      readonly host: string;
      readonly user: string;
      readonly database: string;
      readonly schema: string;
    };

/** Which code a worker has: that before or after a deployment, or that of the tests that deploy nothing. */
export type Release = 1 | 2 | 'whole';

/** What a worker is started with, as JSON in its only argument. */
export interface WorkerSettings {
  readonly store: CrashStore;
  /** Address of the outside world. */
  readonly world: string;
  readonly worker: string;
  readonly release: Release;
  /** Milliseconds since 1970 at which it is `2026-03-02T08:00:00.000Z` for all workers of a round. */
  readonly startedAt: number;
  /** Takes every claim for a first one. */
  readonly blind?: boolean | undefined;
}

/** The instant it is in a round; its clock goes as fast as the wall's. */
export function roundClock({ startedAt }: Pick<WorkerSettings, 'startedAt'>): () => string {
  return () => new Date(Date.parse('2026-03-02T08:00:00.000Z') + Date.now() - startedAt).toISOString();
}
