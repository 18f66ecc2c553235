import type { PerformContext, Performer } from '../runtime/performers.ts';
import type { EffectOf } from '../word/effect.ts';
import { type EnrichmentRequest, enrich } from './enrich.ts';
import { lookups } from './lookups.ts';
import type { MasterDataPort } from './master-data.ts';

/** The performer of `order.enrich`: one look-up of what the order needs, then the pure enrichment under its policy. */
export function enrichmentPerformer(port: MasterDataPort): Performer<EffectOf<'order.enrich'>> {
  return async ({ body }: EffectOf<'order.enrich'>, { policy }: PerformContext) => {
    const { partner, order, receivedAt, approvals, round } = body;
    const request: EnrichmentRequest = { partner, order, receivedAt, approvals };
    const result = enrich(request, await port.resolve(lookups(request)), policy);
    switch (result.type) {
      case 'enriched':
        return { events: [{ ...result, type: 'order.enriched' }] };
      case 'unresolved':
        return { events: [{ type: 'order.unresolved', round, failures: result.failures }] };
      case 'invalid':
        return { events: [{ type: 'order.invalid', failures: result.failures }] };
    }
  };
}
