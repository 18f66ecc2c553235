import type { Quantity, UnitConversion } from '@dist/canonical';
import {
  add,
  compare,
  convert,
  divide,
  isNegative,
  isZero,
  minimum,
  negate,
  subtract,
} from '@dist/canonical/arithmetic';
import type { EnrichedLine } from '../word/event.ts';
import type { LineView } from '../word/state.ts';
import { wholeNumber } from './whole-number.ts';

/** What a line is counted by. */
export type Tally =
  | 'rejected'
  | 'cancelled'
  | 'allocated'
  | 'backordered'
  | 'shipped'
  | 'invoiced'
  | 'noticed'
  | 'billed';

/**
 * Sums of one line in its item's base unit, where all of them are exact; the ordered unit comes back in the view.
 * `noticed` is what notices that stand have told the partner of, `billed` what invoices that were issued have billed,
 * less credit: the invoice gate compares the two (R23).
 */
export type Row = {
  readonly lineId: string;
  readonly unit: string;
  readonly baseUnit: string;
  readonly conversions: readonly UnitConversion[];
  ordered: string;
  /** A unit that came and that the item does not know: nothing is guessed, a person decides. */
  unknownUnit: string | undefined;
  /** A quantity below zero that was told where none can be: it counts for nothing, a person decides. */
  belowZero: string | undefined;
} & { [Name in Tally]: string };

/** A row without movements. Before enrichment the only unit known is the ordered one. */
export function openRow(lineId: string, ordered: Quantity, enriched: EnrichedLine | undefined): Row {
  const base = enriched?.base.unit ?? ordered.unit;
  const conversions = enriched === undefined ? [] : knownUnits(enriched);
  const row: Row = {
    lineId,
    unit: ordered.unit,
    baseUnit: base,
    conversions,
    ordered: ordered.value,
    unknownUnit: undefined,
    belowZero: undefined,
    rejected: '0',
    cancelled: '0',
    allocated: '0',
    backordered: '0',
    shipped: '0',
    invoiced: '0',
    noticed: '0',
    billed: '0',
  };
  if (enriched === undefined) return row;
  // Enrichment said what the ordered quantity is; another one (a change order) converts by the same units.
  const asEnriched = enriched.ordered.value === ordered.value && enriched.ordered.unit === ordered.unit;
  row.ordered = asEnriched ? enriched.base.value : (inBaseUnit(row, ordered) ?? ordered.value);
  return row;
}

/** Adds a movement to a row, or takes one away. */
export function tally(row: Row, what: Tally, quantity: Quantity, sign: 1 | -1 = 1): void {
  const base = inBaseUnit(row, quantity);
  if (base === undefined) row.unknownUnit = quantity.unit;
  else row[what] = moved(row[what], base, sign);
}

function moved(before: string, amount: string, sign: 1 | -1): string {
  const from = wholeNumber(before);
  const size = wholeNumber(amount);
  if (from >= 0 && size >= 0) return String(from + sign * size);
  return sign === 1 ? add(before, amount) : subtract(before, amount);
}

/** A quantity of the line in its base unit, or undefined when the item does not know the unit. */
export function inBaseUnit(row: Row, quantity: Quantity): string | undefined {
  if (quantity.unit === row.baseUnit) return quantity.value;
  return convert(quantity, row.baseUnit, { baseUnit: row.baseUnit, conversions: [...row.conversions] })?.value;
}

/** A quantity of the line in the buyer's unit, where that is exact; as it came otherwise. */
export function inOrderedUnit(row: Row, quantity: Quantity): Quantity {
  if (quantity.unit === row.unit) return quantity;
  return inUnit(row, quantity, row.unit) ?? quantity;
}

/** A quantity of the line in any unit of its item, or undefined where the item does not know one or it is not exact. */
export function inUnit(row: Row, quantity: Quantity, unit: string): Quantity | undefined {
  const { value } = quantity;
  // A number that has no other text.
  if (quantity.unit === unit && wholeNumber(value) > 0 && !value.startsWith('0')) return { value, unit };
  return convert(quantity, unit, { baseUnit: row.baseUnit, conversions: [...row.conversions] });
}

/** Ordered less all that has become of it; negative when more has gone than was ordered. In the base unit. */
export function balance(row: Row): string {
  let rest = row.ordered;
  if (row.rejected !== '0') rest = subtract(rest, row.rejected);
  if (row.cancelled !== '0') rest = subtract(rest, row.cancelled);
  if (row.shipped !== '0') rest = subtract(rest, row.shipped);
  return rest;
}

/** The line as people read it. */
export function viewOfRow(row: Row): LineView {
  const rest = balance(row);
  const open = isNegative(rest) ? '0' : rest;
  const allocated = within(open, subtract(row.allocated, row.shipped));
  const amounts = {
    ordered: row.ordered,
    rejected: row.rejected,
    cancelled: row.cancelled,
    allocated,
    backordered: within(subtract(open, allocated), row.backordered),
    shipped: row.shipped,
    invoiced: row.invoiced,
    open,
    over: isNegative(rest) ? negate(rest) : '0',
  };
  if (row.unit === row.baseUnit) return { lineId: row.lineId, unit: row.unit, ...amounts };
  return { lineId: row.lineId, ...inOneUnit(row, amounts) };
}

/** Whether part of what is open waits for stock. */
export function isBackordered(row: Row): boolean {
  return !isZero(row.backordered) && !isZero(viewOfRow(row).backordered);
}

function within(most: string, amount: string): string {
  return compare(amount, '0') <= 0 ? '0' : minimum(most, amount);
}

function inOneUnit<Amounts extends Record<string, string>>(row: Row, amounts: Amounts): Amounts & { unit: string } {
  const converted: Record<string, string> = {};
  for (const [name, value] of Object.entries(amounts)) {
    const ordered = inOrderedUnit(row, { value, unit: row.baseUnit });
    if (ordered.unit !== row.unit) return { ...amounts, unit: row.baseUnit };
    converted[name] = ordered.value;
  }
  return { ...(converted as Amounts), unit: row.unit };
}

function knownUnits(line: EnrichedLine): readonly UnitConversion[] {
  if (line.ordered.unit === line.base.unit || line.units.some((known) => known.unit === line.ordered.unit)) {
    return line.units;
  }
  if (isZero(line.ordered.value)) return line.units;
  // The ordered unit was converted once, so its factor is the quotient: 72 eaches of 6 cases is 12.
  return [...line.units, { unit: line.ordered.unit, baseUnits: divide(line.base.value, line.ordered.value, 12) }];
}
