import type { ElementString } from './element-string.ts';

/** What a logistic label of one carton or pallet says (GS1 General Specifications §6.6), however it is printed. */
export interface CartonLabel {
  /** Id of the unit in its shipment. */
  readonly unitId: string;
  readonly unit: 'carton' | 'pallet';
  /** 18 digits, without the AI. */
  readonly sscc: string;
  /** Name and address, a line each. */
  readonly shipFrom: readonly string[];
  readonly shipTo: readonly string[];
  /** Where the goods go on to from the ship-to: store, department. */
  readonly markFor?: readonly string[] | undefined;
  readonly carrier: LabelCarrier;
  /** The buyer's number, where all that is in the unit is of one order. */
  readonly purchaseOrder?: string | undefined;
  /** What is in the unit is of several orders. */
  readonly severalOrders?: true | undefined;
  readonly department?: string | undefined;
  /** The store or location that the goods in it are for, where it is one. */
  readonly store?: string | undefined;
  /** It is number n of m. */
  readonly number: number;
  readonly of: number;
  /** What is printed as bar codes, in this order; the SSCC is the last one, which stands lowest on the label (§6.6.4.1.1). */
  readonly elements: readonly ElementString[];
}

/** Who carries a unit, and under which numbers. */
export interface LabelCarrier {
  readonly scac?: string | undefined;
  readonly name?: string | undefined;
  readonly proNumber?: string | undefined;
  readonly billOfLading?: string | undefined;
}
