import type { OrderEvent } from '../word/event.ts';
import type { Hold, IssuedEffect } from '../word/state.ts';
import type { EventType, Fact } from './fact.ts';
import type { Step } from './step.ts';
import type { View } from './view.ts';

/** An entry of the ledger that was written: what it was and what it is. */
export interface EntryChange {
  readonly key: string;
  readonly before: IssuedEffect | undefined;
  readonly after: IssuedEffect;
}

/**
 * One thing that the machine looks after: cancellations, invoices, holds. Each says how facts and the ledger move its
 * part of the view, and what follows: effects to end, holds, effects to issue, deadlines, what others still owe. All of
 * it looks at what is, never at what just happened, so that disorder and repetition end the same.
 */
export interface Concern {
  readonly name: string;
  /** Takes one fact into the view; the order in which facts are taken makes no difference. */
  readonly absorb?: { readonly [Type in EventType]?: (view: View, fact: Fact<Type>, key: string) => void } | undefined;
  /** Takes a change of the ledger into the view. */
  readonly absorbEntry?: ((view: View, change: EntryChange) => void) | undefined;
  /** Brings the ledger in line with the facts, whichever came first. */
  settle?(step: Step): void;
  /** Names each open hold; one that was released is left out by the machine. */
  holds?(step: Step, hold: (hold: Hold) => void): void;
  /** Puts in the outbox what is owed and not in the ledger. */
  issue?(step: Step): void;
  /** Names each deadline that is owed, passed or not. */
  deadlines?(step: Step, due: (timer: string, at: string) => void): void;
  /** Names what others still owe, and since when. */
  awaits?(step: Step, awaited: (what: string, since: string) => void): void;
  /** Does what an event asks for that is not a fact of its own name: reports, requests. False when nothing changed. */
  readonly apply?: { readonly [Type in EventType]?: (step: Step, event: Fact<Type>) => boolean } | undefined;
}

/** What a machine does for its concerns while a step is made. */
export interface Machine {
  /** Takes a fact that is new into the view. */
  absorb(view: View, key: string, fact: OrderEvent): void;
  /** Takes a change of the ledger into the view. */
  absorbEntry(view: View, change: EntryChange): void;
  /** The view of facts and ledger, derived anew; in a view of nothing, where there is one. */
  derive(of: Pick<Step, 'facts' | 'effects'> & { readonly id: string }, blank?: View): View;
}
