import { PartnerIdentity } from '@dist/canonical';
import * as z from 'zod';
import { EffectiveRange } from './effective-range.ts';
import { ProfilePolicy } from './policy/profile-policy.ts';
import { ProfileDocument } from './profile-document.ts';

/** A trading partner as JSON: who it is, which documents are exchanged with it, what is agreed beside their form. */
export interface PartnerProfile {
  $schema?: string | undefined;
  /** Our name of the partner: small letters, digits, hyphens. Part of keys, so that it never changes. */
  id: string;
  /** Of this profile. Two versions of a partner are two profiles with one id (R27). */
  version: string;
  name: string;
  note?: string | undefined;
  /** Where what is said here comes from, for people. */
  sources?: string[] | undefined;
  /** The days on which this version counts (R27). */
  effective?: EffectiveRange | undefined;
  /** Its addresses on envelopes, its numbers, its shops. */
  identity: PartnerIdentity;
  /** Ids of the companies of ours that it trades with (two brands may have a profile each); all when absent. */
  ours?: string[] | undefined;
  documents: ProfileDocument[];
  policy?: ProfilePolicy | undefined;
}

/** The schema of a profile. Unknown fields are faults, so that a typing mistake is seen. */
export const PartnerProfile: z.ZodType<PartnerProfile> = z.strictObject({
  $schema: z.string().optional(),
  id: z.string().regex(/^[a-z0-9][a-z0-9-]{0,39}$/, 'expected small letters, digits and hyphens, 40 at most'),
  version: z.string().min(1).max(40),
  name: z.string().min(1).max(200),
  note: z.string().optional(),
  sources: z.array(z.string()).optional(),
  effective: EffectiveRange.optional(),
  identity: PartnerIdentity,
  ours: z.array(z.string().min(1)).min(1).optional(),
  documents: z.array(ProfileDocument).max(500),
  policy: ProfilePolicy.optional(),
});
