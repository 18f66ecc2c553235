import * as z from 'zod';

/** The trailer or container that goods travel in (X12 TD3, W27). */
export interface Equipment {
  /** Kind in the partner's code (X12 40): `TL` trailer. */
  type?: string | undefined;
  /** Letters before the number (X12 206). */
  initial?: string | undefined;
  number?: string | undefined;
  seal?: string | undefined;
}

export const Equipment: z.ZodType<Equipment> = z.strictObject({
  type: z.string().min(1).optional(),
  initial: z.string().min(1).optional(),
  number: z.string().min(1).optional(),
  seal: z.string().min(1).optional(),
});
