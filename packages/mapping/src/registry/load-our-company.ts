import { loadStrict } from '../profile/load-strict.ts';
import type { Result } from '../result.ts';
import { OurCompany } from './our-company.ts';

/** Reads unknown JSON as a company of ours; every fault of it is an issue `company-invalid` with its path. */
export function loadOurCompany(json: unknown): Result<OurCompany> {
  return loadStrict(OurCompany, json, 'company-invalid');
}
