import type { EffectOf } from '@dist/orchestration';
import type { Journal } from '@dist/orchestration/runtime';

/** Shipments by the number that a carrier knows them by, whoever they went to. */
export const carriedShipments = {
  /** What is to be remembered of a ship notice that goes out; undefined when it is none, or stands so already. */
  async mark(journal: Pick<Journal, 'mark'>, { order, body }: EffectOf<'document.send'>) {
    // A load tells of several orders, each of whose shipments has its own carrier's number.
    if (body.document !== '856' || order.includes('/load:')) return undefined;
    const key = keyOf(body.content.shipmentId);
    const expected = await journal.mark(key);
    const orders = parsed(expected);
    if (orders.includes(order)) return undefined;
    return { key, expected, value: JSON.stringify([...orders, order]) };
  },
  /** The orders with a shipment of that number: more than one, where two ERPs have used it. */
  async find(journal: Pick<Journal, 'mark'>, shipmentId: string): Promise<readonly string[]> {
    return parsed(await journal.mark(keyOf(shipmentId)));
  },
};

function parsed(stored: string | undefined): readonly string[] {
  return stored === undefined ? [] : (JSON.parse(stored) as string[]);
}

function keyOf(shipmentId: string): string {
  return `carried/${encodeURIComponent(shipmentId)}`;
}
