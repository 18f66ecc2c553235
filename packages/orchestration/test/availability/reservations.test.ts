import {
  type AvailabilityEvent,
  type AvailabilityPolicy,
  type RefusalReason,
  unseenReservations,
} from '@dist/orchestration/availability';
import { describe, expect, it } from 'vitest';
import { givenStock } from './given-stock.ts';
import { apart, confirm, delta, patient, pieces, release, request, second, stock } from './sample-stock.ts';

const two: AvailabilityPolicy = {
  ...patient,
  channels: {
    shop: { share: '100', buffer: '0', limited: false, tellFrom: '3', tellAlwaysAt: '2', lane: 'shop:shop' },
    market: {
      locations: ['WH2', 'WH1'],
      share: '50',
      cap: '6',
      buffer: '1',
      limited: true,
      tellFrom: '1',
      tellAlwaysAt: '0',
      lane: 'partner:market',
    },
  },
};
const both = [stock(1, 10), stock(1, 4, { location: 'WH2' })];
const market = { channel: 'market' };

describe('a reservation', () => {
  it.each<readonly [string, AvailabilityEvent, RefusalReason, string]>([
    ['more than one place has', request('a', 11), 'notEnough', '10'],
    ['a channel that there is not', request('a', 1, { channel: 'nobody' }), 'unknownChannel', '0'],
    [
      'a place that the channel does not sell from',
      request('a', 1, { ...market, location: 'WH3' }),
      'unknownLocation',
      '0',
    ],
    ['more than its channel may take', request('a', 7, market), 'notEnough', '6'],
    ['an end that is over', request('a', 1, { expiresAt: second(0) }), 'expired', '0'],
  ])('is refused when it asks for %s', (_, event, reason, available) => {
    const { last } = givenStock([...both, event], two);
    expect(last.effects.map(({ body }) => body)).toEqual([
      expect.objectContaining({ type: 'reservation.refused', reservation: 'a', reason, available: pieces(available) }),
    ]);
  });

  it('is refused again when it is asked for again, even when there is enough by now', () => {
    const { state, left } = givenStock([stock(1, 1), request('a', 2), stock(2, 9), request('a', 2)]);
    expect(state.reservations['a']).toMatchObject({ status: 'refused', reason: 'notEnough' });
    expect(left().quantity.value).toBe('9');
  });

  it.each<readonly [string, AvailabilityEvent, string]>([
    ['the first place of the channel that has enough', request('a', 4, market), 'WH2'],
    ['the next one otherwise', request('a', 5, market), 'WH1'],
    ['the place that it names', request('a', 4, { location: 'WH1' }), 'WH1'],
  ])('is held at %s', (_, event, location) => {
    expect(givenStock([...both, event], two).state.reservations['a']).toMatchObject({ status: 'held', location });
  });

  it.each<readonly [string, readonly AvailabilityEvent[], string, RefusalReason | undefined]>([
    ['in time', [confirm('a', 'E-1')], 'confirmed', undefined],
    ['twice', [confirm('a', 'E-1'), confirm('a', 'E-1')], 'confirmed', undefined],
    ['twice under two names', [confirm('a', 'E-1'), confirm('a', 'E-2')], 'confirmed', 'different'],
    ['too late, with enough left', [confirm('a', 'E-1', { at: second(61) })], 'confirmed', undefined],
    [
      'too late, with the goods gone',
      [request('b', 8, { at: second(61) }), confirm('a', 'E-1', { at: second(62) })],
      'expired',
      'expired',
    ],
    ['after it was given back', [release('a'), confirm('a', 'E-1')], 'released', 'ended'],
  ])('that is confirmed %s', (_, events, status, reason) => {
    const { state, effects } = givenStock([stock(1, 10), request('a', 4), ...events]);
    expect(state.reservations['a']?.status).toBe(status);
    const reasons = effects.flatMap((body) => (body.type === 'reservation.refused' ? [body.reason] : []));
    expect(reasons).toEqual(reason === undefined ? [] : [reason]);
  });

  it('that nobody asked for is not confirmed', () => {
    const { effects } = givenStock([stock(1, 10), confirm('a', 'E-1')]);
    expect(effects.at(-1)).toMatchObject({ type: 'reservation.refused', reason: 'unknown' });
  });

  it('under a key that says something else is refused, and the first one stays', () => {
    const { effects, left } = givenStock([stock(1, 10), request('a', 4), request('a', 5)]);
    expect(effects.at(-1)).toMatchObject({ type: 'reservation.refused', reason: 'different' });
    expect(left().quantity.value).toBe('6');
  });

  it('ends when the policy says, and its timer says when', () => {
    const { state, last } = givenStock([stock(1, 10), request('a', 4, { expiresAt: second(9000) })]);
    expect(state.reservations['a']?.expiresAt).toBe(second(600));
    expect(last.timers).toEqual([{ timer: 'expiry/a', due: second(600) }]);
  });

  it.each<readonly [string, readonly AvailabilityEvent[], number]>([
    ['an hour long nothing has shown', [], 1],
    ['the warehouse has shown', [apart(1, { 'E-1': 4 })], 0],
    ['a snapshot reflects', [stock(2, 6, { reflects: [{ externalReference: 'E-1', quantity: pieces(4) }] })], 0],
    ['a delta reflects', [delta(2, -4, { reflects: [{ externalReference: 'E-1', quantity: pieces(4) }] })], 0],
    ['was given back', [release('a')], 0],
  ])('R28 that %s is told as unseen, or not', (_, events, count) => {
    const { state } = givenStock([stock(1, 10), request('a', 4), confirm('a', 'E-1'), ...events]);
    expect(unseenReservations(state, { at: second(3600), seconds: 3600 })).toHaveLength(count);
    expect(unseenReservations(state, { at: second(3599), seconds: 3600 })).toEqual([]);
  });

  it('that a new count leaves without goods is told to people', () => {
    const { notes, state } = givenStock([stock(1, 10), request('a', 8), confirm('a', 'E-1'), stock(2, 5)]);
    expect(notes).toContain('short');
    expect(state.short).toEqual({ WH1: '3' });
  });
});

describe('a channel', () => {
  const told = (events: readonly AvailabilityEvent[], of: string) =>
    givenStock(events, two).effects.flatMap((body) =>
      body.type === 'channel.quantity' && body.channel === of ? [`${body.revision}: ${body.quantity.value}`] : [],
    );

  it('sees its share of what its places have less its buffer, at most its cap', () => {
    expect(told([stock(1, 10)], 'market')).toEqual(['1: 4']);
    expect(told([stock(1, 100)], 'market')).toEqual(['1: 6']);
    expect(told([...both], 'market')).toEqual(['1: 4', '2: 6']);
  });

  it('is told of large changes, of small ones when little is left, and always of the last unit', () => {
    const steps = [10, 8, 7, 6, 5, 2, 1, 0, 1].map((count, index) => stock(index + 1, count));
    expect(told(steps, 'shop')).toEqual(['1: 10', '2: 7', '3: 2', '4: 1', '5: 0', '6: 1']);
  });

  it('is not told before anyone has counted', () => {
    expect(told([apart(1, { other: 1 })], 'shop')).toEqual([]);
  });

  it('has keys that nothing else has, whatever the names hold', () => {
    const { last } = givenStock([stock(1, 10), request('a/b%', 1)]);
    expect(last.effects.map(({ key }) => key)).toEqual([
      'reservation.granted/AX-100/a%2Fb%25',
      'channel.quantity/AX-100/shop/2',
    ]);
  });

  it('gets its queue from the policy', () => {
    const { last } = givenStock([stock(1, 10)], two);
    expect(last.effects.map(({ lane }) => lane)).toEqual(['shop:shop', 'partner:market']);
  });
});
