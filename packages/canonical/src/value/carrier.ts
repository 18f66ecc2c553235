import * as z from 'zod';

/** Who carries it (X12 TD5, W27): SCAC or name, mode as the partner codes it, tracking or PRO number. */
export interface Carrier {
  scac?: string | undefined;
  name?: string | undefined;
  mode?: string | undefined;
  /** Service level in the partner's or carrier's code (X12 284). */
  service?: string | undefined;
  trackingNumber?: string | undefined;
  /** The account that pays the freight, where it is not the shipper's own. */
  account?: string | undefined;
}

export const Carrier: z.ZodType<Carrier> = z.strictObject({
  scac: z.string().min(1).optional(),
  name: z.string().optional(),
  mode: z.string().min(1).optional(),
  service: z.string().min(1).optional(),
  trackingNumber: z.string().min(1).optional(),
  account: z.string().min(1).optional(),
});
