import type { Batch, DeliveryEffect, Journal, Runtime, StoredDocument } from '@dist/orchestration/runtime';
import type { GatewayOptions } from './gateway-options.ts';

type Committed = Omit<Batch, 'streams'>;

/** Lane of the copies: no partner waits for them, and a store that is not there stops nothing else. */
const copyLane = 'documents';

/** What is committed with documents, and what they are about. */
export const documentCopies = {
  /** Whether a delivery is a copy for the document store. */
  isCopy: ({ key }: Pick<DeliveryEffect, 'key'>): boolean => key.startsWith('keep/'),
  /** Ids of the orders that a document is about, as they were when it was committed. */
  async ordersOf(journal: Pick<Journal, 'mark'>, document: string): Promise<readonly string[]> {
    const text = await journal.mark(aboutKey(document));
    return text === undefined ? [] : (JSON.parse(text) as readonly string[]);
  },
  /**
   * The same batch with a copy of each of its documents in the outbox, where there is a store: what is committed is copied, in the
   * end, whatever is killed or not there in between (R01, R02).
   */
  async with(
    { documents: store, journal }: Pick<GatewayOptions, 'documents' | 'journal'>,
    batch: Committed,
    orders: readonly string[],
  ): Promise<Committed> {
    const { documents = [], effects = [], marks = [] } = batch;
    if (store === undefined || documents.length === 0) return batch;
    const distinct = [...new Map(documents.map((document) => [document.key, document])).values()];
    const value = JSON.stringify([...new Set(orders)]);
    const about = await Promise.all(
      distinct.map(async ({ key }) => ({ key: aboutKey(key), expected: await journal.mark(aboutKey(key)), value })),
    );
    return {
      ...batch,
      effects: [...effects, ...distinct.map(copyOf)],
      marks: [...marks, ...about.filter(({ expected }) => expected !== value)],
    };
  },
};

const aboutKey = (document: string): string => `about/${document}`;

function copyOf({ key, partner, at }: StoredDocument): DeliveryEffect {
  return {
    key: `keep/${key}`,
    order: '',
    body: { type: 'document.deliver', partner, document: key },
    lane: copyLane,
    class: 'batch',
    priority: 9,
    notBefore: at,
    attempt: 1,
    safety: 'idempotent',
  };
}

/** A runtime whose documents are copied to the store of the gateway. */
export function copyingIntake(
  gateway: Pick<GatewayOptions, 'documents' | 'journal'>,
  runtime: Pick<Runtime, 'dispatch'>,
): Pick<Runtime, 'dispatch'> {
  if (gateway.documents === undefined) return runtime;
  return {
    dispatch: async (dispatches, batch = {}) => {
      const orders = (Array.isArray(dispatches) ? dispatches : [dispatches]).map(({ id }) => id);
      return runtime.dispatch(dispatches, await documentCopies.with(gateway, batch, orders));
    },
  };
}
