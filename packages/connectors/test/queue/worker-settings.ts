/** What a worker process is told. */
export interface WorkerSettings {
  /** Of the broker. */
  readonly port: number;
  readonly ledger: string;
  /** Lines of number and instant: orders that have come. */
  readonly inbox: string;
  /** Milliseconds that each side of a performer takes. */
  readonly latency: number;
  /** File that it leaves when it has died by itself; it does not when this is empty. */
  readonly dies: string;
  /** Where it dies by itself: `erp` right after the ERP has made an order, or the name of a step of the carrier. */
  readonly diesAt: string;
  /** File that it leaves when it is there. */
  readonly ready: string;
}

/** The steps between which a worker may die, in the words of every broker. */
export const steps = ['before publish', 'after publish', 'before ack', 'after ack'] as const;
