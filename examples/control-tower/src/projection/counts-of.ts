import { type Note, terminalPhases } from '@dist/orchestration';
import { causeOf } from './cause-of.ts';
import type { Count, Metric } from './count.ts';
import { textOf } from './text-of.ts';

/** What the notes of one order count for, by hour; what it is now counts beside that. */
export function countsOf(notes: readonly Note[], partner: string): readonly Count[] {
  return [...notes.flatMap((note) => countsOfNote(note, partner)), ...countsOfEnd(notes, partner)];
}

function countsOfNote(note: Note, partner: string): readonly Count[] {
  const { at, type } = note;
  const document = documentOf(textOf(note, 'timer'));
  switch (type) {
    case 'order.captured':
      return [count('captured', at, partner)];
    case 'effect.done':
    case 'effect.retry':
    case 'effect.inDoubt':
    case 'parked':
      return countsOfAttempt(note);
    case 'sla.breached':
      return [
        count('breach', at, document, partner),
        count('breachCost', at, textOf(note, 'currency'), partner, Number(textOf(note, 'breachCost') ?? 0)),
      ];
    case 'deadline.ended':
      return [
        count('deadline', at, JSON.stringify([document, partner]), note.data?.['met'] === false ? 'missed' : 'met'),
      ];
    case 'acknowledgment.received':
      return [count('answer', at, partner, textOf(note, 'status'))];
    case 'held':
      return [count('hold', at, causeOf(textOf(note, 'hold')), partner)];
    default:
      return [];
  }
}

/** An attempt that ended, be it well or not. */
function countsOfAttempt(note: Note): readonly Count[] {
  const lane = textOf(note, 'lane') ?? '';
  const outcome = note.type === 'effect.done' ? 'done' : (textOf(note, 'class') ?? 'system');
  const attempt = count('attempt', note.at, outcome, lane);
  const isSubmit = textOf(note, 'effectType') === 'erp.submit';
  return isSubmit ? [attempt, count('submit', note.at, lane.replace(/^erp:/, ''), outcome)] : [attempt];
}

/** An order that has come to its end: how long it took, and whether a person had to see to it. */
function countsOfEnd(notes: readonly Note[], partner: string): readonly Count[] {
  const last = notes.findLast(({ phase }) => phase !== undefined);
  const [first] = notes;
  if (first === undefined || last?.phase === undefined || !terminalPhases.includes(last.phase)) return [];
  const isTouched = notes.some(({ type }) => type === 'held' || type === 'parked' || type.startsWith('operator.'));
  const hours = Math.max((Date.parse(last.at) - Date.parse(first.at)) / 3_600_000, 1 / 64);
  return [
    count('touch', last.at, isTouched ? 'touched' : 'touchless', partner),
    count('cycle', last.at, String(2 ** Math.ceil(Math.log2(hours))), partner),
  ];
}

function count(metric: Metric, at: string, a = '', b = '', n = 1): Count {
  return { metric, hour: at.slice(0, 13), a, b, n };
}

/** `856` of `856/S1`. */
function documentOf(timer = ''): string {
  return timer.split('/')[0] ?? '';
}
