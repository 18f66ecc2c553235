import { drop } from './drop.ts';
import type { Fact } from './fact.ts';
import { isLater } from './is-later.ts';
import { move } from './move.ts';
import { partOf } from './part-of.ts';
import type { PartView, View } from './view.ts';

type Answer = Fact<'erp.accepted'> | Fact<'erp.rejected'>;

/**
 * Takes an ERP's answer for a part. One that accepts and one that refuses contradict each other: until a person has said
 * which is right, by correcting it, what was accepted counts, since an order stands at the ERP. Never both do.
 */
export function takeAnswer(view: View, fact: Answer): void {
  const part = partOf(view, fact.partId);
  view.undecided.delete(fact.partId);
  view.unsubmitted.delete(fact.partId);
  if (isOverruled(view, fact)) return;
  if (fact.type === 'erp.accepted') accept(view, part, fact);
  else refuse(view, part, fact);
}

function accept(view: View, part: PartView, fact: Fact<'erp.accepted'>): void {
  if (part.refused !== undefined) {
    part.refused = undefined;
    move(view, 'rejected', part.part?.lines ?? [], -1);
    view.contradicted.add(part.partId);
  }
  part.accepted = fact;
  const { erp = fact.erp } = part.part ?? {};
  if (erp !== fact.erp) {
    const reason = `part ${part.partId} is for ${erp}, and ${fact.erp} has accepted it as ${fact.number}`;
    view.strangers.set(`${fact.type}/${part.partId}`, { reason, since: fact.at });
  }
  move(view, 'rejected', fact.rejected);
  if (fact.backordered !== undefined) move(view, 'backordered', fact.backordered);
  if (fact.refused !== undefined)
    drop(view, { cancel: `backorder/${fact.partId}`, partId: fact.partId, lines: fact.refused });
}

function refuse(view: View, part: PartView, fact: Fact<'erp.rejected'>): void {
  if (part.accepted !== undefined) {
    view.contradicted.add(part.partId);
    return;
  }
  part.refused = fact;
  // The part may be unknown yet; enrichment derives the view anew, with both facts at hand.
  move(view, 'rejected', part.part?.lines ?? []);
}

/** Whether a person has put the other answer in its place. */
function isOverruled({ corrected }: View, { type, partId }: Answer): boolean {
  if (corrected.size === 0) return false;
  const own = corrected.get(`${type}/${partId}`);
  const other = corrected.get(`${type === 'erp.accepted' ? 'erp.rejected' : 'erp.accepted'}/${partId}`);
  return other !== undefined && (own === undefined || isLater(other, own));
}
