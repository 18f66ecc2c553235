import { type LogRecord, logger } from '@dist/orchestration/telemetry';
import { describe, expect, it } from 'vitest';
import { fullStory, told, traceparent } from './told.ts';

const records: LogRecord[] = [];
told(fullStory).notes.forEach(logger((record) => records.push(record)));

describe('log records', () => {
  it('each note is one', () => {
    expect(records[0]).toEqual({
      timestamp: '2026-03-02T08:00:00.000Z',
      severityText: 'INFO',
      severityNumber: 9,
      eventName: 'order.captured',
      body: 'Purchase order PO-1 of northfield with 1 lines',
      attributes: {
        'messaging.message.conversation_id': 'order-1',
        'messaging.message.id': 'capture',
        'dist.order.id': 'order-1',
        'dist.partner.id': 'northfield',
      },
      traceId: traceparent(1).split('-')[1],
      spanId: traceparent(1).split('-')[2],
    });
  });

  it.each([
    ['parked', 'ERROR'],
    ['sla.breached', 'ERROR'],
    ['held', 'WARN'],
    ['effect.retry', 'WARN'],
    ['effect.done', 'INFO'],
  ])('%s is of severity %s', (type, severity) => {
    const found = records.filter(({ eventName }) => eventName === type);
    expect(new Set(found.map(({ severityText }) => severityText))).toEqual(new Set([severity]));
  });

  it('secrets in words are hidden', () => {
    const bodies: string[] = [];
    const note = {
      at: '2026-03-02T08:00:00.000Z',
      order: 'o',
      type: 'effect.retry',
      message: '401 for Bearer abc.DEF-123',
    };
    logger((record) => bodies.push(record.body))(note);
    expect(bodies).toEqual(['401 for Bearer [redacted]']);
  });
});
