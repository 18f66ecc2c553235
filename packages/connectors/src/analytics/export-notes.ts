import { validate } from '@dist/canonical';
import * as z from 'zod';
import type { Answer, VendorClient } from '../http/vendor-client.ts';
import type { WriteCall } from '../port/call.ts';
import type { ConnectorFailure } from '../port/failure.ts';
import type { ExportedNote, ExportOutcome } from '../port/notes.ts';
import { type BatchLimits, batchesOf } from './batches-of.ts';
import { type CollectorForm, collectorRequest, mostNotes } from './collector-request.ts';

export interface ExportSettings extends BatchLimits {
  readonly form: CollectorForm;
  readonly path: string;
}

/** `ExportLogsServiceResponse`: some records may be refused with 200. The number is an int64, a text or a number. */
const otlpAnswer = z.looseObject({
  partialSuccess: z
    .looseObject({
      rejectedLogRecords: z.union([z.string(), z.number()]).nullish(),
      errorMessage: z.string().nullish(),
    })
    .nullish(),
});

/**
 * Sends notes in batches, in order, and stops at the first that did not arrive: `exported` notes are there, those from then
 * on are sent again with the same ids.
 */
export async function exportNotes(
  client: VendorClient,
  { form, path, maximumNotes, maximumBytes }: ExportSettings,
  notes: readonly ExportedNote[],
  call: WriteCall,
): Promise<ExportOutcome> {
  const limits = { maximumNotes: mostNotes(form, maximumNotes), maximumBytes };
  for (const { from, items } of batchesOf(notes, limits)) {
    const answer = await client.call('write', collectorRequest(form, path, items), call);
    if (!answer.ok) return stopped(answer.failure, from);
    const refusal = form.kind === 'otlp' ? refusedBy(client, answer) : undefined;
    if (refusal !== undefined) return { ...refusal, exported: from };
  }
  return { status: 'exported', exported: notes.length };
}

function stopped(failure: ConnectorFailure, exported: number): ExportOutcome {
  if (failure.class === 'validation')
    return { status: 'rejected', reason: failure.vendor?.code ?? 'validation', message: failure.message, exported };
  if (failure.safeToReplay) return { status: 'failed', failure, exported };
  return { status: 'unknown', failure: { ...failure, safeToReplay: true }, exported };
}

type Refusal =
  | { readonly status: 'rejected'; readonly reason: string; readonly message: string }
  | { readonly status: 'unknown'; readonly failure: ConnectorFailure };

/** "Partial Success": what was refused must not be sent again as it is. A message alone is a warning. */
function refusedBy(client: VendorClient, { json }: Extract<Answer, { ok: true }>): Refusal | undefined {
  const read = validate(otlpAnswer, json ?? {});
  if (!read.ok) {
    const failure = client.fail('contract-drift', 'the answer is not one of OTLP', { safeToReplay: true });
    return { status: 'unknown', failure };
  }
  const { rejectedLogRecords: rejected, errorMessage: message } = read.value.partialSuccess ?? {};
  if (Number(rejected ?? 0) === 0) return undefined;
  const { message: text } = client.fail('validation', `${rejected} records are refused: ${message ?? 'not said why'}`);
  return { status: 'rejected', reason: 'partial-success', message: text };
}
