import { validate } from '@dist/canonical';
import * as z from 'zod';
import type { VendorClient } from '../http/vendor-client.ts';
import type { Call } from '../port/call.ts';
import type { Health } from '../port/health.ts';
import { optionalText } from '../wire/optional-text.ts';

const carriersWire = z.looseObject({
  carriers: z.array(
    z.looseObject({
      carrier_id: z.string(),
      friendly_name: optionalText,
      disabled_by_billing_plan: z.boolean().nullish(),
    }),
  ),
  errors: z.array(z.looseObject({ message: optionalText })).nullish(),
});

/** Whether the key is right, and which carriers it can buy labels of. An answer of 207 lists some with errors. */
export async function checkHealth(client: VendorClient, call?: Call): Promise<Health> {
  const answer = await client.call('read', { method: 'GET', path: '/carriers', operation: 'health.check' }, call);
  if (!answer.ok) return { status: 'failed', failure: answer.failure };
  const read = validate(carriersWire, answer.json);
  if (!read.ok) {
    const text = `the carriers cannot be read: ${read.issues[0]?.message ?? 'they have another shape'}`;
    return { status: 'failed', failure: client.fail('contract-drift', text, { safeToReplay: true }) };
  }
  const { carriers, errors } = read.value;
  const nameOf = (one: (typeof carriers)[number]) => one.friendly_name ?? one.carrier_id;
  return {
    status: 'well',
    warnings: [
      ...(carriers.length === 0 ? ['No carrier is connected to the account'] : []),
      ...carriers
        .filter((one) => one.disabled_by_billing_plan === true)
        .map((one) => `${nameOf(one)} is disabled by the billing plan`),
      ...(errors ?? []).map(({ message = 'A carrier does not answer' }) => message),
    ],
  };
}
