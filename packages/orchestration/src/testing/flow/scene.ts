import type { Order } from '@dist/canonical';
import type { OrderPart } from '../../word/event.ts';
import type { IssuedEffect } from '../../word/state.ts';
import type { Story } from '../given.ts';

/** Where an event of a scenario arrives: one order as it is then, and who speaks of it. */
export interface Scene {
  readonly story: Story;
  /** The instant it arrives, ISO UTC. */
  readonly at: string;
  readonly partner: string;
  /** The buyer's number of the order. */
  readonly number: string;
  /** Unique for the message: the same key again is the same message. */
  readonly key: string;
}

/** The purchase order as captured; undefined before it came. */
export function orderIn({ state }: Story): Order | undefined {
  const fact = Object.values(state.facts).find(({ type }) => type === 'order.captured');
  return fact?.type === 'order.captured' ? fact.order : undefined;
}

/** The parts that the order was split into; none before enrichment. */
export function partsIn({ state }: Story): readonly OrderPart[] {
  const fact = Object.values(state.facts).find(({ type }) => type === 'order.enriched');
  return fact?.type === 'order.enriched' ? fact.parts : [];
}

/** The part that an event means: the one it names, or the first. */
export function partOf(story: Story, part: string | undefined): string {
  return part ?? partsIn(story)[0]?.partId ?? '1';
}

/** The newest entry of the ledger with a type of effect, for one part where that is told. */
export function issuedIn({ state }: Story, type: string, partId?: string): IssuedEffect | undefined {
  const fitting = Object.values(state.effects).filter(({ effect: { body } }) => {
    if (body.type !== type) return false;
    return partId === undefined || partIdOf(body) === partId;
  });
  return fitting.at(-1);
}

function partIdOf(body: IssuedEffect['effect']['body']): string | undefined {
  if (body.type === 'erp.submit') return body.request.part.partId;
  return 'partId' in body ? body.partId : undefined;
}
