import { otelTelemetry, readModel } from '@dist/orchestration/telemetry';
import { describe, expect, it } from 'vitest';
import { sdk } from './open-telemetry-sdk.ts';
import { fullStory, told } from './told.ts';

const story = told(fullStory);
const labels = new Set(['dist.partner.id', 'dist.doc.type', 'error.type', 'dist.lane', 'dist.phase']);

/** What the real SDK exports: name → its points by their labels. */
async function measured(settings: Parameters<typeof otelTelemetry>[0] = {}) {
  const exporter = new sdk.InMemoryMetricExporter(sdk.AggregationTemporality.CUMULATIVE);
  const reader = new sdk.PeriodicExportingMetricReader({ exporter, exportIntervalMillis: 3_600_000 });
  const provider = new sdk.MeterProvider({ readers: [reader] });
  const telemetry = otelTelemetry({ meter: provider.getMeter('dist'), ...settings });
  for (const step of story.steps) telemetry.record(step);
  await provider.forceFlush();
  const metrics = exporter.getMetrics().flatMap(({ scopeMetrics }) => scopeMetrics.flatMap((scope) => scope.metrics));
  await provider.shutdown();
  return metrics.map(({ descriptor, dataPoints }) => ({
    name: descriptor.name,
    unit: descriptor.unit,
    points: dataPoints.map(({ attributes, value }) => ({
      labels: attributes,
      value: typeof value === 'number' ? value : { count: value.count, sum: value.sum },
    })),
  }));
}

describe('metrics', async () => {
  const metrics = await measured({
    phases: () => readModel(story.notes).phases(),
    outbox: async () => [
      { lane: 'erp:erp', class: 'realTime', waiting: 2, claimed: 1, oldest: '2026-03-02T08:00:00.000Z' },
      { lane: 'erp:erp', class: 'batch', waiting: 3, claimed: 0, oldest: '2026-03-02T08:00:20.000Z' },
      { lane: 'local', class: 'batch', waiting: 0, claimed: 1 },
    ],
    clock: () => '2026-03-02T08:01:00.000Z',
  });
  const points = (name: string) => metrics.find((metric) => metric.name === name)?.points ?? [];
  const partner = { 'dist.partner.id': 'northfield' };

  it.each([
    ['dist.effect.parked', { ...partner, 'dist.doc.type': '856', 'error.type': 'partnerFormat' }, 1],
    ['dist.order.holds', { ...partner, 'error.type': 'credit' }, 1],
    ['dist.sla.breaches', { ...partner, 'dist.doc.type': '856' }, 1],
    ['dist.orders', { 'dist.phase': 'closed' }, 1],
    ['dist.outbox.depth', { 'dist.lane': 'erp:erp' }, 5],
    ['dist.outbox.lag', { 'dist.lane': 'erp:erp' }, 60],
    ['dist.outbox.lag', { 'dist.lane': 'local' }, 0],
    ['dist.effect.attempts', { ...partner, 'dist.lane': 'erp:erp', 'error.type': 'transport' }, 1],
    ['dist.effect.attempts', { ...partner, 'dist.lane': 'partner:northfield', 'dist.doc.type': '856' }, 2],
  ] as const)('%s of %j is %d', (name, expected, value) => {
    expect(points(name)).toContainEqual({ labels: expected, value });
  });

  it('the time in each phase is measured, that of the order before it was one is not', () => {
    const seconds = Object.fromEntries(
      points('dist.order.phase.duration').map(({ labels: { 'dist.phase': phase }, value }) => [phase, value]),
    );
    expect(seconds['captured']).toEqual({ count: 1, sum: 60 });
    expect(seconds['held']).toEqual({ count: 1, sum: 60 });
    expect(seconds['empty']).toBeUndefined();
  });

  it.each([
    ['dist.sla.margin', '855', { count: 1, sum: 86_400 - 7 * 60 }],
    // Twice: the one that was rejected, and the one that took its place.
    ['dist.sla.overdue', '856', { count: 2, sum: 2 * (3 * 86_400 - 70 * 60) + 180 }],
  ])('%s of the %s is measured', (name, document, value) => {
    expect(points(name)).toContainEqual({ labels: { ...partner, 'dist.doc.type': document }, value });
  });

  it('labels are few: partner, document, class, lane and phase, and never a key or number of an order', () => {
    const used = metrics.flatMap((metric) => metric.points.map((point) => point.labels));
    expect(used.flatMap(Object.keys).filter((label) => !labels.has(label))).toEqual([]);
    expect(used.flatMap(Object.values).filter((value) => /order-1|PO-1|S1|I1|0000/.test(String(value)))).toEqual([]);
  });

  it('all have a unit', () => {
    expect(metrics.map(({ unit }) => unit)).toEqual(metrics.map(() => expect.stringMatching(/^(?:s|\{\w+\})$/)));
  });
});
