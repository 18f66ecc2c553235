import { Calendar, type DocumentEffect, type WorkClass } from '@dist/orchestration';
import * as z from 'zod';

/** The transaction sets that orders send. */
export type BatchedDocument = DocumentEffect['document'];

/** Some times of each business day, on the clocks of a zone: `{ at: ['10:00', '16:30'], zone: 'America/Chicago' }`. */
export interface DailyWindow extends Pick<Calendar, 'zone' | 'weekdays' | 'holidays' | 'halfDays'> {
  /** `HH:MM`. On a half day what is later leaves when the day ends. */
  readonly at: readonly string[];
}

/** When what was gathered leaves: every so many minutes, counted from midnight in UTC, or at some times of the day. */
export type BatchWindow = { readonly everyMinutes: number } | DailyWindow;

/** Which documents of a partner are gathered, until when, and into how many interchanges they go (R14). */
export interface BatchRule {
  /**
   * Transaction sets that this rule gathers. One: an interchange has one document type. Several: they share interchanges, in a
   * functional group each.
   */
  readonly documents: readonly BatchedDocument[];
  readonly window: BatchWindow;
  /** Most transaction sets in one interchange; 1000 when absent. */
  readonly maximumSets?: number | undefined;
  /** Most bytes of one interchange; 10,000,000 when absent. A set that is larger by itself leaves at once, alone. */
  readonly maximumBytes?: number | undefined;
  /** What does not wait. */
  readonly urgent?: UrgentRule | undefined;
}

/** A document that fits one of these leaves at once, alone. */
export interface UrgentRule {
  /** Classes of work, by which the policy tells how soon something is wanted. */
  readonly classes?: readonly WorkClass[] | undefined;
  /** This priority of its order or a lower one: lower goes first. */
  readonly priority?: number | undefined;
}

const timeOfDay = z.string().regex(/^(?:[01]\d|2[0-3]):[0-5]\d$/, 'a time of day HH:MM');

/** The fields of a calendar that a window has; the schema of the whole calendar checks them. */
const daily = z
  .strictObject({
    at: z.array(timeOfDay).min(1).max(96),
    zone: z.string(),
    weekdays: z.array(z.int()).optional(),
    holidays: z.array(z.string()).optional(),
    halfDays: z.array(z.strictObject({ date: z.string(), until: z.string() })).optional(),
  })
  .superRefine(({ at: _times, ...calendar }, context) => {
    for (const { message, path } of Calendar.safeParse(calendar).error?.issues ?? [])
      context.addIssue({ code: 'custom', message, path });
  });

/** Sets of a group are numbered with four digits. */
const mostSets = 9999;

/** Checks a rule that comes from JSON. */
export const BatchRule: z.ZodType<BatchRule> = z.strictObject({
  documents: z.array(z.enum(['855', '856', '810', '865'])).min(1),
  window: z.union([z.strictObject({ everyMinutes: z.int().min(1).max(1440) }), daily]),
  maximumSets: z.int().min(1).max(mostSets).optional(),
  maximumBytes: z.int().min(1000).max(100_000_000).optional(),
  urgent: z
    .strictObject({
      classes: z.array(z.enum(['realTime', 'nearRealTime', 'batch'])).optional(),
      priority: z.number().optional(),
    })
    .optional(),
});

/** The rules of a partner: a document that two of them gather would have two windows. */
export const BatchRules: z.ZodType<readonly BatchRule[]> = z.array(BatchRule).superRefine((rules, context) => {
  const seen = new Set<string>();
  rules.forEach(({ documents }, index) => {
    for (const document of documents) {
      const message = `${document} stands in two rules, or twice in one: it leaves by one of them`;
      if (seen.has(document)) context.addIssue({ code: 'custom', message, path: [index, 'documents'] });
      seen.add(document);
    }
  });
});
