import * as fc from 'fast-check';
import type { PartnerIdentity } from '../document/partner-identity.ts';
import { placeId } from './values.ts';

/** A valid PartnerIdentity: X12 addresses for production and perhaps for tests, or a shop's domain. */
export function partnerIdentity(): fc.Arbitrary<PartnerIdentity> {
  const address = fc.record({
    usage: fc.constantFrom('production', 'test'),
    qualifier: fc.constantFrom('01', '08', '12', 'ZZ'),
    id: fc.stringMatching(/^[A-Z0-9]{2,15}$/),
  });
  return fc.record(
    {
      ids: fc.array(placeId(), { minLength: 1, maxLength: 2 }),
      interchanges: fc.uniqueArray(address, { minLength: 1, maxLength: 3, selector: (one) => JSON.stringify(one) }),
      gs1CompanyPrefixes: fc.array(fc.stringMatching(/^[0-9]{7,10}$/), { minLength: 1, maxLength: 2 }),
      shopDomains: fc.constant(['northfield.example']),
      timeZone: fc.constantFrom('America/Chicago', 'America/Toronto', 'UTC'),
    },
    { requiredKeys: ['ids'] },
  );
}
