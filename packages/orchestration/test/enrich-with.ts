import type { Order } from '@dist/canonical';
import {
  defaultPolicy,
  type Enriched,
  type EnrichmentRequest,
  enrich,
  type MasterData,
  type Policy,
} from '@dist/orchestration';
import { masterData, order, partner } from './sample.ts';

/** Received on 2 March 2026 in every zone of the Americas and Europe. */
export const receivedAt = '2026-03-02T15:00:00.000Z';

interface Changes {
  readonly of?: Order;
  /** Tables that differ from the sample's. */
  readonly tables?: Partial<MasterData>;
  readonly policy?: Partial<Policy>;
  readonly request?: Partial<EnrichmentRequest>;
}

/** The sample order, enriched by the sample's tables; only what differs is told. */
export function enrichWith({ of = order(), tables = {}, policy = {}, request = {} }: Changes = {}): Enriched {
  return enrich(
    { partner, order: of, receivedAt, ...request },
    { ...masterData, ...tables },
    { ...defaultPolicy, ...policy },
  );
}

/** What is wrong, as people read it: `class: message`. */
export function failuresOf(result: Enriched): readonly string[] {
  return 'failures' in result ? result.failures.map((failure) => `${failure.class}: ${failure.message}`) : [];
}

/** The first line's price, or what is wrong. */
export function priceOf(result: Enriched): string | readonly string[] | undefined {
  return result.type === 'enriched' ? result.lines[0]?.price : failuresOf(result);
}

/** Records that were used, of one table: key and date. */
export function usedOf(result: Enriched, record: string): readonly string[] {
  if (result.type !== 'enriched') return failuresOf(result);
  return result.used
    .filter((one) => one.record === record)
    .map(({ key, version, date }) => [key, version, date].filter((text) => text !== undefined).join(' '));
}
