import { type ExportedNote, headerToken } from '@dist/connectors';
import { analytics, type CollectorForm } from '@dist/connectors/analytics';
import type { ContractAdapter } from '@dist/connectors/testing';

export const noteOf = (number: number, change: Partial<ExportedNote> = {}): ExportedNote => ({
  id: `n-${number}`,
  type: 'phase',
  subject: 'northfield/4711',
  at: '2026-03-02T08:00:00.123Z',
  severity: 'information',
  attributes: { 'dist.order.id': 'northfield/4711', 'dist.effect.attempt': number },
  ...change,
});

export const otlp: CollectorForm = { kind: 'otlp', resource: { 'service.name': 'orders (sample)' } };
export const eventsIn = (mode: 'batch' | 'structured' | 'binary'): CollectorForm => ({
  kind: 'cloudEvents',
  mode,
  source: '/orders/sample',
});

/** A collector as the kit drives it. */
export const subjectOf = (form: CollectorForm): ContractAdapter => ({
  connect: (runtime) =>
    analytics({
      baseUrl: 'https://collector.example.com',
      form,
      auth: headerToken('authorization', 'collector-token', 'Bearer'),
      ...runtime,
    }),
  samples: { 'notes.export': [noteOf(1)] },
  secret: 'collector-token',
  errorBody: (_, message) => JSON.stringify({ code: 2, message }),
});
