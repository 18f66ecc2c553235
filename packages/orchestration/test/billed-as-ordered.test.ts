import type { Invoice, OrderLine } from '@dist/canonical';
import { lineNet, normalize } from '@dist/canonical/arithmetic';
import { composeInvoice } from '@dist/orchestration';
import { given } from '@dist/orchestration/testing';
import * as fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { accepted, captured, enriched, invoice, line, order, shipment } from './sample.ts';

type Bill = Invoice['lines'][number];

/** What the buyer gets for one line that the ERP bills. */
function billed(ordered: OrderLine, bill: Partial<Bill>, more: Partial<Invoice> = {}): Bill {
  const of = order([ordered]);
  const event = invoice('I1', [[ordered.lineId, '72']], more);
  if (event.type !== 'invoice.posted') throw new Error('no invoice');
  const erp = { ...event.invoice, lines: event.invoice.lines.map((one) => ({ ...one, ...bill })) };
  const unpriced = order([{ ...ordered, price: undefined }]);
  const [found] = composeInvoice(given([captured(of), enriched(unpriced), accepted()]).state, erp).lines;
  if (found === undefined) throw new Error('no line');
  return found;
}

const cases = (price: OrderLine['price']) => line('1', 'AX-100', '6', 'XCS', { price });
const pieces = (value: string, amount: string, net: string): Partial<Bill> => ({
  ...{ quantity: { value, unit: 'C62' }, price: { amount }, net },
});
const six = { value: '6', unit: 'XCS' };

describe('R23 gotcha 12 a line is billed at the price that the buyer stated, on its basis', () => {
  it.each<[string, OrderLine, Partial<Bill>, Pick<Bill, 'quantity' | 'price'>]>([
    [
      'cases priced by the piece (PE)',
      cases({ amount: '3.25', basis: 'PE', unit: 'C62' }),
      pieces('72', '3.25', '234'),
      { quantity: six, price: { amount: '3.25', basis: 'PE', unit: 'C62' } },
    ],
    [
      'cases priced by the hundred pieces (HP)',
      cases({ amount: '4.25', basis: 'HP', per: '100', unit: 'C62' }),
      pieces('72', '0.0425', '3.06'),
      { quantity: six, price: { amount: '4.25', basis: 'HP', per: '100', unit: 'C62' } },
    ],
    [
      'a price that the ERP rounded, where the net amount is the same',
      cases({ amount: '10', basis: 'PD', per: '12', unit: 'C62' }),
      pieces('72', '0.8333', '60'),
      { quantity: six, price: { amount: '10', basis: 'PD', per: '12', unit: 'C62' } },
    ],
    [
      'a half that the ERP rounds to the even neighbour',
      line('1', 'AX-100', '24', 'C62', { price: { amount: '0.125', basis: 'PE' } }),
      pieces('1', '0.125', '0.12'),
      { quantity: { value: '1', unit: 'C62' }, price: { amount: '0.125', basis: 'PE' } },
    ],
    [
      'pieces that make no whole case, still by the hundred',
      cases({ amount: '50', basis: 'HP', per: '100', unit: 'C62' }),
      pieces('7', '0.5', '3.5'),
      { quantity: { value: '7', unit: 'C62' }, price: { amount: '50', basis: 'HP', per: '100' } },
    ],
    [
      'a line with an allowance of its own',
      cases({ amount: '3.25', basis: 'PE', unit: 'C62' }),
      { ...pieces('72', '3.25', '224'), allowancesCharges: [{ kind: 'allowance', code: 'C310', amount: '10' }] },
      { quantity: six, price: { amount: '3.25', basis: 'PE', unit: 'C62' } },
    ],
  ])('%s', (_, ordered, bill, expected) => {
    expect(billed(ordered, bill)).toMatchObject({ ...expected, net: bill.net });
    expect(billed(ordered, bill).price).toEqual(expected.price);
  });

  it.each<[string, OrderLine, Partial<Bill>, Pick<Bill, 'quantity' | 'price'>, Partial<Invoice>?]>([
    [
      'another price than ordered: it stays, turned to the buyer’s unit',
      cases({ amount: '3.25', basis: 'PE', unit: 'C62' }),
      pieces('72', '3.5', '252'),
      { quantity: six, price: { amount: '42' } },
    ],
    [
      'R18 catch weight: a price by the pound of what is counted in cases',
      cases({ amount: '2.1', basis: 'PP', unit: 'LBR' }),
      { quantity: six, price: { amount: '2.1', unit: 'LBR' }, net: '150.99' },
      { quantity: six, price: { amount: '2.1', unit: 'LBR' } },
    ],
    [
      'pieces that make no whole case of a price by the case',
      cases({ amount: '39' }),
      pieces('7', '3.25', '22.75'),
      { quantity: { value: '7', unit: 'C62' }, price: { amount: '3.25' } },
    ],
    ['no price ordered', cases(undefined), pieces('72', '3.25', '234'), { quantity: six, price: { amount: '39' } }],
    [
      'a price for no units',
      cases({ amount: '3.25', per: '0', unit: 'C62' }),
      pieces('72', '3.25', '234'),
      { quantity: six, price: { amount: '39' } },
    ],
    [
      'another currency than ordered',
      cases({ amount: '3.25', basis: 'PE', unit: 'C62' }),
      pieces('72', '3.25', '234'),
      { quantity: six, price: { amount: '39' } },
      { currency: 'CAD' },
    ],
  ])('but not %s', (_, ordered, bill, expected, more) => {
    const found = billed(ordered, bill, more);
    expect({ quantity: found.quantity, price: found.price }).toEqual(expected);
  });

  it('whatever the prices are, the net amount is what the line says', () => {
    const amount = fc.integer({ min: 1, max: 99_999 }).map((cents) => normalize(String(cents)));
    fc.assert(
      fc.property(amount, amount, fc.integer({ min: 1, max: 200 }), (stated, asked, count) => {
        const value = String(count);
        const net = lineNet({ quantity: { value, unit: 'C62' }, price: { amount: asked, per: '1000' } }, 2);
        const found = billed(cases({ amount: stated, basis: 'TP', per: '1000', unit: 'C62' }), {
          ...{ quantity: { value, unit: 'C62' }, price: { amount: asked, per: '1000' }, net },
        });
        const { price } = found;
        const { unit = found.quantity.unit } = price;
        const factor = found.quantity.unit === 'XCS' && unit === 'C62' ? 12 : 1;
        const priced = { value: String(Number(found.quantity.value) * factor), unit };
        // Quotients that have no end stay in pieces, so that plain numbers are exact here.
        fc.pre(/^\d+$/.test(priced.value));
        // A half may be rounded either way: that is a setting of the ERP.
        const said = (['halfUp', 'halfEven'] as const).map((mode) => lineNet({ quantity: priced, price }, 2, mode));
        expect(found.net).toBe(net);
        expect(said).toContain(net);
      }),
      { numRuns: 60, examples: [['9', '7', 5]] },
    );
  });
});

describe('R23 the parts of an allocated order', () => {
  const share = (value: string, quantity: string) => ({
    location: { scheme: 'buyer' as const, value },
    quantity: { value: quantity, unit: 'C62' },
  });
  const of = order([line('1', 'AX-100', '24', 'C62', { allocations: [share('0012', '18'), share('0013', '6')] })]);
  const posted = invoice('I1', [['1', '6']]);
  const story = given([captured(of), enriched(of), accepted('0012'), accepted('0013')]).when(
    shipment('S1', [['1', '6']], '0013'),
    { ...posted, partId: '0013' } as typeof posted,
  );
  const contents = story.effects.map(({ body }) => (body.type === 'document.send' ? body.content : undefined));

  it('an invoice is marked for the store of its part', () => {
    expect(contents[1]).toMatchObject({
      kind: 'invoice',
      parties: { markFor: { ids: [{ scheme: 'buyer', value: '0013' }] } },
    });
  });

  it('R22 a shipment says again what was ordered for the store, not for all', () => {
    expect(contents[0]).toMatchObject({ kind: 'shipment', items: [{ ordered: { value: '6', unit: 'C62' } }] });
  });

  it('an invoice names the bill of lading of what it bills', () => {
    expect((contents[1] as Invoice).references).toEqual([
      { type: 'department', value: '042' },
      { type: 'billOfLading', value: 'BOL-S1' },
    ]);
  });
});
