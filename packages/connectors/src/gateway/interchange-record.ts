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

/** Where the record of an interchange is kept in the journal. */
export const recordNames = {
  accepted: (key: string): string => `interchange/${key}`,
  rejected: (key: string, hash: string): string => `rejected/${key}/${hash}`,
};
