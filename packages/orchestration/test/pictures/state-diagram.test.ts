import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { defaultPolicy } from '@dist/orchestration';
import { stateDiagram, toMermaid } from '@dist/orchestration/pictures';
import { given, type StoryEvent } from '@dist/orchestration/testing';
import { describe, expect, it } from 'vitest';
import { renderPictures } from '../../scripts/render-pictures.ts';
import { accepted, captured, failed, invoice, order, shipment } from '../sample.ts';
import { enriched } from '../telemetry/told.ts';

const diagram = stateDiagram({ policy: defaultPolicy });
const arrow = (from: string, to: string, of = diagram) =>
  of.arrows.find((one) => one.from === from && one.to === to)?.events ?? [];

describe('the state diagram', () => {
  it('of an undisturbed life is one line', () => {
    const straight = stateDiagram({ policy: defaultPolicy, detours: 0 });
    expect(straight.arrows.map(({ from, to }) => `${from} ${to}`)).toEqual([
      'empty captured',
      'captured submitting',
      'submitting fulfilling',
      'fulfilling shipped',
      'shipped invoiced',
      'invoiced closed',
    ]);
  });

  const known: readonly StoryEvent[] = [captured(order()), enriched];
  it.each<[string, string, string, readonly StoryEvent[], StoryEvent]>([
    ['order.enriched', 'captured', 'submitting', known.slice(0, 1), enriched],
    ['hold.placed', 'submitting', 'held', known, { type: 'hold.placed', hold: 'credit', reason: 'limit' }],
    ['effect.failed (inDoubt)', 'submitting', 'inDoubt', known, failed('order-1/erp.submit/1', 'inDoubt')],
    ['erp.accepted', 'submitting', 'fulfilling', known, accepted()],
    ['shipment.posted', 'fulfilling', 'shipped', [...known, accepted()], shipment('S1', [['1', '24']])],
    [
      'invoice.posted',
      'shipped',
      'invoiced',
      [...known, accepted(), shipment('S1', [['1', '24']])],
      invoice('I1', [['1', '24']]),
    ],
    [
      'operator.abandoned',
      'captured',
      'abandoned',
      known.slice(0, 1),
      { type: 'operator.abandoned', by: 'a', reason: 'b' },
    ],
  ])('shows that %s leads from %s to %s, as a story of its own does', (label, from, to, past, event) => {
    const before = given(past);
    expect([before.phase, before.when(event).phase]).toEqual([from, to]);
    expect(arrow(from, to)).toContain(label);
  });

  it('has each phase that an arrow has, and each is reached', () => {
    const named = new Set(diagram.arrows.flatMap(({ from, to }) => [from, to]));
    expect(new Set(diagram.phases.map(({ phase }) => phase))).toEqual(named);
    expect([...named].filter((phase) => phase !== 'empty' && !diagram.arrows.some(({ to }) => to === phase))).toEqual(
      [],
    );
  });

  it('is that of the channel: a shop sends no acknowledgment', () => {
    const shop = stateDiagram({ policy: defaultPolicy, channel: 'shop' });
    const labels = (of: typeof diagram) => new Set(of.arrows.flatMap(({ events }) => events));
    expect(labels(diagram)).toContain('acknowledgment.received (rejected)');
    expect(labels(shop)).not.toContain('acknowledgment.received (rejected)');
    expect(arrow('invoiced', 'closed', shop)).toContain('payment.applied');
  });

  it('and all other pictures are those of the page; node --import tsx --conditions=@dist/source scripts/pictures.ts writes it', () => {
    const docs = join(import.meta.dirname, '../../docs');
    const page = readFileSync(join(docs, 'pictures.md'), 'utf8');
    for (const [file, text] of Object.entries(renderPictures(page)))
      expect(readFileSync(join(docs, file), 'utf8'), file).toBe(text);
    expect(page).toContain(toMermaid(diagram));
  });
});
