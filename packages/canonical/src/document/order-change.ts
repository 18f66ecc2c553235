import * as z from 'zod';
import { Carrier } from '../value/carrier.ts';
import { Freight } from '../value/freight.ts';
import {
  AllowanceCharge,
  CalendarDate,
  Currency,
  DecimalString,
  Extensions,
  Identifier,
  Parties,
  PaymentTerms,
  Price,
  Quantity,
  Reference,
  Tax,
} from '../value/value.ts';
import { Allocation, Component, OrderDates, type Purpose, Schedule } from './order.ts';

/** What a change, or the answer to one, does to a document sent before (X12 353): `change` is 04. */
export type ChangePurpose = Purpose | 'change';

export const ChangePurpose: z.ZodType<ChangePurpose> = z.enum([
  'original',
  'cancellation',
  'change',
  'replace',
  'confirmation',
  'duplicate',
  'informationCopy',
]);

/** What becomes of a line (X12 670: AI, CA, DI, QI, QD, PC, PQ, CT, RS, RE, RZ, NC, in this order). */
export type LineAction =
  | 'add'
  | 'change'
  | 'cancel'
  | 'increaseQuantity'
  | 'decreaseQuantity'
  | 'changePrice'
  | 'changePriceAndQuantity'
  | 'changeDates'
  | 'reschedule'
  | 'replaceItem'
  | 'replaceAll'
  | 'noChange';

export const LineAction: z.ZodType<LineAction> = z.enum([
  'add',
  'change',
  'cancel',
  'increaseQuantity',
  'decreaseQuantity',
  'changePrice',
  'changePriceAndQuantity',
  'changeDates',
  'reschedule',
  'replaceItem',
  'replaceAll',
  'noChange',
]);

/** One line of a change (X12 POC): the line of the order by its id, what becomes of it, and its values afterwards. */
export interface ChangedLine {
  /** The line id of the order. */
  lineId: string;
  action: LineAction;
  ids: Identifier[];
  description?: string | undefined;
  /** A new total or a difference, as `quantities` of the change says. */
  quantity?: Quantity | undefined;
  /** What is left to receive, in the unit of `quantity` (POC04). */
  leftToReceive?: DecimalString | undefined;
  price?: Price | undefined;
  packSize?: DecimalString | undefined;
  retailPrice?: DecimalString | undefined;
  attributes?: Reference[] | undefined;
  dates?: OrderDates | undefined;
  schedules?: Schedule[] | undefined;
  allocations?: Allocation[] | undefined;
  components?: Component[] | undefined;
  parties?: Parties | undefined;
  allowancesCharges?: AllowanceCharge[] | undefined;
  taxes?: Tax[] | undefined;
  references?: Reference[] | undefined;
  notes?: string[] | undefined;
  ext?: Extensions | undefined;
}

export const ChangedLine: z.ZodType<ChangedLine> = z.strictObject({
  lineId: z.string().min(1),
  action: LineAction,
  ids: z.array(Identifier),
  description: z.string().optional(),
  quantity: Quantity.optional(),
  leftToReceive: DecimalString.optional(),
  price: Price.optional(),
  packSize: DecimalString.optional(),
  retailPrice: DecimalString.optional(),
  attributes: z.array(Reference).optional(),
  dates: OrderDates.optional(),
  schedules: z.array(Schedule).optional(),
  allocations: z.array(Allocation).optional(),
  components: z.array(Component).optional(),
  parties: Parties.optional(),
  allowancesCharges: z.array(AllowanceCharge).optional(),
  taxes: z.array(Tax).optional(),
  references: z.array(Reference).optional(),
  notes: z.array(z.string()).optional(),
  ext: Extensions.optional(),
});

/** A change of an order that stands: X12 860, an edited or cancelled order of a shop. */
export interface OrderChange {
  kind: 'orderChange';
  version: '1';
  purpose: ChangePurpose;
  /** `fullImage`: the lines are the whole order afterwards. `delta`: only what changes is told. */
  mode: 'fullImage' | 'delta';
  /**
   * What the quantity of a line means: its new total, or the difference. Nothing in an 860 says it; it is a fact of
   * the trading partner. Without it a line that increases or decreases a quantity cannot be carried out.
   */
  quantities?: 'total' | 'difference' | undefined;
  /** The buyer's purchase order number, unaltered (BCH03). */
  orderNumber: string;
  orderRelease?: string | undefined;
  orderDate?: CalendarDate | undefined;
  /** Type of the order in the partner's own code (BCH02). */
  type?: string | undefined;
  /** The buyer's number of the change (BCH05); changes of an order follow one another by it, then by `changedOn`. */
  changeNumber?: string | undefined;
  /** The day of the change at the buyer (BCH11). */
  changedOn?: CalendarDate | undefined;
  /** ISO 4217; the order's when absent. */
  currency?: string | undefined;
  dates: OrderDates;
  parties: Parties;
  terms?: PaymentTerms | undefined;
  freight?: Freight | undefined;
  routing?: Carrier | undefined;
  references: Reference[];
  /** May be empty: a new date or address for the whole order, or its cancellation. */
  lines: ChangedLine[];
  allowancesCharges?: AllowanceCharge[] | undefined;
  taxes?: Tax[] | undefined;
  notes?: string[] | undefined;
  /** Total of the order afterwards, as the buyer states it. */
  total?: DecimalString | undefined;
  ext?: Extensions | undefined;
}

export const OrderChange: z.ZodType<OrderChange> = z.strictObject({
  kind: z.literal('orderChange'),
  version: z.literal('1'),
  purpose: ChangePurpose,
  mode: z.enum(['fullImage', 'delta']),
  quantities: z.enum(['total', 'difference']).optional(),
  orderNumber: z.string().min(1),
  orderRelease: z.string().min(1).optional(),
  orderDate: CalendarDate.optional(),
  type: z.string().min(1).optional(),
  changeNumber: z.string().min(1).optional(),
  changedOn: CalendarDate.optional(),
  currency: Currency.optional(),
  dates: OrderDates,
  parties: Parties,
  terms: PaymentTerms.optional(),
  freight: Freight.optional(),
  routing: Carrier.optional(),
  references: z.array(Reference),
  lines: z.array(ChangedLine),
  allowancesCharges: z.array(AllowanceCharge).optional(),
  taxes: z.array(Tax).optional(),
  notes: z.array(z.string()).optional(),
  total: DecimalString.optional(),
  ext: Extensions.optional(),
});
