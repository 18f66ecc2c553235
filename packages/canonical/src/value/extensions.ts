import * as z from 'zod';

/** What a partner or vendor adds, by namespace: `{ acme: { route: 'B7' } }`. At most 64 levels deep. */
export type Extensions = Record<string, unknown>;

const deepest = 64;

export const Extensions: z.ZodType<Extensions> = z
  .record(z.string().min(1), z.unknown())
  .refine((value) => depthWithin(value, deepest), `expected extensions of at most ${deepest} levels`);

/** Level by level, so that neither depth nor a cycle ends the stack. */
function depthWithin(value: unknown, levels: number): boolean {
  let level: unknown[] = [value];
  for (let depth = 0; level.length > 0; depth++) {
    if (depth > levels) return false;
    level = level.flatMap((node) => (typeof node === 'object' && node !== null ? Object.values(node) : []));
  }
  return true;
}
