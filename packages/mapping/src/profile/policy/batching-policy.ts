import * as z from 'zod';

/** A part of each day in which documents leave, by the clock of the partner's zone. */
export interface OutboundWindow {
  /** `HH:MM`, included. */
  from: string;
  /** `HH:MM`, not included. Before `from`: the window goes past midnight. */
  until: string;
}

const clock = z.string().regex(/^(?:[01]\d|2[0-3]):[0-5]\d$/, 'expected a time HH:MM');

/** The schema of a window. */
export const OutboundWindow: z.ZodType<OutboundWindow> = z.strictObject({ from: clock, until: clock });

/** How outgoing documents are put into interchanges (R14). Which documents are made of one event says `per` of a document. */
export interface BatchingPolicy {
  /** When documents leave; at any time when absent (R14). */
  windows?: OutboundWindow[] | undefined;
  /** IANA name of the zone of the windows; that of the partner's identity when absent. */
  zone?: string | undefined;
  /** Most sets of one interchange (R14). */
  sets?: number | undefined;
  /** Most bytes of one interchange (R14). */
  bytes?: number | undefined;
  /** Whether an interchange holds one kind of document only (R14). */
  oneDocumentType?: boolean | undefined;
  /** Documents that leave at once, whatever the window: `["856"]` (R14). */
  urgent?: string[] | undefined;
  /** Whether the partner refuses gaps in ISA13; allowed when absent (R12). */
  gapless?: boolean | undefined;
}

/** The schema of the policy of batching. */
export const BatchingPolicy: z.ZodType<BatchingPolicy> = z.strictObject({
  windows: z.array(OutboundWindow).min(1).optional(),
  zone: z.string().min(1).optional(),
  sets: z.int().positive().optional(),
  bytes: z.int().positive().optional(),
  oneDocumentType: z.boolean().optional(),
  urgent: z.array(z.string().min(1)).optional(),
  gapless: z.boolean().optional(),
});
