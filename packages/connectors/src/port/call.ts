/** What every operation takes beside its subject. */
export interface Call {
  /** Ends the call: before anything is sent nothing has happened, afterwards the outcome is unknown. */
  readonly signal?: AbortSignal | undefined;
  /** Milliseconds since 1970 after which nobody waits any more: no request is sent that could not be answered before. */
  readonly deadline?: number | undefined;
}

/** A call that changes something outside. */
export interface WriteCall extends Call {
  /** The same for every attempt at the same thing, and for nothing else: printable ASCII. */
  readonly key: string;
}
