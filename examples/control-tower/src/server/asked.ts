import { zValidator } from '@hono/zod-validator';
import { z } from 'zod';

/** Reads what a question's address says; what is wrong with it is answered in a sentence, with 400. */
export function asked<Schema extends z.ZodObject>(schema: Schema) {
  return zValidator('query', schema, (read, context) => {
    if (read.success) return undefined;
    return context.json({ fault: z.prettifyError(read.error) }, 400);
  });
}
