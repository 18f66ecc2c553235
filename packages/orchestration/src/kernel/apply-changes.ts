import type { OrderLine } from '@dist/canonical';
import type { OrderPart } from '../word/event.ts';
import type { IssuedEffect } from '../word/state.ts';
import { changeLines } from './change-lines.ts';
import { type ChangeView, inSequence } from './change-view.ts';
import { effectKey } from './effect-key.ts';
import { openRow } from './row.ts';
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
    if (change.status === 'applied') for (const line of change.lines) setLine(view, line.lineId, line);
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
  if (answered !== undefined && content.purpose !== 'replace')
    change.status = isRefusal(answered) ? 'refused' : 'applied';
  else if (change.decision?.decision === 'refuse') refuse(change, change.decision.reason ?? 'refused by a person');
  else if (content.purpose === 'cancellation') change.status = 'pending';
  else if (sequence !== undefined && sequence > expected && !isReleased(view, change)) hold(change, gap(sequence));
  else if ('why' in read) hold(change, read.why);
  else judgeAtErps(view, effects, change);
}

function judgeAtErps(view: View, effects: Ledger, change: ChangeView): void {
  const asked = partsTouched(view, change).filter((part) => !wentWith(effects, view.id, part, change));
  const results = asked.map(({ partId }) => change.results.get(partId));
  const refused = results.find((result) => result?.accepted === false);
  if (refused !== undefined) refuse(change, refused.reason ?? 'refused by the ERP');
  else change.status = results.every((result) => result !== undefined) ? 'applied' : 'pending';
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

function isReleased({ released }: View, { change }: ChangeView): boolean {
  return released.has(`change/${change}`);
}

function hold(change: ChangeView, why: string): void {
  change.status = 'held';
  change.why = why;
}

function refuse(change: ChangeView, why: string): void {
  change.status = 'refused';
  change.why = why;
}

/** Writes what a change makes of one line into the order and the part that has it. */
function setLine(
  view: View,
  lineId: string,
  change: Pick<OrderLine, 'quantity'> & { price?: OrderLine['price'] },
): void {
  const before = view.ordered.get(lineId);
  if (before === undefined) return;
  const { price = before.price, quantity } = change;
  view.ordered.set(lineId, { ...before, quantity, ...(price !== undefined && { price }) });
  view.rows.set(lineId, openRow(lineId, quantity, view.enrichedLines.get(lineId)));
  const inParts = [...view.parts.values()].filter(({ part }) => part?.lines.some((line) => line.lineId === lineId));
  const [only] = inParts;
  // Of a line that is split, the change does not say whose share it takes: the ERPs are asked, the shares stay.
  if (inParts.length !== 1 || only?.part === undefined) return;
  const lines = only.part.lines.map((line) => (line.lineId === lineId ? { lineId, quantity } : line));
  only.part = { ...only.part, lines };
  only.quantities.set(lineId, quantity);
}
