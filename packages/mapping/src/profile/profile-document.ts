import * as z from 'zod';
import { Constraint } from './constraint.ts';
import { EffectiveRange } from './effective-range.ts';

/** One document that is exchanged with a partner: its form, its map, what is asked of it. */
export interface ProfileDocument {
  /** The transaction set (`850`), or the vendor's name of the document (`order`). */
  document: string;
  /** As we see it: `in` is received. */
  direction: 'in' | 'out';
  /** Id of its Format: `x12/004010/850`, `json/shop/order`. */
  native: string;
  /** Id of the map. */
  map: string;
  /** Names of the overlays in their order: files of the partner's folder `overlays` without `.json`. */
  overlays?: string[] | undefined;
  /** Name of the companion guide: a file of the partner's folder `guides` without `.json`. */
  guide?: string | undefined;
  /** Of what one document is made (R14): one ship notice per truck, one invoice per order and store. */
  per?: 'order' | 'orderAndStore' | 'shipment' | 'truck' | 'pallet' | 'carton' | undefined;
  /** What is asked of the canonical document. */
  constraints?: Constraint[] | undefined;
  /** The days on which it is used (R27); those of the profile when absent. */
  effective?: EffectiveRange | undefined;
  /** Going out it is the version of the day of the order, not of the day of sending (R27). */
  pin?: 'order' | undefined;
}

const name = z.string().min(1).max(100);

/** The schema of a document of a profile. */
export const ProfileDocument: z.ZodType<ProfileDocument> = z.strictObject({
  document: name,
  direction: z.enum(['in', 'out']),
  native: name,
  map: name,
  overlays: z.array(name).max(20).optional(),
  guide: name.optional(),
  per: z.enum(['order', 'orderAndStore', 'shipment', 'truck', 'pallet', 'carton']).optional(),
  constraints: z
    .array(Constraint)
    .max(1000)
    .refine((all) => new Set(all.map(({ id }) => id)).size === all.length, 'two constraints have one id')
    .optional(),
  effective: EffectiveRange.optional(),
  pin: z.literal('order').optional(),
});
