import { type Issue, type Quantity, validate } from '@dist/canonical';
import { multiply } from '@dist/canonical/arithmetic';
import * as z from 'zod';
import { issueOf } from '../amazon/issue-of.ts';

/** `ItemQuantity` of the models. The static sandbox itself sends `CASES`, which is not in the enumeration. */
export const itemQuantityWire = z.object({
  amount: z.int(),
  unitOfMeasure: z.string().optional(),
  unitSize: z.int().positive().optional(),
});

export type ItemQuantityWire = z.output<typeof itemQuantityWire>;

/** `ItemQuantity` as it is sent. */
export interface ItemQuantity {
  readonly amount: number;
  readonly unitOfMeasure: 'Cases' | 'Eaches';
  readonly unitSize?: number;
}

/** Amazon counts in eaches and cases, whole ones. What has no unit are eaches. */
export function decodeQuantity({ amount, unitOfMeasure = 'Eaches' }: ItemQuantityWire): Quantity | undefined {
  const unit = { eaches: 'C62', cases: 'XCS' }[unitOfMeasure.toLowerCase()];
  return unit === undefined ? undefined : { value: String(amount), unit };
}

/** A quantity in the unit that another one is in; undefined where the size of the case is not told. */
export function quantityIn(unit: string, wire: ItemQuantityWire): Quantity | undefined {
  const quantity = decodeQuantity(wire);
  if (quantity === undefined || quantity.unit === unit) return quantity;
  const { unitSize } = wire;
  if (unitSize === undefined) return undefined;
  if (unit === 'C62') return { value: multiply(quantity.value, String(unitSize)), unit };
  return wire.amount % unitSize === 0 ? { value: String(wire.amount / unitSize), unit } : undefined;
}

const units: Readonly<Record<string, ItemQuantity['unitOfMeasure']>> = {
  C62: 'Eaches',
  EA: 'Eaches',
  H87: 'Eaches',
  XCS: 'Cases',
  XCT: 'Cases',
};

/** A quantity as Amazon takes it, or why it takes it not: a fraction, another unit. */
export function encodeQuantity(
  { value, unit }: Quantity,
  path: Issue['path'],
  unitSize?: string | undefined,
): ItemQuantity | Issue {
  const unitOfMeasure = Object.hasOwn(units, unit) ? units[unit] : undefined;
  if (unitOfMeasure === undefined) return issueOf('unit', path, `Amazon counts in eaches and cases, not in ${unit}`);
  const amount = wholeOf(value);
  if (amount === undefined) return issueOf('quantity', path, `Amazon counts whole units, not ${value}`);
  const size = unitSize === undefined || unitOfMeasure === 'Eaches' ? undefined : wholeOf(unitSize);
  return { amount, unitOfMeasure, ...(size === undefined ? {} : { unitSize: size }) };
}

function wholeOf(text: string): number | undefined {
  const read = validate(z.int().nonnegative(), Number(text));
  return /^\d{1,15}$/.test(text) && read.ok ? read.value : undefined;
}
