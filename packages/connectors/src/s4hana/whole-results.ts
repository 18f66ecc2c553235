import * as z from 'zod';

/** Records that hang on another one, all of them: SAP may cut them, and says by a link that there are more (OData 2.0 JSON, `__next`). */
export const wholeResults = <Item extends z.ZodType>(item: Item) =>
  z
    .object({ results: z.array(item), __next: z.string().nullish() })
    .refine(
      ({ __next: next }) => next === undefined || next === null,
      'expected all records, found a link to the rest',
    );
