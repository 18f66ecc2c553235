import { defaultPolicy } from '@dist/orchestration';
import { sequenceOf, toMermaid } from '@dist/orchestration/pictures';
import { given, type StoryEvent } from '@dist/orchestration/testing';
import { describe, expect, it } from 'vitest';
import { accepted, acknowledged, done, failed, invoice, shipment } from '../sample.ts';
import { fullStory, told } from '../telemetry/told.ts';

const written = (story: readonly StoryEvent[]) => {
  const { events, effects } = told(story);
  return sequenceOf(events, effects).messages.map(
    ({ from, to, text, failed }) => `${from} ${failed ? '-x' : '->'} ${to}: ${text}`,
  );
};
const start = fullStory.slice(0, 2);
const beginning = [
  'northfield -> us: order.captured PO-1',
  'us -> master data: enrich',
  'master data -> us: order.enriched',
];

describe('the sequence of an order', () => {
  it.each<[string, readonly StoryEvent[], readonly string[]]>([
    [
      'an order that was taken',
      [accepted()],
      ['us -> erp: erp.submit/1', 'erp -> us: erp.accepted SO-1', 'us -> northfield: 855'],
    ],
    [
      'a lost answer, and each attempt when it was let go',
      [failed('order-1/erp.submit/1', 'inDoubt'), { type: 'erp.notFound', partId: '1', attempt: 1 }, accepted()],
      [
        'us -x erp: erp.submit/1',
        'us -x us: effect.failed erp.submit/1 (inDoubt)',
        'us -> erp: erp.find/1/1',
        'erp -> us: erp.notFound 1',
        'us -> erp: erp.submit/1 (attempt 2)',
        'erp -> us: erp.accepted SO-1',
        'us -> northfield: 855',
      ],
    ],
    [
      'an answer that is told before its question is due',
      [{ ...accepted(), at: '2026-03-02T08:01:00.000Z' }],
      ['us -> erp: erp.submit/1', 'erp -> us: erp.accepted SO-1', 'us -> northfield: 855'],
    ],
    [
      'facts of one instant, and then what they ask for',
      [
        accepted(),
        { ...shipment('S1', [['1', '24']]), at: '2026-03-03T08:00:00.000Z' },
        { ...invoice('I1', [['1', '24']]), at: '2026-03-03T08:00:00.000Z' },
      ],
      [
        'us -> erp: erp.submit/1',
        'erp -> us: erp.accepted SO-1',
        'us -> northfield: 855',
        'erp -> us: shipment.posted S1',
        'erp -> us: invoice.posted I1',
        'us -> northfield: 856/S1',
        'us -> northfield: 810/I1',
      ],
    ],
    [
      'what the partner says of a document',
      [accepted(), done('order-1/855'), acknowledged('order-1/855', 'rejected')],
      [
        'us -> erp: erp.submit/1',
        'erp -> us: erp.accepted SO-1',
        'us -> northfield: 855',
        'northfield -> us: acknowledgment.received 855 (rejected)',
      ],
    ],
  ])('tells %s', (_, story, messages) => {
    expect(written([...start, ...story])).toEqual([...beginning, ...messages]);
  });

  it('has one place for the warehouse that was asked and that answers', () => {
    const policy = { ...defaultPolicy, fulfillment: { ...defaultPolicy.fulfillment, release: true } };
    const picked: StoryEvent = { type: 'warehouse.picked', partId: '1', request: 'R-1' };
    const { events, state } = given([...start, accepted(), picked], { policy });
    const effects = Object.values(state.effects).map(({ effect }) => effect);
    const { participants, messages } = sequenceOf(events, effects);
    expect(participants.filter((name) => name === 'main' || name === 'warehouse')).toEqual(['main']);
    expect(messages.map(({ from, to, text }) => `${from} -> ${to}: ${text}`)).toContain(
      'main -> us: warehouse.picked R-1',
    );
  });

  it('does not name people', () => {
    const { events, effects } = told([
      ...start,
      { type: 'operator.abandoned', by: 'jane.roe@example.com', reason: 'x' },
    ]);
    const sequence = sequenceOf(events, effects);
    expect(sequence.participants).toContain('a person');
    expect(JSON.stringify(sequence)).not.toContain('jane');
  });

  it('begins with the trading partner and us, and has an effect for each that was issued', () => {
    const { events, effects } = told(fullStory);
    const { participants, messages } = sequenceOf(events, effects);
    expect(participants.slice(0, 2)).toEqual(['northfield', 'us']);
    expect(messages.filter(({ from, to }) => from === 'us' && to !== 'us')).toHaveLength(effects.length);
    const instants = messages.map(({ at }) => at);
    expect(instants).toEqual([...instants].sort());
  });

  it('of nothing is empty', () => {
    expect(sequenceOf([], [])).toEqual({ kind: 'sequence', participants: ['trading partner', 'us'], messages: [] });
  });

  it('as Mermaid stays what it is, whatever names hold', () => {
    const text = 'a; b: c#d\nend "x" <y> %% --> z';
    const message = { at: '2026-03-02T08:00:00.000Z', from: 'end\nparticipant x', to: 'us', text, failed: false };
    const written = toMermaid({ kind: 'sequence', participants: [message.from, 'us'], messages: [message] });
    expect(written.split('\n')).toEqual([
      'sequenceDiagram',
      '  participant p0 as end participant x',
      '  participant p1 as us',
      '  Note over p0: 2026-03-02',
      '  p0->>p1: a#59; b#58; c#35;d end #34;x#34; #60;y#62; #37;#37; #45;#45;#62; z',
      '',
    ]);
  });
});
