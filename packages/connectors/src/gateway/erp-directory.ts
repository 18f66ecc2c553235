import type { Journal } from '@dist/orchestration/runtime';

/** Which part of which order an ERP order is for. */
export interface ErpOrderOwner {
  readonly order: string;
  readonly partId: string;
}

/**
 * Remembers, before an order is submitted, whose it is: the ERP may report of it before, or without, its answer having
 * arrived. Keyed by our reference, which is all that both sides know at that time.
 */
export const erpDirectory = {
  async remember(journal: Journal, erp: string, externalReference: string, owner: ErpOrderOwner): Promise<void> {
    const mark = { key: keyOf(erp, externalReference), expected: undefined, value: JSON.stringify(owner) };
    if ((await journal.mark(mark.key)) === undefined) await journal.append({ marks: [mark] });
  },
  async find(journal: Journal, erp: string, externalReference: string): Promise<ErpOrderOwner | undefined> {
    const text = await journal.mark(keyOf(erp, externalReference));
    return text === undefined ? undefined : (JSON.parse(text) as ErpOrderOwner);
  },
};

const keyOf = (erp: string, externalReference: string): string => `erp/${erp}/order/${externalReference}`;
