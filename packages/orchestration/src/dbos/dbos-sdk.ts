import type { PostgresQueries } from '../runtime/postgres/postgres-pool.ts';

/**
 * The parts of the class `DBOS` of `@dbos-inc/dbos-sdk` (5.3) that a worker is made with. Its types stay out of ours, so
 * that neither its version nor its presence matters to those who do not use it.
 */
export interface DbosSdk {
  readonly applicationVersion: string;
  registerWorkflow<Input>(
    workflow: (input: Input) => Promise<void>,
    config: { name: string; maxRecoveryAttempts: number },
  ): (input: Input) => Promise<void>;
  runStep<Answer>(step: () => Promise<Answer>, config: DbosStepConfig): Promise<Answer>;
  registerQueue(name: string, options: DbosQueueOptions & { onConflict: 'always_update' }): Promise<unknown>;
}

/** A durable step; `intervalSeconds` is the wait before each further try. */
export interface DbosStepConfig {
  name: string;
  retriesAllowed: boolean;
  maxAttempts: number;
  intervalSeconds: number;
  backoffRate: number;
}

/** How much of a queue runs at once, on one worker and on all, and how fast. */
export interface DbosQueueOptions {
  workerConcurrency?: number;
  globalConcurrency?: number;
  rateLimit?: { limitPerPeriod: number; periodSec: number };
  /** Milliseconds between two looks at the queue; DBOS's own is a second. */
  minPollingIntervalMs?: number;
}

/** The part of `DBOSClient` that puts workflows in queues, in a transaction of ours. */
export interface DbosClient {
  enqueueInTransaction(client: PostgresQueries, options: DbosEnqueueOptions, input: unknown): Promise<unknown>;
}

/** Which workflow, in which queue, and when. The same `workflowID` again is the same workflow. */
export interface DbosEnqueueOptions {
  queueName: string;
  workflowName: string;
  workflowID: string;
  appVersion: string;
  priority: number;
  delaySeconds?: number;
}
