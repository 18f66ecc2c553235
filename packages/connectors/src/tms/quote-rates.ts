import type { VendorClient } from '../http/vendor-client.ts';
import type { Call } from '../port/call.ts';
import type { RateOutcome, RateQuery } from '../port/rates.ts';
import { decodeRates } from './decode-rates.ts';
import { encodeParcels } from './encode-parcels.ts';

/** Asks carriers. A request that cannot be made is a failure of class `validation`. */
export async function quoteRates(client: VendorClient, query: RateQuery, call: Call = {}): Promise<RateOutcome> {
  const parcels = encodeParcels(query);
  const fault = parcels.ok ? (query.carriers.length === 0 ? 'no carrier is named' : undefined) : parcels.message;
  if (!parcels.ok || fault !== undefined)
    return { status: 'failed', failure: client.fail('validation', fault ?? 'not said why') };
  const { carriers, services } = query;
  const body = {
    shipment: { validate_address: 'no_validation', ...parcels.value },
    rate_options: { carrier_ids: carriers, ...(services === undefined ? {} : { service_codes: services }) },
  };
  const request = { method: 'POST', path: '/rates', body, operation: 'rates.quote' } as const;
  const answer = await client.call('read', request, call);
  if (!answer.ok) return { status: 'failed', failure: answer.failure };
  const read = decodeRates(answer.json);
  if (!read.ok) {
    const text = `the rates cannot be read: ${read.issues[0]?.message ?? 'they have another shape'}`;
    return { status: 'failed', failure: client.fail('contract-drift', text, { safeToReplay: true }) };
  }
  const { rates, refused } = read.value;
  return rates.length === 0 ? { status: 'notFound', refused } : { status: 'found', rates, refused };
}
