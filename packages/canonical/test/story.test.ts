import { acknowledgedOrder, type CanonicalDocument, check, invoiceRelease, orderBalance } from '@dist/canonical';
import { compare, sum } from '@dist/canonical/arithmetic';
import { arbitraryStory, type Story } from '@dist/canonical/testing';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { at } from './sample.ts';

const documentsOf = (story: Story): CanonicalDocument[] => [
  story.order,
  story.neighbour,
  story.acknowledgment,
  ...story.shipments,
  ...story.invoices,
  story.remittance,
];

const errorsOf = (document: CanonicalDocument) => check(document).filter(({ severity }) => severity === 'error');

/** What does not agree between the documents of a story; nothing when all does. */
function disagreements({ order, acknowledgment, shipments, cancellations, invoices, itemOf }: Story): string[] {
  const result = orderBalance(order, { shipments, cancellations, itemOf });
  if (!result.ok || result.issues.length > 0) return result.issues.map(({ code }) => code);
  const answered = new Map(acknowledgment.lines.map((line) => [line.lineId, line.responses]));
  const wrong = result.value.flatMap(({ lineId, shipped, open, cancelled }) => {
    const said = (status: string) =>
      sum((answered.get(lineId) ?? []).filter((one) => one.status === status).map(({ quantity }) => quantity.value));
    const billed = invoices.flatMap((one) => one.lines.filter((line) => line.lineId === lineId));
    const agrees =
      said('accepted') === shipped &&
      said('backordered') === open &&
      said('cancelled') === cancelled &&
      sum(billed.map(({ quantity }) => quantity.value)) === shipped;
    return agrees ? [] : [lineId];
  });
  const released = invoices.flatMap((invoice, index) =>
    invoiceRelease(invoice, { order, balance: result.value, invoices: invoices.slice(0, index), itemOf }),
  );
  const answers = acknowledgedOrder(acknowledgment, order, itemOf);
  return [...wrong, ...[...released, ...answers].map(({ code }) => code)];
}

describe('whole stories', () => {
  it('every document of a story is valid', () => {
    const property = fc.property(arbitraryStory(), (story) => {
      expect(documentsOf(story).flatMap(errorsOf)).toEqual([]);
    });
    fc.assert(property, { numRuns: 60 });
  });

  it('R23 ordered = shipped + open + cancelled, the answers and the invoices say the same, and each invoice may go out', () => {
    const property = fc.property(arbitraryStory(), (story) => {
      expect(disagreements(story)).toEqual([]);
      const { order, shipments, cancellations, itemOf } = story;
      const result = orderBalance(order, { shipments, cancellations, itemOf });
      for (const line of result.ok ? result.value : []) {
        expect(sum([line.shipped, line.open, line.cancelled])).toBe(line.ordered);
      }
    });
    fc.assert(property, { numRuns: 60 });
  });

  it('gotcha 28 the other order in the same carton has its own balance', () => {
    const property = fc.property(arbitraryStory(), ({ neighbour, shipments }) => {
      const result = orderBalance(neighbour, { shipments });
      expect(result).toMatchObject({ ok: true, value: [{ shipped: '5', open: '0', over: '0' }], issues: [] });
    });
    fc.assert(property, { numRuns: 20 });
  });

  it('R24 what is paid is what was billed', () => {
    const property = fc.property(arbitraryStory(), ({ invoices, remittance }) => {
      expect(compare(remittance.total, sum(invoices.map(({ total }) => total)))).toBe(0);
    });
    fc.assert(property, { numRuns: 20 });
  });

  // Each way in which one quantity of a story may be wrong; undefined where the story has no such quantity.
  const wrongs: readonly (readonly [string, (story: Story, more: (value: string) => string) => Story | undefined])[] = [
    ['ordered', (story, more) => ({ ...story, order: changed(story.order, ['lines', 0, 'quantity', 'value'], more) })],
    [
      'answered',
      (story, more) => ({
        ...story,
        acknowledgment: changed(story.acknowledgment, ['lines', 0, 'responses', 0, 'quantity', 'value'], more),
      }),
    ],
    [
      'packed',
      (story, more) => {
        const [first, ...rest] = story.shipments;
        return first && { ...story, shipments: [changed(first, ['items', 0, 'quantity', 'value'], more), ...rest] };
      },
    ],
    [
      'billed',
      (story, more) => {
        const [first, ...rest] = story.invoices;
        return first && { ...story, invoices: [changed(first, ['lines', 0, 'quantity', 'value'], more), ...rest] };
      },
    ],
    [
      'cancelled',
      (story, more) => {
        const [first, ...rest] = story.cancellations;
        return first && { ...story, cancellations: [changed(first, ['quantity', 'value'], more), ...rest] };
      },
    ],
  ];

  function changed<T>(document: T, path: (string | number)[], more: (value: string) => string): T {
    const value = path.reduce<unknown>((node, step) => (node as Record<string | number, unknown>)[step], document);
    return at(document, path, more(String(value)));
  }

  it.each(wrongs)('one quantity %s otherwise is found', (_, wrong) => {
    const property = fc.property(arbitraryStory(), fc.integer({ min: 1, max: 3 }), (story, by) => {
      const broken = wrong(story, (value) => String(Number(value) + by));
      // A row of the other order, or nothing to change.
      fc.pre(broken !== undefined && broken.shipments[0]?.items[0]?.orderNumber === story.order.number);
      expect([...disagreements(broken), ...documentsOf(broken).flatMap(errorsOf)]).not.toEqual([]);
    });
    fc.assert(property, { numRuns: 25 });
  });

  it('they keep what is awkward', () => {
    const stories = fc.sample(arbitraryStory(), { numRuns: 150, seed: 1 });
    const lines = stories.flatMap(({ order }) => order.lines);
    const rows = stories.flatMap(({ shipments }) => shipments.flatMap(({ items }) => items));
    const inCartons = stories.flatMap(({ shipments }) =>
      shipments.map(({ items }) =>
        items.map(({ unitId, ids, quantity }) => JSON.stringify([unitId, ids, quantity.unit])),
      ),
    );
    const seen: Record<string, boolean> = {
      'gotcha 9 line ids that are no numbers': lines.some(({ lineId }) => /[A-Za-z]/.test(lineId)),
      'gotcha 11 cases ordered': lines.some(({ quantity }) => quantity.unit === 'XCS'),
      'gotcha 11 cases ordered and eaches packed': stories.some(({ order, shipments }) =>
        order.lines.some(
          ({ lineId, quantity }) =>
            quantity.unit === 'XCS' &&
            shipments.some(({ items }) => items.some((row) => row.lineId === lineId && row.quantity.unit === 'C62')),
        ),
      ),
      'gotcha 12 a price per hundred': lines.some(({ price }) => price?.per === '100'),
      'a price per each of what is ordered in cases': lines.some(
        ({ price, quantity }) => price?.unit === 'C62' && quantity.unit === 'XCS',
      ),
      'gotcha 19 a price of zero': lines.some(({ price }) => price?.amount === '0'),
      'gotcha 21 several shipments': stories.some(({ shipments }) => shipments.length > 1),
      'gotcha 21 something open': stories.some(({ acknowledgment }) =>
        acknowledgment.lines.some(({ responses }) => responses.some(({ status }) => status === 'backordered')),
      ),
      'gotcha 27 the same item twice in one carton': inCartons.some((keys) => new Set(keys).size < keys.length),
      'gotcha 28 two orders in one carton': stories.some(({ shipments }) =>
        shipments.some(
          ({ items }) =>
            new Set(items.filter(({ unitId }) => unitId === 'carton-1').map((row) => row.orderNumber)).size > 1,
        ),
      ),
      'gotcha 33 a kit packed by component': rows.some(({ kitIds }) => kitIds !== undefined),
      'gotcha 8 a release': stories.some(({ order }) => order.release !== undefined),
    };
    expect(
      Object.entries(seen)
        .filter(([, found]) => !found)
        .map(([what]) => what),
    ).toEqual([]);
  });
});
