import * as z from 'zod';

/** How versions of guides, maps and releases go over into one another (R05, R27). */
export interface VersionPolicy {
  /** Days after its last in which a document of an older version is still read (R27); 0 when absent. */
  overlapDays?: number | undefined;
  /** A release (GS08) of which there is no document: refused when absent, or read with the nearest one (R05). */
  unknownRelease?: 'refuse' | 'nearest' | undefined;
}

/** The schema of the policy of versions. */
export const VersionPolicy: z.ZodType<VersionPolicy> = z.strictObject({
  overlapDays: z.int().min(0).max(366).optional(),
  unknownRelease: z.enum(['refuse', 'nearest']).optional(),
});
