import * as z from 'zod';

/** Whether a connection has more, and where it goes on. */
export const pageInfo: z.ZodType<PageInfo> = z.object({
  hasNextPage: z.boolean(),
  endCursor: z
    .string()
    .nullish()
    .transform((cursor) => cursor ?? undefined),
});

export interface PageInfo {
  readonly hasNextPage: boolean;
  readonly endCursor: string | undefined;
}
