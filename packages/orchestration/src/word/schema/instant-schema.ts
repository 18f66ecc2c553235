import * as z from 'zod';

const advice = 'an instant from 1970 to 2199: a year beyond is a field read as another, or a clock that is wrong';

const form =
  'an instant in UTC with milliseconds, such as 2026-03-02T08:00:00.000Z, as new Date(instant).toISOString() writes it';

/** Instants are compared as text, and deadlines are counted from them. `Z` and milliseconds are what this package writes. */
export const instantSchema: z.ZodType<string> = z.iso
  .datetime({ precision: 3, error: form })
  .refine(isOfOurTime, advice);

/** An instant in UTC, with or without fractions of a second. */
export const utcInstantSchema: z.ZodType<string> = z.iso.datetime().refine(isOfOurTime, advice);

/** An instant as others write it: with or without fractions of a second, in UTC or with an offset. */
export const foreignInstantSchema: z.ZodType<string> = z.iso.datetime({ offset: true }).refine(isOfOurTime, advice);

function isOfOurTime(instant: string): boolean {
  return instant >= '1970' && instant < '2200';
}
