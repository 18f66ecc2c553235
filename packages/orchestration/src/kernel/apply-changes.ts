import type { OrderPart } from '../word/event.ts';
import type { IssuedEffect } from '../word/state.ts';
import { asCancellation } from './as-cancellation.ts';
import { changeLines } from './change-lines.ts';
import { type ChangeView, inSequence } from './change-view.ts';
import { effectKey } from './effect-key.ts';
import { setLines } from './set-lines.ts';
import type { Step } from './step.ts';
import type { View } from './view.ts';

type Ledger = Step['effects'];

/**
 * Applies the changes of an order one after the other to its lines and parts, as far as they are settled. What settles a
 * change is for good: the 865 that was issued, the answers of the ERPs that were asked, or a submit that carried it.
 * The first that is not settled stops the rest.
 */
export function applyChanges(view: View, effects: Ledger): void {
  let expected = 1;
  let stopped = false;
  for (const change of inSequence(view.changes.values())) {
    const { sequence } = change.request;
    if (stopped || view.captured === undefined) {
      wait(change, sequence, expected);
      continue;
    }
    judge(view, effects, change, expected);
    const cancellation = asCancellation(change);
    if (cancellation !== undefined) view.cancels.set(change.change, cancellation);
    if (change.status === 'applied') setLines(view, change.lines);
    stopped = change.status !== 'applied' && change.status !== 'refused';
    if (sequence !== undefined && !stopped) expected = sequence + 1;
  }
}

function wait(change: ChangeView, sequence: number | undefined, expected: number): void {
  change.status = 'waiting';
  // A change that waits for one that is there is in no gap; one whose forerunner never came is (R17).
  change.why = sequence !== undefined && sequence > expected + 1 ? gap(sequence) : undefined;
}

function gap(sequence: number): string {
  return `change ${sequence} waits for change ${sequence - 1}`;
}

function judge(view: View, effects: Ledger, change: ChangeView, expected: number): void {
  const { sequence, content } = change.request;
  const answered = effects.get(effectKey.changeAcknowledgment(view.id, change.change));
  const read = changeLines(view, change);
  change.lines = 'lines' in read ? read.lines : [];
  change.why = undefined;
  change.isUnclear = false;
  if (answered !== undefined && content.purpose !== 'replace')
    change.status = isRefusal(answered) ? 'refused' : 'applied';
  else if (change.decision?.decision === 'refuse') refuse(change, change.decision.reason ?? 'refused by a person');
  else if (sequence !== undefined && sequence > expected && !mayPass(view, change)) hold(change, gap(sequence));
  else if (content.purpose === 'cancellation') change.status = 'pending';
  else if ('why' in read) {
    hold(change, read.why);
    change.isUnclear = true;
  } else judgeAtErps(view, effects, change);
}

function judgeAtErps(view: View, effects: Ledger, change: ChangeView): void {
  const asked = partsAsked(view, effects, change);
  const results = asked.map(({ partId }) => change.results.get(partId));
  const refused = results.find((result) => result?.accepted === false);
  if (refused !== undefined) refuse(change, refused.reason ?? 'refused by the ERP');
  else change.status = results.every((result) => result !== undefined) ? 'applied' : 'pending';
}

/** The parts whose ERPs have a say in the change. */
export function partsAsked(view: View, effects: Ledger, change: ChangeView): readonly OrderPart[] {
  return partsTouched(view, change).filter((part) => !wentWith(effects, view.id, part, change));
}

/** Whether a change of quantities or prices of the part is under way. */
export function isChanging(view: View, { partId }: OrderPart): boolean {
  if (view.changes.size === 0) return false;
  return [...view.changes.values()].some(
    (change) => change.status === 'pending' && partsTouched(view, change).some((part) => part.partId === partId),
  );
}

/** The parts with lines that the change moves. */
export function partsTouched(view: View, { lines }: ChangeView): readonly OrderPart[] {
  const ids = new Set(lines.map(({ lineId }) => lineId));
  return (view.enriched?.parts ?? []).filter((part) => part.lines.some(({ lineId }) => ids.has(lineId)));
}

/** Whether nothing was submitted yet, or the submit that was carried the change. */
function wentWith(effects: Ledger, id: string, { partId }: OrderPart, { change }: ChangeView): boolean {
  const body = effects.get(effectKey.submit(id, partId))?.effect.body;
  return body?.type !== 'erp.submit' || (body.request.changes ?? []).includes(change);
}

function isRefusal({ effect: { body } }: IssuedEffect): boolean {
  return body.type === 'document.send' && body.document === '865' && body.content.status === 'rejected';
}

/** Over a gap a change goes once a person lets it: by releasing its hold, or by deciding to apply it. */
function mayPass({ released }: View, { change, decision }: ChangeView): boolean {
  return released.has(`change/${change}`) || decision?.decision === 'apply';
}

function hold(change: ChangeView, why: string): void {
  change.status = 'held';
  change.why = why;
}

function refuse(change: ChangeView, why: string): void {
  change.status = 'refused';
  change.why = why;
}
