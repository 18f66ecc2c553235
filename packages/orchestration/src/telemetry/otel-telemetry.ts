import type { LaneDepth } from '../runtime/journal.ts';
import type { Note, Phase } from '../word/state.ts';
import { measureNotes } from './measure-notes.ts';
import { labelAttributes } from './note-attributes.ts';
import { detailOf } from './note-detail.ts';
import { traceNotes } from './trace-notes.ts';
import type { Gauge, Meter, Tracer } from './tracer-and-meter.ts';

/** Where telemetry goes, and what is asked for gauges. */
export interface OtelSettings {
  /** Of `@opentelemetry/api`; no spans when absent. */
  readonly tracer?: Tracer | undefined;
  /** Of `@opentelemetry/api`; no metrics when absent. */
  readonly meter?: Meter | undefined;
  /** Traceparents of more spans that a note's span is to link to, such as the call of a performer. */
  readonly links?: ((note: Note) => readonly string[]) | undefined;
  /** How many orders are in each phase now (`readModel().phases`), for the gauge `dist.orders`. */
  readonly phases?: (() => Readonly<Partial<Record<Phase, number>>>) | undefined;
  /** What waits in the outbox now (`journal.depth`), for the gauges `dist.outbox.depth` and `dist.outbox.lag`. */
  readonly outbox?: (() => Promise<readonly LaneDepth[]>) | undefined;
  /** The instant it is now, ISO 8601 in UTC; needed for `dist.outbox.lag` alone. */
  readonly clock?: (() => string) | undefined;
  /** How many orders and effects are followed at once to measure from beginning to end; 10,000 when absent. */
  readonly remember?: number | undefined;
}

/** Takes notes; give each note once, after it was committed. */
export interface Telemetry {
  /** The notes of one commit or more: those of one step, side by side, become one span. */
  record(notes: readonly Note[]): void;
  /** One note, for `onNote` of the runtime: what comes before the next turn of the event loop is recorded together. */
  readonly onNote: (note: Note) => void;
}

/**
 * Notes as spans and metrics of OpenTelemetry: a span for each step of an order and for each attempt of an effect, linked
 * to what caused them across days; metrics with few labels. Names are in the package's page on telemetry.
 */
export function otelTelemetry(settings: OtelSettings): Telemetry {
  const { tracer, meter, links = () => [], remember = 10_000 } = settings;
  const trace = tracer && traceNotes({ tracer, links, remember });
  const measure = meter && measureNotes({ meter, remember });
  if (meter !== undefined) observe(meter, settings);
  const record = (notes: readonly Note[]): void => {
    if (trace !== undefined) for (const step of stepsOf(notes)) trace(step);
    if (measure !== undefined) notes.forEach(measure);
  };
  return { record, onNote: gathered(record) };
}

/** Notes side by side that come of one event. */
function stepsOf(notes: readonly Note[]): readonly (readonly Note[])[] {
  const steps: Note[][] = [];
  let last: string | undefined;
  for (const note of notes) {
    const step = JSON.stringify([note.order, detailOf(note).event ?? note.causation, note.at]);
    if (step === last) steps.at(-1)?.push(note);
    else steps.push([note]);
    last = step;
  }
  return steps;
}

function gathered(record: (notes: readonly Note[]) => void): (note: Note) => void {
  let waiting: Note[] = [];
  return (note) => {
    waiting.push(note);
    if (waiting.length > 1) return;
    void Promise.resolve().then(() => {
      const notes = waiting;
      waiting = [];
      record(notes);
    });
  };
}

function observe(meter: Meter, { phases, outbox, clock }: OtelSettings): void {
  const gauge = (name: string, unit: string, description: string): Gauge =>
    meter.createObservableGauge(name, { unit, description });
  if (phases !== undefined) {
    const told = new Set<string>();
    gauge('dist.orders', '{order}', 'Orders in each phase').addCallback((answer) => {
      const counts = new Map(Object.entries(phases()));
      for (const phase of counts.keys()) told.add(phase);
      // A phase that was left by the last order is told as zero, not left standing.
      for (const phase of told) answer.observe(counts.get(phase) ?? 0, labelAttributes({ phase }));
    });
  }
  if (outbox === undefined) return;
  gauge('dist.outbox.depth', '{effect}', 'Effects that are due and that nobody has').addCallback(async (answer) => {
    const waiting = (lane: LaneDepth): number => lane.waiting;
    for (const [lane, depths] of byLane(await outbox()))
      answer.observe(
        depths.map(waiting).reduce((sum, one) => sum + one, 0),
        labelAttributes({ lane }),
      );
  });
  if (clock === undefined) return;
  gauge('dist.outbox.lag', 's', 'How long the oldest of them has waited').addCallback(async (answer) => {
    const now = Date.parse(clock());
    for (const [lane, depths] of byLane(await outbox())) {
      const since = depths.flatMap(({ oldest }) => (oldest === undefined ? [] : [Date.parse(oldest)]));
      answer.observe(since.length === 0 ? 0 : Math.max(0, now - Math.min(...since)) / 1000, labelAttributes({ lane }));
    }
  });
}

function byLane(depths: readonly LaneDepth[]): ReadonlyMap<string, readonly LaneDepth[]> {
  const lanes = new Map<string, LaneDepth[]>();
  for (const depth of depths) lanes.set(depth.lane, [...(lanes.get(depth.lane) ?? []), depth]);
  return lanes;
}
