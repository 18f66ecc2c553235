import type { Result } from '../result.ts';
import { loadStrict } from './load-strict.ts';
import { PartnerProfile } from './partner-profile.ts';

/** Reads unknown JSON as a partner's profile; every fault of it is an issue `profile-invalid` with its path. */
export function loadProfile(json: unknown): Result<PartnerProfile> {
  return loadStrict(PartnerProfile, json, 'profile-invalid');
}
