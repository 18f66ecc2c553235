import { Address, Identifier, PartnerIdentity } from '@dist/canonical';
import * as z from 'zod';

/** A place of ours that goods leave from. */
export interface Warehouse {
  /** Our name of it. */
  id: string;
  name?: string | undefined;
  ids: Identifier[];
  address?: Address | undefined;
  /** Id of the profile of the provider that runs it, where 940 and 945 are exchanged with one. */
  provider?: string | undefined;
}

/** One company or brand of ours: a receiver and sender of its own, with its numbers and its warehouses. */
export interface OurCompany {
  $schema?: string | undefined;
  /** Our name of it; profiles name it in `ours`. */
  id: string;
  name: string;
  /** Its addresses on envelopes, its GS1 company prefixes. */
  identity: PartnerIdentity;
  warehouses?: Warehouse[] | undefined;
}

/** The schema of a warehouse. */
export const Warehouse: z.ZodType<Warehouse> = z.strictObject({
  id: z.string().min(1),
  name: z.string().optional(),
  ids: z.array(Identifier),
  address: Address.optional(),
  provider: z.string().min(1).optional(),
});

/** The schema of a company of ours. */
export const OurCompany: z.ZodType<OurCompany> = z.strictObject({
  $schema: z.string().optional(),
  id: z.string().min(1),
  name: z.string().min(1),
  identity: PartnerIdentity,
  warehouses: z.array(Warehouse).optional(),
});
