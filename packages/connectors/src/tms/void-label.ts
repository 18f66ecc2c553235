import { validate } from '@dist/canonical';
import * as z from 'zod';
import type { VendorClient } from '../http/vendor-client.ts';
import type { WriteCall } from '../port/call.ts';
import type { VoidOutcome } from '../port/labels.ts';
import { optionalText } from '../wire/optional-text.ts';

const voidWire = z.looseObject({ approved: z.boolean(), message: optionalText, reason_code: optionalText });

/** Gives a label back. The answer 200 may still say no: `approved` decides. One that was given back before is `voided`. */
export async function voidLabel(client: VendorClient, id: string, call: WriteCall): Promise<VoidOutcome> {
  const path = `/labels/${encodeURIComponent(id)}/void`;
  const answer = await client.call('write', { method: 'PUT', path, operation: 'labels.void' }, call);
  if (!answer.ok) {
    const { failure } = answer;
    if (failure.class === 'validation')
      return { status: 'rejected', reason: failure.vendor?.code ?? 'validation', message: failure.message };
    if (failure.safeToReplay) return { status: 'failed', failure };
    return { status: 'unknown', failure: { ...failure, safeToReplay: true } };
  }
  const read = validate(voidWire, answer.json);
  if (!read.ok) {
    const failure = client.fail('contract-drift', 'whether the label is void is not told', { safeToReplay: true });
    return { status: 'unknown', failure };
  }
  const { approved, message = 'the carrier does not take it back', reason_code: reason = 'unspecified' } = read.value;
  if (approved || reason === 'label_already_voided') return { status: 'voided', id };
  return { status: 'rejected', reason, message: `ShipEngine: ${message}` };
}
