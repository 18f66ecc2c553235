import { dryRun, type Effect, type OrderState, type Phase, type Policy, phase, timers } from '@dist/orchestration';
import type { OrderAct } from './act.ts';
import { type Author, eventOf } from './event-of.ts';
import { overridesPrice } from './needs-four-eyes.ts';
import { positionOf } from './position-of.ts';

/** What an act would do to one order. */
export interface TriedOrder {
  readonly order: string;
  readonly phases: { readonly before: Phase; readonly after: Phase };
  readonly effects: readonly TriedEffect[];
  /** Deadlines that are missed, or would be. */
  readonly breaches: readonly string[];
  readonly refused: readonly { readonly item: string; readonly why: string }[];
}

/** What would go out. */
export interface TriedEffect {
  readonly key: string;
  readonly type: string;
  readonly lane: string;
  /** Type of a document: `856`. */
  readonly document?: string | undefined;
  /** What a document says; only where few orders are tried. */
  readonly content?: unknown;
}

/** The same, with what the act needs to be done later. */
export interface Trial {
  readonly tried: TriedOrder;
  readonly position: string;
  /** Items that are not refused. */
  readonly items: readonly (string | undefined)[];
  readonly overridesPrice: boolean;
}

/** Tries an act on some items of one order, one after another. Nothing is done. */
export function tryOrder(
  act: OrderAct,
  items: readonly (string | undefined)[],
  before: OrderState,
  policy: Policy,
  author: Author,
): Trial {
  let state = before;
  const effects = new Map<string, Effect>();
  const refused: { item: string; why: string }[] = [];
  const taken: (string | undefined)[] = [];
  for (const [index, item] of items.entries()) {
    const event = eventOf(act, item, state, { ...author, key: `${author.key}/${index}` });
    const would = typeof event === 'string' ? event : wouldDo(state, event, policy);
    if (typeof would === 'string') refused.push({ item: item ?? before.id, why: would });
    else {
      taken.push(item);
      state = would.state;
      for (const effect of would.effects) effects.set(effect.key, effect);
    }
  }
  const tried: TriedOrder = {
    order: before.id,
    phases: { before: phase(before), after: phase(state) },
    effects: [...effects.values()].map(shown),
    breaches: breachesOf(before, state, author.at),
    refused,
  };
  const price = taken.some((item) => overridesPrice(act, item, before));
  return { tried, position: positionOf(before), items: taken, overridesPrice: price };
}

function wouldDo(state: OrderState, event: Parameters<typeof dryRun>[1][number], policy: Policy) {
  const would = dryRun(state, [event], policy);
  const refusal = would.notes.find(({ type }) => type.endsWith('.refused'));
  if (refusal !== undefined) return refusal.message;
  return positionOf(would.state) === positionOf(state) ? 'It would change nothing' : would;
}

function shown({ key, lane, body }: Effect): TriedEffect {
  const base = { key, type: body.type, lane };
  return body.type === 'document.send' ? { ...base, document: body.document, content: body.content } : base;
}

function breachesOf(before: OrderState, after: OrderState, at: string): readonly string[] {
  const newly = Object.keys(after.breaches).filter((timer) => !Object.hasOwn(before.breaches, timer));
  const late = timers(after).flatMap(({ timer, due }) => (due < at ? [timer] : []));
  return [...new Set([...newly, ...late])];
}
