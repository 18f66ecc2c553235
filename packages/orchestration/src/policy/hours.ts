import * as z from 'zod';

const most = 87_600;
const advice = 'at most 87600 hours, ten years, before or after: is it in minutes or milliseconds?';

/** Elapsed hours, ten years at most; negative where they are counted back. */
export const Hours: z.ZodType<number> = z.number().min(-most, advice).max(most, advice);
