import { enrich, type OrderEvent, type OrderState } from '@dist/orchestration';
import type { StoryEvent } from '@dist/orchestration/testing';
import { masterData } from '../sample.ts';
import type { SmallOrder } from './small-orders.ts';

/** One thing that may happen next. `fact` is the index of a fact that then has come. */
export interface Move {
  readonly events: readonly OrderEvent[];
  readonly fact?: number | undefined;
}

const at = '2026-03-02T08:00:00.000Z';

/**
 * Everything that may happen to an order next: a fact that has not come, what becomes of an issued effect, an answer of
 * the partner, a person's act, a deadline. All at one instant, so that ways that lead to the same are one way.
 */
export function movesOf(small: SmallOrder, state: OrderState, come: ReadonlySet<number>): readonly Move[] {
  return [
    ...facts(small, come),
    ...outcomes(small, state),
    ...answers(small, state),
    ...acts(state),
    ...timers(small, state),
  ];
}

function facts({ facts: all }: SmallOrder, come: ReadonlySet<number>): Move[] {
  return all.flatMap((fact, index) => (come.has(index) ? [] : [{ ...moveOf(`fact ${index}`, fact), fact: index }]));
}

const made = new Map<string, OrderEvent>();

/** One object for each event, so that states have it in common. Its key says all of it. */
function moveOf(name: string, ...events: readonly StoryEvent[]): Move {
  return {
    events: events.map((told, index) => {
      const event = { at, v: 2, ...told, key: `${name}/${index}` } as OrderEvent;
      const text = JSON.stringify(event);
      const known = made.get(text) ?? event;
      made.set(text, known);
      return known;
    }),
  };
}

function outcomes(small: SmallOrder, state: OrderState): Move[] {
  return Object.values(state.effects).flatMap(({ status, effect, attempt }) => {
    if (status !== 'issued') return [];
    const { key, body } = effect;
    const name = `${key}@${attempt}`;
    const done: StoryEvent = { type: 'effect.done', effect: key, attempt };
    const goesWrong =
      body.type === 'erp.submit'
        ? small.failures
        : small.failures.filter((one) => one === 'transport' && body.type === 'erp.find');
    const failures = goesWrong.map((failure) =>
      moveOf(`${name} ${failure}`, {
        type: 'effect.failed',
        effect: key,
        attempt,
        failure: { class: failure, code: failure, message: failure },
      }),
    );
    return [
      ...failures,
      ...answersTo(state, body, small).map((said, index) => moveOf(`${name} ${index}`, ...said, done)),
    ];
  });
}

type Body = OrderState['effects'][string]['effect']['body'];

/** What an effect that was done may have brought; none brings nothing. */
function answersTo(state: OrderState, body: Body, small: SmallOrder): readonly (readonly StoryEvent[])[] {
  const accepted = (partId: string): StoryEvent => ({
    type: 'erp.accepted',
    partId,
    erp: 'erp',
    number: `SO-${partId}`,
    rejected: [],
  });
  switch (body.type) {
    case 'order.enrich': {
      const result = enrich(body, masterData, small.policy);
      if (result.type !== 'enriched') throw new TypeError('the sample order has an item that nobody knows');
      return [[{ ...result, type: 'order.enriched' }]];
    }
    case 'erp.submit': {
      const { partId } = body.request.part;
      return [[accepted(partId)], [{ type: 'erp.rejected', partId, reason: 'credit', message: 'blocked' }]];
    }
    case 'erp.find':
      return [[accepted(body.partId)], [{ type: 'erp.notFound', partId: body.partId, attempt: body.attempt }]];
    case 'erp.cancel': {
      const enriched = Object.values(state.facts).find(({ type }) => type === 'order.enriched');
      const parts = enriched?.type === 'order.enriched' ? enriched.parts : [];
      const lines = parts.find(({ partId }) => partId === body.partId)?.lines ?? [];
      const result = { type: 'cancel.result', cancel: body.cancel, partId: body.partId } as const;
      return [[{ ...result, lines }], [{ ...result, lines: [] }]];
    }
    default:
      return [[]];
  }
}

function answers(small: SmallOrder, state: OrderState): Move[] {
  return Object.values(state.effects).flatMap(({ status, effect: { key, body } }) => {
    if (status !== 'done' || body.type !== 'document.send') return [];
    const told = small.answers.some((answer) => `acknowledgment.received/${key}/${answer}` in state.facts);
    if (told) return [];
    return small.answers.map((answer) =>
      moveOf(`${key} ${answer}`, {
        type: 'acknowledgment.received',
        by: '997',
        document: key,
        status: answer,
        codes: [],
      }),
    );
  });
}

/** A person releases a hold, and replays what is parked, once. */
function acts(state: OrderState): Move[] {
  const releases = Object.keys(state.holds).map((hold) =>
    moveOf(`release ${hold}`, { type: 'hold.released', hold, by: 'person' }),
  );
  const replayed = new Set(
    Object.values(state.facts).flatMap((fact) => (fact.type === 'operator.replayed' ? [fact.effect] : [])),
  );
  const replays = Object.values(state.effects).flatMap(({ status, effect: { key } }) =>
    status === 'parked' && !replayed.has(key) && !key.includes('#')
      ? [moveOf(`replay ${key}`, { type: 'operator.replayed', effect: key, by: 'person', reason: 'put right' })]
      : [],
  );
  return [...releases, ...replays];
}

function timers(small: SmallOrder, state: OrderState): Move[] {
  if (!small.timers) return [];
  return Object.entries(state.timers).flatMap(([timer, due]) =>
    timer in state.breaches ? [] : [moveOf(`timer ${timer}`, { type: 'timer.fired', timer, at: due })],
  );
}
