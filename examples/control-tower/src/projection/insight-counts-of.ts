import type { Note } from '@dist/orchestration';
import type { DeadlineTable, MalformedTable } from '../database/tables.ts';
import { bucket } from './bucket.ts';
import { causeOf } from './cause-of.ts';
import type { Count, Metric } from './count.ts';
import { textOf } from './text-of.ts';

/** What is known of an order beside its notes. */
export interface Counted {
  readonly partner: string;
  readonly malformed: readonly MalformedTable[];
  readonly deadlines: readonly DeadlineTable[];
}

/** What the notes of one order count for on the pages of partners, of a cut-over and of outcomes. */
export function insightCountsOf(notes: readonly Note[], { partner, malformed, deadlines }: Counted): readonly Count[] {
  return [
    ...notes.flatMap((note) => countsOfNote(note, partner)),
    ...malformed.map(({ at, cause }) => count('malformed', at, partner, cause)),
    ...receivedBefore(notes, partner),
    ...deadlines.flatMap((deadline) => countsOfOverdue(deadline)),
    ...countsOfDeadlines(notes, partner),
    ...countsOfTimes(notes, partner),
    ...countsOfStock(notes, partner),
  ];
}

function countsOfNote(note: Note, partner: string): readonly Count[] {
  switch (note.type) {
    case 'order.captured':
    case 'change.requested':
      return [count('received', note.at, partner)];
    case 'deduction.decided':
      return [count('deduction', note.at, partner)];
    case 'effect.done':
    case 'effect.retry':
    case 'effect.inDoubt':
    case 'parked':
      return countsOfSubmit(note, partner);
    default:
      return [];
  }
}

/** An attempt to give a part of an order to an ERP. */
function countsOfSubmit(note: Note, partner: string): readonly Count[] {
  if (textOf(note, 'effectType') !== 'erp.submit') return [];
  const erp = (textOf(note, 'lane') ?? '').replace(/^erp:/, '');
  const part = /\/erp\.submit\/([^/#]+)/.exec(note.effect ?? '')?.[1] ?? '';
  const outcome = note.type === 'effect.done' ? answerOf(note) : (textOf(note, 'class') ?? 'system');
  return [count('route', note.at, JSON.stringify([erp, partner, part]), outcome)];
}

/** The effect ends by the event that answers it, and the event's key tells which one that is. */
function answerOf(note: Note): 'done' | 'rejected' {
  return /\/erp\.rejected\/\d+$/.test(textOf(note, 'event') ?? '') ? 'rejected' : 'done';
}

/** A document that waits under a name of its own is none of those that were captured. */
function receivedBefore(notes: readonly Note[], partner: string): readonly Count[] {
  const [first] = notes;
  return first !== undefined && /^[^/]*\/received:/.test(first.order) ? [count('received', first.at, partner)] : [];
}

/** What is owed by the partner now, and late: its answers. What we owe is seen by its deadlines. */
function countsOfOverdue({ timer, partner, missed_at }: DeadlineTable): readonly Count[] {
  return missed_at !== null && documentOf(timer) === '997'
    ? [{ metric: 'overdue', hour: '', a: partner, b: '', n: 1 }]
    : [];
}

/** A deadline counts once: missed when it was seen to pass, met when it ended by what was owed before that. */
function countsOfDeadlines(notes: readonly Note[], partner: string): readonly Count[] {
  const ended = new Map<string, Count>();
  for (const note of notes) {
    const timer = textOf(note, 'timer') ?? '';
    const name = JSON.stringify([documentOf(timer), partner]);
    if (ended.has(timer)) continue;
    if (note.type === 'sla.breached') ended.set(timer, count('onTime', note.at, name, 'missed'));
    else if (note.type === 'deadline.ended' && note.data?.['met'] === true)
      ended.set(timer, count('onTime', note.at, name, 'met'));
  }
  return [...ended.values()];
}

/** From the first note that says it was captured to the first shipment, and from there to the first invoice. */
function countsOfTimes(notes: readonly Note[], partner: string): readonly Count[] {
  const [captured, shipped, invoiced] = ['order.captured', 'shipment.posted', 'invoice.posted'].map(
    (type) => notes.find((note) => note.type === type)?.at,
  );
  return [
    ...countsOfTime('toShip', captured, shipped, partner),
    ...countsOfTime('toInvoice', shipped, invoiced, partner),
    ...countsOfTime('toEnd', captured, invoiced, partner),
  ];
}

function countsOfTime(
  metric: Metric,
  from: string | undefined,
  to: string | undefined,
  partner: string,
): readonly Count[] {
  if (from === undefined || to === undefined) return [];
  const hours = Math.max(0, Date.parse(to) - Date.parse(from)) / 3_600_000;
  return [count(metric, to, String(bucket.of(hours)), partner)];
}

/** Whether what left is what the journal expected to leave, as far as somebody noted otherwise. */
function countsOfStock(notes: readonly Note[], partner: string): readonly Count[] {
  const last = notes.findLast(({ type }) => type === 'shipment.posted');
  if (last === undefined) return [];
  const holds = new Set(notes.flatMap((note) => (note.type === 'held' ? [causeOf(textOf(note, 'hold'))] : [])));
  return [count('stock', last.at, stockOf(notes, holds), partner)];
}

function stockOf(notes: readonly Note[], holds: ReadonlySet<string>): string {
  if (holds.has('over-shipment')) return 'over';
  if (notes.some(({ type }) => type === 'line.shortClosed' || type === 'line.backordered')) return 'short';
  return holds.has('quantity') || holds.has('shipment') ? 'differs' : 'exact';
}

function count(metric: Metric, at: string, a = '', b = ''): Count {
  return { metric, hour: at.slice(0, 13), a, b, n: 1 };
}

/** `856` of `856/S1`. */
function documentOf(timer: string): string {
  return timer.split('/')[0] ?? '';
}
