import type { Quantity } from '@dist/canonical';
import type { Journal } from '@dist/orchestration/runtime';

/** A line as the ERP is asked for it. */
export interface SubmittedLine {
  readonly lineId: string;
  readonly quantity: Quantity;
}

/** Which part of which order an ERP order is for. */
export interface ErpOrderOwner {
  readonly order: string;
  readonly partId: string;
  /** What the ERP was asked for, under our reference. */
  readonly lines?: readonly SubmittedLine[] | undefined;
}

/**
 * Remembers, before an order is submitted, whose it is: the ERP may report of it before, or without, its answer having
 * arrived. Keyed by our reference, which is all that both sides know at that time, and by the ERP's number once it is known.
 */
export const erpDirectory = {
  async remember(journal: Journal, erp: string, externalReference: string, owner: ErpOrderOwner): Promise<void> {
    await markOnce(journal, [keyOf(erp, externalReference), codeKeyOf(erp, externalReference)], owner);
  },
  async find(journal: Journal, erp: string, externalReference: string): Promise<ErpOrderOwner | undefined> {
    const exact = await journal.mark(keyOf(erp, externalReference));
    // An ERP that keeps references in capitals tells them so.
    return readOwner(exact ?? (await journal.mark(codeKeyOf(erp, externalReference))));
  },
  /** Writes down when an order was last asked for, before it is. */
  async rememberAsked(journal: Journal, erp: string, externalReference: string, at: string): Promise<void> {
    const key = askedKeyOf(erp, externalReference);
    await journal.append({ marks: [{ key, expected: await journal.mark(key), value: at }] });
  },
  async askedAt(journal: Journal, erp: string, externalReference: string): Promise<string | undefined> {
    return await journal.mark(askedKeyOf(erp, externalReference));
  },
  async rememberNumber(journal: Journal, erp: string, number: string, owner: ErpOrderOwner): Promise<void> {
    await markOnce(journal, [numberKeyOf(erp, number)], owner);
  },
  async findByNumber(journal: Journal, erp: string, number: string): Promise<ErpOrderOwner | undefined> {
    return readOwner(await journal.mark(numberKeyOf(erp, number)));
  },
};

/** What is marked already stays; what another worker marks meanwhile does too. */
async function markOnce(journal: Journal, keys: readonly string[], owner: ErpOrderOwner): Promise<void> {
  const value = JSON.stringify(owner);
  for (;;) {
    const marks = [];
    for (const key of keys)
      if ((await journal.mark(key)) === undefined) marks.push({ key, expected: undefined, value });
    if (marks.length === 0 || (await journal.append({ marks })).status === 'appended') return;
  }
}

function readOwner(text: string | undefined): ErpOrderOwner | undefined {
  return text === undefined ? undefined : (JSON.parse(text) as ErpOrderOwner);
}

const keyOf = (erp: string, externalReference: string): string => `erp/${erp}/order/${externalReference}`;
const askedKeyOf = (erp: string, externalReference: string): string => `erp/${erp}/asked/${externalReference}`;
const codeKeyOf = (erp: string, externalReference: string): string =>
  `erp/${erp}/code/${externalReference.toUpperCase()}`;
const numberKeyOf = (erp: string, number: string): string => `erp/${erp}/number/${number}`;
