import { defaultPolicy } from '@dist/orchestration';
import { otelTelemetry } from '@dist/orchestration/telemetry';
import type { Meter, SpanOptions, Tracer } from '@opentelemetry/api';
import type { ReadableSpan } from '@opentelemetry/sdk-trace-base';
import { describe, expect, it } from 'vitest';
import { sdk } from './open-telemetry-sdk.ts';
import { fullStory, told, traceparent } from './told.ts';

/** Compiles only while the tracer and the meter of the API fit. */
const fits = (tracer: Tracer, meter: Meter) => otelTelemetry({ tracer, meter });

function tracing() {
  const exporter = new sdk.InMemorySpanExporter();
  const provider = new sdk.BasicTracerProvider({ spanProcessors: [new sdk.SimpleSpanProcessor(exporter)] });
  return { exporter, provider };
}

/** Runs notes through the real SDK. */
function spansOf(write: (telemetry: ReturnType<typeof otelTelemetry>) => void, links?: () => readonly string[]) {
  const { exporter, provider } = tracing();
  write(otelTelemetry({ tracer: provider.getTracer('dist'), links }));
  return exporter.getFinishedSpans();
}

const story = told(fullStory);
const all = spansOf((telemetry) => telemetry.record(story.notes));
const named = (name: string) => all.filter((span) => span.name === name);
const times = ({ startTime, endTime }: ReadableSpan) =>
  [startTime, endTime].map(([seconds]) => new Date(seconds * 1000).toISOString());
const linked = (span: ReadableSpan | undefined) => span?.links.map(({ context }) => context.traceId) ?? [];
const trace = (number: number) => traceparent(number).split('-')[1] ?? '';

describe('spans', () => {
  it('are written by any tracer of the API', () => {
    expect(fits).toBeTypeOf('function');
  });

  it('each step is one, at the instant of its event, with its notes as events', () => {
    expect(all.filter(({ name }) => name.startsWith('transition '))).toHaveLength(
      story.steps.filter((step) => step.length > 0).length,
    );
    const [captured] = named('transition order.captured');
    expect(captured?.events.map(({ name }) => name)).toEqual([
      'order.captured',
      'effect.issued',
      'phase',
      'deadline.set',
    ]);
    expect(captured && times(captured)).toEqual(['2026-03-02T08:00:00.000Z', '2026-03-02T08:00:00.000Z']);
    expect(captured?.attributes).toEqual({
      'messaging.message.conversation_id': 'order-1',
      'messaging.message.id': 'capture',
      'dist.order.id': 'order-1',
      'dist.partner.id': 'northfield',
      'dist.phase': 'captured',
      'dist.policy.version': defaultPolicy.version,
    });
  });

  it('each is the root of its own trace, and links to the trace of its event', () => {
    expect(all.map(({ parentSpanContext }) => parentSpanContext)).toEqual(all.map(() => undefined));
    expect(new Set(all.map((span) => span.spanContext().traceId)).size).toBe(all.length);
    expect(linked(named('transition order.captured')[0])).toEqual([trace(1)]);
    expect(linked(named('transition erp.accepted')[0])).toEqual([trace(2)]);
    expect(linked(named('transition invoice.posted')[0])).toEqual([]);
  });

  it('one that is written while another span is at work is no child of it', () => {
    const { exporter, provider } = tracing();
    const tracer = provider.getTracer('dist');
    const working = sdk.trace.setSpan(sdk.ROOT_CONTEXT, tracer.startSpan('request'));
    const inside = { startSpan: (name: string, options: SpanOptions) => tracer.startSpan(name, options, working) };
    otelTelemetry({ tracer: inside }).record(story.steps[0] ?? []);
    expect(exporter.getFinishedSpans().map(({ parentSpanContext }) => parentSpanContext)).toEqual([undefined]);
  });

  it('each attempt of an effect is one, from its release to its outcome', () => {
    const submits = named('effect erp.submit').map((span) => [
      span.attributes['dist.effect.attempt'],
      span.attributes['error.type'],
      span.status.code,
      ...times(span).map((at) => at.slice(11, 19)),
    ]);
    expect(submits).toEqual([
      [1, 'inDoubt', 2, '08:01:00', '08:03:00'],
      [2, 'transport', 2, '08:04:05', '08:05:00'],
      [3, undefined, 0, '08:05:30', '08:06:00'],
    ]);
  });

  it('an attempt names its document, lane and control number, and links to both ends across days', () => {
    const [notice] = named('effect document.send').filter(({ attributes }) => attributes['dist.doc.type'] === '856');
    expect(notice?.attributes).toMatchObject({
      'messaging.message.id': 'order-1/856/S1',
      'dist.effect.key': 'order-1/856/S1',
      'dist.lane': 'partner:northfield',
      'dist.doc.control_number': '000000202',
    });
    expect(notice && times(notice)).toEqual(['2026-03-02T08:10:00.000Z', '2026-03-05T08:00:00.000Z']);
    const ends = [named('transition shipment.posted')[0], named('transition effect.done')[1]];
    expect(linked(notice)).toEqual(ends.map((span) => span?.spanContext().traceId));
    const [acknowledgment] = named('effect document.send');
    expect(linked(acknowledgment)).toContain(trace(2));
  });

  it('a rejection after the sending parks and is no attempt', () => {
    expect(named('effect document.send')).toHaveLength(4);
  });

  it('what is no traceparent makes no link, and more links can be given', () => {
    const wrong = { traceparent: '00-00000000000000000000000000000000-0000000000000001-01' };
    const [span] = spansOf(
      (telemetry) =>
        telemetry.record([{ at: '2026-03-02T08:00:00.000Z', order: 'o', type: 'x', message: '', trace: wrong }]),
      () => [traceparent(7), traceparent(7), 'none'],
    );
    expect(linked(span)).toEqual([trace(7)]);
  });

  it('notes given one by one make the same spans after the turn', async () => {
    const { exporter, provider } = tracing();
    const { onNote } = otelTelemetry({ tracer: provider.getTracer('dist') });
    for (const note of story.notes) onNote(note);
    expect(exporter.getFinishedSpans()).toHaveLength(0);
    await Promise.resolve();
    expect(exporter.getFinishedSpans().map(({ name }) => name)).toEqual(all.map(({ name }) => name));
  });

  it('notes of the machine alone make the same steps and attempts', () => {
    const plain = told(fullStory, 'order-1', false);
    const spans = spansOf((telemetry) => {
      for (const step of plain.steps) telemetry.record(step);
    });
    const attempts = (list: readonly ReadableSpan[]) => list.filter(({ name }) => name.startsWith('effect ')).length;
    // Without a note of its own the operator's second attempt would be missing; here it is a new key with its note.
    expect(attempts(spans)).toBe(attempts(all));
  });

  it('an attempt that began before a restart is measured from what its end tells', () => {
    const end = story.notes.find(({ type, effect }) => type === 'effect.done' && effect === 'order-1/856/S1');
    const spans = spansOf((telemetry) => telemetry.record(end ? [end] : []));
    expect(spans.map(({ name }) => name)).toEqual(['effect document.send', 'transition effect.done']);
    expect(spans[0] && times(spans[0])[0]).toBe('2026-03-02T08:10:00.000Z');
  });

  it('an operator who lets a parked effect go again starts an attempt', () => {
    const { notes } = told([
      ...fullStory.slice(0, 3),
      {
        type: 'effect.failed',
        effect: 'order-1/erp.submit/1',
        attempt: 1,
        failure: { class: 'pricing', code: 'p', message: 'price' },
      },
      { type: 'operator.replayed', effect: 'order-1/erp.submit/1', by: 'operator', reason: 'price mended' },
      fullStory[6] ?? fullStory[0] ?? never(),
    ]);
    const submits = spansOf((telemetry) => telemetry.record(notes)).filter(({ name }) => name === 'effect erp.submit');
    expect(submits.map(({ attributes }) => attributes['dist.effect.attempt'])).toEqual([1, 2]);
  });
});

function never(): never {
  throw new TypeError('the story is empty');
}
