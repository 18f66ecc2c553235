import type { PerformContext, Performer } from '../runtime/performers.ts';
import type { EffectOf } from '../word/effect.ts';
import { enrich } from './enrich.ts';
import { lookups } from './lookups.ts';
import type { MasterDataPort } from './master-data.ts';

/** The performer of `order.enrich`: one look-up of what the order needs, then the pure enrichment under its policy. */
export function enrichmentPerformer(port: MasterDataPort): Performer<EffectOf<'order.enrich'>> {
  return async ({ body }: EffectOf<'order.enrich'>, { policy }: PerformContext) => {
    const result = enrich(body, await port.resolve(lookups(body)), policy);
    switch (result.type) {
      case 'enriched': {
        const { lines, parts, used } = result;
        return { events: [{ type: 'order.enriched', lines, parts, used }] };
      }
      case 'unresolved':
        return { events: [{ type: 'order.unresolved', round: body.round, failures: result.failures }] };
      case 'invalid':
        return { events: [{ type: 'order.invalid', failures: result.failures }] };
    }
  };
}
