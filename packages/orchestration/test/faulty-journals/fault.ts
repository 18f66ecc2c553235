import type { Batch, Claimed, ClaimRequest, Journal, LaneLimit, OutboxEffect } from '@dist/orchestration/runtime';

/** A fault of a journal: what it is, how a right one is spoiled with it, and the test of the kit that sees it. */
export type Fault = readonly [what: string, spoil: (journal: Journal) => Partial<Journal>, test: string];

export const claiming = (change: (request: ClaimRequest) => ClaimRequest) => (journal: Journal) => ({
  claim: (request: ClaimRequest) => journal.claim(change(request)),
});

export const limiting = (change: (limit: LaneLimit) => LaneLimit) =>
  claiming((request) => ({ ...request, limits: request.limits?.map(change) }));

export const appending = (change: (batch: Batch) => Batch) => (journal: Journal) => ({
  append: (batch: Batch) => journal.append(change(batch)),
});

export const streaming = (
  change: (stream: NonNullable<Batch['streams']>[number]) => NonNullable<Batch['streams']>[number],
) => appending((batch) => ({ ...batch, streams: batch.streams?.map(change) }));

export const claimed = (change: (claim: Claimed) => Claimed) => (journal: Journal) => ({
  claim: async (request: ClaimRequest) => (await journal.claim(request)).map(change),
});

/** A journal that sees all effects changed, and gives them out as they were. */
export function seeing(change: (effect: OutboxEffect) => OutboxEffect) {
  return (journal: Journal): Partial<Journal> => {
    const given = new Map<string, OutboxEffect>();
    const changed = <Effect extends OutboxEffect>(effect: Effect): Effect => {
      given.set(effect.key, effect);
      return change(effect) as Effect;
    };
    return {
      append: ({ streams, effects, ...batch }) =>
        journal.append({
          ...batch,
          effects: effects?.map(changed),
          streams: streams?.map((stream) => ({
            ...stream,
            log: stream.log.map(({ event, issued }) => ({ event, issued: issued.map(changed) })),
          })),
        }),
      claim: async (request) => {
        const claims = await journal.claim(request);
        return claims.map((claim) => ({ ...claim, effect: given.get(claim.effect.key) ?? claim.effect }));
      },
    };
  };
}

export function ofOnePartner(effect: OutboxEffect): OutboxEffect {
  return effect.body.type === 'document.deliver'
    ? ({ ...effect, body: { ...effect.body, partner: 'one' } } as OutboxEffect)
    : ({ ...effect, partner: 'one' } as OutboxEffect);
}
