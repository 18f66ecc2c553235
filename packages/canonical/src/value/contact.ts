import * as z from 'zod';

/** Whom to ask (X12 PER): `role` in words, such as `buyer`, `delivery`, `accountsPayable`. */
export interface Contact {
  role?: string | undefined;
  name?: string | undefined;
  phone?: string | undefined;
  fax?: string | undefined;
  email?: string | undefined;
}

export const Contact: z.ZodType<Contact> = z.strictObject({
  role: z.string().min(1).optional(),
  name: z.string().optional(),
  phone: z.string().optional(),
  fax: z.string().optional(),
  email: z.string().optional(),
});
