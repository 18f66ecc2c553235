import type { SentAcknowledgment } from './receipt.ts';

/** What is kept of an interchange under its key, for when it comes again. */
export interface InterchangeRecord {
  readonly hash: string;
  readonly partner: string;
  readonly acknowledgment?: SentAcknowledgment | undefined;
  /** Key of the acknowledgment's bytes. */
  readonly document?: string | undefined;
  readonly orders: readonly string[];
  /** How often it has been received. */
  readonly times: number;
}
