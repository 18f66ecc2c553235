import type { Note } from '../word/state.ts';
import { endedAttempts } from './ended-attempts.ts';
import { labelAttributes } from './note-attributes.ts';
import { detailOf } from './note-detail.ts';
import { Remembered } from './remembered.ts';
import type { Meter } from './tracer-and-meter.ts';

/** How notes become figures. */
export interface MeasureSettings {
  readonly meter: Meter;
  /** How many orders and effects are followed at once. */
  readonly remember: number;
}

/**
 * Counts what notes tell. Labels are partner, document, class of failure, lane and phase alone: a key or a number of an
 * order never becomes one, because each of its values would be a series for ever.
 */
export function measureNotes({ meter, remember }: MeasureSettings): (note: Note) => void {
  const count = countersOf(meter);
  const attempts = endedAttempts(remember);
  const phases = new Remembered<string>(remember);
  return (note) => {
    const { partner } = note;
    const { document, lane, class: errorClass, timer, due, met } = detailOf(note);
    const ended = attempts(note);
    if (ended !== undefined) count.attempts.add(1, labelAttributes({ partner, document, lane, class: ended.failed }));
    switch (note.type) {
      case 'phase':
        return measurePhase(note, phases, count.phaseDuration);
      case 'parked':
        return count.parked.add(1, labelAttributes({ partner, document, class: errorClass }));
      case 'held':
        return count.held.add(1, labelAttributes({ partner, class: errorClass }));
      case 'duplicate':
        return count.duplicates.add(1, labelAttributes({ partner }));
      case 'conflict':
        return count.conflicts.add(1, labelAttributes({ partner }));
      case 'sla.breached':
        return count.breaches.add(1, labelAttributes({ partner, document: documentOfTimer(timer) }));
      case 'deadline.ended':
        if (met === true && due !== undefined) measureDeadline(note, due, documentOfTimer(timer), count);
        return undefined;
      default:
        return undefined;
    }
  };
}

type Counters = ReturnType<typeof countersOf>;

function countersOf(meter: Meter) {
  const counter = (name: string, unit: string, description: string) => meter.createCounter(name, { unit, description });
  return {
    attempts: counter('dist.effect.attempts', '{attempt}', 'Attempts of effects whose outcome is known'),
    parked: counter('dist.effect.parked', '{effect}', 'Effects that wait for a person'),
    held: counter('dist.order.holds', '{hold}', 'Holds that were opened'),
    duplicates: counter('dist.duplicates', '{event}', 'Events that said what was known'),
    conflicts: counter('dist.conflicts', '{event}', 'Events that contradicted what was known'),
    breaches: counter('dist.sla.breaches', '{breach}', 'Deadlines that were missed'),
    margin: meter.createHistogram('dist.sla.margin', { unit: 's', description: 'Time left when a deadline was met' }),
    overdue: meter.createHistogram('dist.sla.overdue', {
      unit: 's',
      description: 'Time beyond a deadline when it was met after all',
    }),
    phaseDuration: meter.createHistogram('dist.order.phase.duration', {
      unit: 's',
      description: 'Time that an order was in a phase',
    }),
  };
}

/** Two histograms, because those of OpenTelemetry take no negative values. */
function measureDeadline({ at, partner }: Note, due: string, document: string | undefined, count: Counters): void {
  const left = seconds(at, due);
  if (left >= 0) count.margin.record(left, labelAttributes({ partner, document }));
  else count.overdue.record(-left, labelAttributes({ partner, document }));
}

/** A phase that began before a restart is measured when the note says since when. */
function measurePhase(note: Note, phases: Remembered<string>, duration: Counters['phaseDuration']): void {
  const { from, since } = detailOf(note);
  const began = since ?? phases.take(note.order);
  phases.set(note.order, note.at);
  if (began === undefined || from === undefined || from === 'empty') return;
  duration.record(seconds(began, note.at), labelAttributes({ partner: note.partner, phase: from }));
}

/** `856/S1` is a deadline of the 856; what comes after it is a business key. */
function documentOfTimer(timer: string | undefined): string | undefined {
  return timer?.split('/', 1)[0];
}

function seconds(from: string, to: string): number {
  return (Date.parse(to) - Date.parse(from)) / 1000;
}
