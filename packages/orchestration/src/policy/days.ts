import * as z from 'zod';

const most = 3_660;
const advice = 'at most 3660 days, ten years, before or after: a calendar is walked day by day';

/** Whole days, ten years at most; negative where they are counted back. */
export const Days: z.ZodType<number> = z.int().min(-most, advice).max(most, advice);
