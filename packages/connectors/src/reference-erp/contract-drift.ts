import type { Issue } from '@dist/canonical';
import type { VendorClient } from '../http/vendor-client.ts';
import type { ConnectorFailure } from '../port/failure.ts';

/** The failure for an answer that is not what the interface promises, with the first reason. */
export function contractDrift(client: VendorClient, issues: readonly Issue[], safeToReplay: boolean): ConnectorFailure {
  const reason = issues[0]?.message ?? 'the answer has another shape';
  return client.fail('contract-drift', `the answer cannot be read: ${reason}`, { safeToReplay });
}
