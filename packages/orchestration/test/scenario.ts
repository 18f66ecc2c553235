import type { OrderEvent } from '@dist/orchestration';
import { given, type StoryEvent } from '@dist/orchestration/testing';
import fc from 'fast-check';
import { accepted, captured, enriched, invoice, line, order, shipment } from './sample.ts';

/** Facts of one order as they may really happen: split, rejected, back-ordered, shipped in parts, invoiced, paid. */
export const scenario: fc.Arbitrary<readonly OrderEvent[]> = fc
  .record({
    edi: fc.boolean(),
    split: fc.boolean(),
    quantities: fc.array(fc.integer({ min: 2, max: 9 }), { minLength: 1, maxLength: 3 }),
    rejected: fc.integer({ min: 0, max: 1 }),
    cancelled: fc.integer({ min: 0, max: 1 }),
    cases: fc.boolean(),
    shipments: fc.integer({ min: 1, max: 3 }),
    hold: fc.boolean(),
    backordered: fc.boolean(),
  })
  .map(facts);

interface Draw {
  readonly edi: boolean;
  readonly split: boolean;
  readonly quantities: readonly number[];
  readonly rejected: number;
  readonly cancelled: number;
  readonly cases: boolean;
  readonly shipments: number;
  readonly hold: boolean;
  readonly backordered: boolean;
}

function facts(draw: Draw): readonly OrderEvent[] {
  const split = draw.split && draw.edi;
  const [unit, per] = draw.cases ? ['XCS', 12] : ['C62', 1];
  const price = { amount: draw.cases ? '39' : '3.25' };
  const of = order(
    draw.quantities.map((quantity, index) => {
      const shares = [quantity - 1, 1].map((value, at) => ({
        location: { scheme: 'buyer' as const, value: `001${at + 2}` },
        quantity: { value: String(value), unit: String(unit) },
      }));
      return line(String(index + 1), 'AX-100', String(quantity), String(unit), {
        price,
        ...(split && { allocations: shares }),
      });
    }),
    draw.edi ? {} : { channel: 'shop', parties: {} },
  );
  const partIds = split ? ['0012', '0013'] : ['1'];
  const [part = '1'] = partIds;
  const first = { lineId: '1', quantity: { value: '1', unit: String(unit) } };
  const rejected = draw.rejected > 0 ? [{ ...first, reason: 'outOfStock' }] : [];
  // The first line loses what was rejected and cancelled; of each line the shipments take what they can.
  const open = draw.quantities.map((quantity, index) => quantity - (index === 0 ? draw.rejected + draw.cancelled : 0));
  const events: StoryEvent[] = [captured(of), enriched(of)];
  if (draw.hold) events.push({ type: 'hold.placed', hold: 'credit', reason: 'limit', class: 'credit' });
  if (draw.hold) events.push({ type: 'hold.released', hold: 'credit', by: 'a person' });
  for (const partId of partIds) events.push(accepted(partId, partId === part ? rejected : []));
  if (draw.backordered) events.push({ type: 'line.backordered', partId: part, lines: [first] });
  if (draw.cancelled > 0) {
    events.push({ type: 'cancel.requested', cancel: 'c1', reason: 'less is needed' });
    events.push({ type: 'cancel.result', cancel: 'c1', partId: part, lines: [first] });
  }
  for (let index = 1; index <= draw.shipments; index++) {
    const last = index === draw.shipments;
    const amounts = open.flatMap((quantity, at): [string, string][] => {
      const share = last
        ? quantity - Math.floor(quantity / draw.shipments) * (draw.shipments - 1)
        : Math.floor(quantity / draw.shipments);
      return share > 0 ? [[String(at + 1), String(share * Number(per))]] : [];
    });
    if (amounts.length === 0) continue;
    const total = amounts.reduce((sum, [, value]) => sum + Number(value) * 3.25, 0);
    events.push(shipment(`S${index}`, amounts, part), invoice(`I${index}`, amounts));
    events.push({ type: 'payment.applied', invoice: `I${index}`, amount: String(total) });
  }
  return given(events).events;
}

/** A permutation drawn by a list of numbers. */
export function shuffled<T>(list: readonly T[], seeds: readonly number[]): readonly T[] {
  const left = [...list];
  const out: T[] = [];
  for (let index = 0; left.length > 0; index++)
    out.push(...left.splice((seeds[index % seeds.length] ?? 0) % left.length, 1));
  return out;
}

export const seeds: fc.Arbitrary<readonly number[]> = fc.array(fc.nat(1000), { minLength: 5, maxLength: 20 });
