import * as z from 'zod';

/**
 * Who pays the freight, and where the goods become the buyer's (X12 FOB): `payment` names the codes of X12 146 that
 * orders use, in the order CC, PP, PC, TP, PU, DF, MX.
 */
export interface Freight {
  payment: 'collect' | 'prepaid' | 'prepaidAndCharged' | 'thirdParty' | 'pickup' | 'definedByParties' | 'mixed';
  /** Where title passes, in the partner's code (X12 309): `OR` origin, `DE` destination. */
  place?: string | undefined;
  description?: string | undefined;
  /** Three letters (Incoterms, X12 335): `FCA`, `DDP`. */
  incoterm?: string | undefined;
}

export const Freight: z.ZodType<Freight> = z.strictObject({
  payment: z.enum(['collect', 'prepaid', 'prepaidAndCharged', 'thirdParty', 'pickup', 'definedByParties', 'mixed']),
  place: z.string().min(1).optional(),
  description: z.string().optional(),
  incoterm: z
    .string()
    .regex(/^[A-Z]{3}$/, 'expected three capital letters (Incoterms)')
    .optional(),
});
