import type { OrderEvent } from '../word/event.ts';
import type { ChangeView } from './change-view.ts';
import type { Fact } from './fact.ts';
import { stranger } from './stranger.ts';
import type { View } from './view.ts';

type ChangeFact = Fact<'change.requested'> | Fact<'change.decided'> | Fact<'change.result'>;

/** Whether a fact is about a change order. */
export function isChange(fact: OrderEvent): fact is ChangeFact {
  return fact.type === 'change.requested' || fact.type === 'change.decided' || fact.type === 'change.result';
}

/** What is said of one change before it is known: decisions and answers wait for their request. */
interface Said {
  decision: Fact<'change.decided'> | undefined;
  readonly results: Map<string, Fact<'change.result'>>;
}

const early = new WeakMap<View, Map<string, Said>>();

/** Takes a fact about a change into the view, in whichever order they come. */
export function takeChange(view: View, fact: ChangeFact): void {
  const said = saidOf(view, fact.change);
  if (fact.type === 'change.decided') said.decision = fact;
  if (fact.type === 'change.result') said.results.set(fact.partId, fact);
  const known = view.changes.get(fact.change);
  if (known !== undefined) known.decision = said.decision;
  if (fact.type !== 'change.requested') return;
  const reason = stranger(view, fact);
  if (reason !== undefined) {
    view.strangers.set(`${fact.type}/${fact.change}`, { reason: `change ${fact.change}: ${reason}`, since: fact.at });
    return;
  }
  view.changes.set(fact.change, opened(fact, said));
}

function saidOf(view: View, change: string): Said {
  const all = early.get(view) ?? new Map<string, Said>();
  early.set(view, all);
  const said = all.get(change) ?? { decision: undefined, results: new Map() };
  all.set(change, said);
  return said;
}

function opened(request: Fact<'change.requested'>, { decision, results }: Said): ChangeView {
  const { change } = request;
  return { change, request, decision, results, status: 'waiting', why: undefined, isUnclear: false, lines: [] };
}
