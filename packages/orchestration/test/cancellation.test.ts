import type { OrderEvent, OrderState } from '@dist/orchestration';
import { given, type Story, type StoryEvent } from '@dist/orchestration/testing';
import { describe, expect, it } from 'vitest';
import { accepted, acknowledged, captured, done, enriched, failed, invoice, line, order, shipment } from './sample.ts';

const submit = 'order-1/erp.submit/1';
const find = 'order-1/erp.find/1/1';
const cancel = (name = 'c1'): StoryEvent => ({ type: 'cancel.requested', cancel: name, reason: 'ordered twice' });
const result = (value: string | undefined, name = 'c1', partId = '1'): StoryEvent => ({
  type: 'cancel.result',
  cancel: name,
  partId,
  lines: value === undefined ? [] : [{ lineId: '1', quantity: { value, unit: 'C62' } }],
});
const notFound: StoryEvent = { type: 'erp.notFound', partId: '1', attempt: 1 };

const submitted = () => given([captured(), enriched()]);
const inDoubt = () => submitted().when(failed(submit, 'inDoubt'));
const booked = () => given([captured(), enriched(), accepted()]);

const keys = (story: Story) => story.effects.map(({ key }) => key);
const status = ({ state }: Story, key: string) => state.effects[key]?.status;
/** How much of line 1 went which way. */
const ledger = ({ lines }: Story) => {
  const [first] = lines;
  return first && [first.open, first.cancelled, first.shipped];
};

describe('an order that is cancelled before the ERP has it', () => {
  it.each<[string, Story]>([
    ['before it is enriched', given([captured(), cancel()])],
    ['before it is enriched, and the enrichment still answers', given([captured(), cancel()]).when(enriched())],
    [
      'while a hold stops it',
      given([captured(), { type: 'hold.placed', hold: 'h', reason: 'r' }, enriched()]).when(cancel()),
    ],
    ['before it came in', given([cancel(), captured()])],
    [
      'while its enrichment waits for a person',
      given([captured(), failed('order-1/enrich', 'pricing')]).when(cancel()),
    ],
  ])('%s: it is not submitted, owes no 855 and is done', (_, story) => {
    expect(story.phase).toBe('cancelled');
    expect(ledger(story)).toEqual(['0', '24', '0']);
    expect(Object.keys(story.state.effects).filter((key) => key.includes('erp.'))).toEqual([]);
    expect(story.state.timers).toEqual({});
  });

  it('its enrichment is not tried again when it fails', () => {
    const story = given([captured(), cancel()]).when(failed('order-1/enrich', 'transport'));
    expect([keys(story), status(story, 'order-1/enrich'), story.phase]).toEqual([[], 'withdrawn', 'cancelled']);
  });
});

describe('an order that is cancelled while nobody knows whether the ERP has it', () => {
  it('is looked up first, and nothing is cancelled blindly', () => {
    const story = inDoubt().when(cancel());
    expect([keys(story), story.phase, status(story, find)]).toEqual([[], 'inDoubt', 'issued']);
  });

  it.each<[string, (story: Story) => Story]>([
    ['and the look-up finds it', (story) => story.when(cancel()).when(accepted())],
    ['and was found a moment before', (story) => story.when(accepted()).when(cancel())],
  ])('R19 %s: it is cancelled there', (_, play) => {
    const story = play(inDoubt());
    expect(keys(story)).toContain('order-1/erp.cancel/c1/1');
    const gone = story.when(result('24'));
    expect([gone.phase, ledger(gone)]).toEqual(['cancelled', ['0', '24', '0']]);
  });

  it('R19 and the look-up finds nothing: it is not submitted again', () => {
    const story = inDoubt().when(cancel()).when(notFound);
    expect([keys(story), status(story, submit), story.phase]).toEqual([[], 'withdrawn', 'cancelled']);
    expect(story.notes.map(({ type }) => type)).toContain('effect.withdrawn');
    expect(ledger(story)).toEqual(['0', '24', '0']);
    expect(story.state.timers).toEqual({});
  });

  it('and it turns up at the ERP after all: it is cancelled there', () => {
    const story = inDoubt().when(cancel()).when(notFound).when(accepted());
    expect(keys(story)).toContain('order-1/erp.cancel/c1/1');
    expect(story.when(result('24')).phase).toBe('cancelled');
  });

  it('and the submit waits for a person: nobody need look at it any more', () => {
    const parked = submitted().when(failed(submit, 'pricing'));
    const story = parked.when(cancel());
    expect([parked.phase, story.phase, status(story, submit)]).toEqual(['parked', 'cancelled', 'withdrawn']);
    const replay = story.when({ type: 'operator.replayed', effect: submit, by: 'p', reason: 'r' });
    expect([replay.state, replay.effects]).toEqual([story.state, []]);
  });

  it('and the submit fails for certain: it is not tried again', () => {
    const story = submitted().when(cancel()).when(failed(submit, 'transport'));
    expect([keys(story), status(story, submit), story.phase]).toEqual([[], 'withdrawn', 'cancelled']);
  });
});

describe('an order that the ERP has', () => {
  it('is cancelled there once, by our own key, whatever else asks for it', () => {
    const story = booked().when(cancel(), cancel('c2'));
    expect(keys(story)).toEqual(['order-1/erp.cancel/c1/1']);
    expect(story.effects[0]).toMatchObject({
      safety: 'idempotent',
      body: { number: 'SO-1', externalReference: 'northfield.PO-1' },
    });
    expect(story.when(cancel()).effects).toEqual([]);
    const gone = story.when(result('24'), done('order-1/erp.cancel/c1/1'));
    expect([gone.phase, ledger(gone), gone.effects]).toEqual(['cancelled', ['0', '24', '0'], []]);
  });

  it('a cancellation that fails waits for its owner and is not forgotten', () => {
    const story = booked().when(cancel()).when(failed('order-1/erp.cancel/c1/1', 'pricing'));
    expect([story.phase, story.waiting.on]).toEqual(['parked', 'person']);
  });

  it('gotcha 5 what has shipped stays shipped: only the rest is cancelled', () => {
    const part = booked().when(shipment('S1', [['1', '10']]), cancel());
    expect(keys(part)).toContain('order-1/erp.cancel/c1/1');
    const gone = part.when(result('14'));
    expect([gone.phase, ledger(gone)]).toEqual(['shipped', ['0', '14', '10']]);
    const billed = gone.when(invoice('I1', [['1', '10']]));
    expect(keys(billed)).toContain('order-1/810/I1');
  });

  it('gotcha 5 too late, since all has shipped: nothing is asked, and the requester is told', () => {
    const story = booked()
      .when(shipment('S1', [['1', '24']]))
      .when(cancel());
    expect([keys(story), story.phase, ledger(story)]).toEqual([[], 'shipped', ['0', '0', '24']]);
    expect(story.notes.map(({ type }) => type)).toEqual(['cancel.requested', 'cancel.refused']);
  });

  it('too late, since the ERP says so: it ships, and its notice and invoice leave', () => {
    const story = booked().when(cancel()).when(result(undefined));
    expect([story.phase, ledger(story)]).toEqual(['fulfilling', ['24', '0', '0']]);
    const shipped = story.when(shipment('S1', [['1', '24']]), invoice('I1', [['1', '24']]));
    expect(keys(shipped)).toEqual(['order-1/856/S1', 'order-1/810/I1']);
  });

  it('after a refusal the next request is asked again', () => {
    const story = booked().when(cancel()).when(result(undefined)).when(cancel('c2'));
    expect(keys(story)).toEqual(['order-1/erp.cancel/c2/1']);
    expect(story.when(result('24', 'c2')).phase).toBe('cancelled');
  });

  it('a shipment that crosses with the cancellation shows as over, and its notice waits for a decision', () => {
    const story = booked()
      .when(cancel())
      .when(result('24'))
      .when(shipment('S1', [['1', '24']]));
    expect([story.phase, Object.keys(story.state.holds)]).toEqual(['held', ['over-shipment/1']]);
    expect(keys(story)).toEqual([]);
    expect(keys(story.when({ type: 'hold.released', hold: 'over-shipment/1', by: 'p' }))).toEqual(['order-1/856/S1']);
  });
});

describe('R16 an order of several parts', () => {
  const store = (value: string, quantity: string) => ({
    location: { scheme: 'buyer' as const, value },
    quantity: { value: quantity, unit: 'C62' },
  });
  const of = order([line('1', 'AX-100', '24', 'C62', { allocations: [store('0012', '18'), store('0013', '6')] })]);
  const both = () => given([captured(of), enriched(of)]);
  const second = 'order-1/erp.submit/0013';

  it('one part is at the ERP, the other never got there: the one is cancelled, the other withdrawn, and one 855 says so', () => {
    const story = both().when(accepted('0012'), failed(second, 'pricing')).when(cancel());
    expect(keys(story)).toEqual(['order-1/erp.cancel/c1/0012', 'order-1/855']);
    expect(status(story, second)).toBe('withdrawn');
    const body = story.effects[1]?.body;
    expect(body?.type === 'document.send' && body.content).toMatchObject({
      status: 'acceptedWithChange',
      lines: [
        {
          responses: [
            { status: 'accepted', quantity: { value: '18' } },
            { status: 'cancelled', quantity: { value: '6' } },
          ],
        },
      ],
    });
    const gone = story.when(result('18', 'c1', '0012'), done('order-1/855'), acknowledged('order-1/855'));
    expect([gone.phase, ledger(gone)]).toEqual(['cancelled', ['0', '24', '0']]);
  });
});

describe('whatever comes first', () => {
  const facts: readonly StoryEvent[] = [
    captured(),
    enriched(),
    accepted(),
    cancel(),
    result('14'),
    shipment('S1', [['1', '10']]),
  ];

  it('request, answer and shipment end the same', () => {
    const { events } = given(facts);
    const ends = [events, [...events].reverse(), [...events.slice(3), ...events.slice(0, 3)]].map((told) =>
      ending(told),
    );
    expect(ends[1]).toEqual(ends[0]);
    expect(ends[2]).toEqual(ends[0]);
    expect(ends[0]?.phase).toBe('shipped');
  });

  function ending(events: readonly OrderEvent[]): { phase: string; lines: unknown; facts: OrderState['facts'] } {
    const { phase, lines, state } = given(events);
    return { phase, lines, facts: state.facts };
  }
});
