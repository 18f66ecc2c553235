import * as z from 'zod';

/** How orders are put into the seller's words. */
export interface EnrichmentRules {
  /** IANA name of the zone whose calendar dates master data means: an order received there on a day uses that day's rows. */
  readonly zone: string;
  /**
   * A line without price: `record` takes the price agreed (and, where prices are kept here and none is agreed, asks a
   * person), `hold` asks a person, `pass` leaves it to the ERP.
   */
  readonly priceMissing: 'record' | 'hold' | 'pass';
  /** Two lines with one id: `hold` asks a person, `byOrdinal` tells them apart by `lineKeys` and goes on. */
  readonly repeatedLineIds: 'hold' | 'byOrdinal';
  /** Whether each ERP order must have a warehouse by table. */
  readonly warehouse: 'required' | 'optional';
  /** Whether each ERP order must have a carrier, by the buyer's word or by the routing guide. */
  readonly carrier: 'required' | 'optional';
  /**
   * Codes of failures that are a person's to decide: who releases their hold lets them pass. All others are faults of
   * data, and come back until the data is mended. Holds of the tables say it themselves (`TradeHold.releasable`).
   */
  readonly releasable: readonly string[];
}

export const EnrichmentRules: z.ZodType<EnrichmentRules> = z.strictObject({
  zone: z.string().min(1),
  priceMissing: z.enum(['record', 'hold', 'pass']),
  repeatedLineIds: z.enum(['hold', 'byOrdinal']),
  warehouse: z.enum(['required', 'optional']),
  carrier: z.enum(['required', 'optional']),
  releasable: z.array(z.string().min(1)),
});
