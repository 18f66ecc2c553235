import { type Order, type Quantity, unitOfX12 } from '@dist/canonical';
import type { LineQuantity } from '../../../word/event.ts';
import type { FlowAmount } from '../flow-event.ts';

/** The canonical unit of an X12 code; any other text is a canonical unit already. */
export function unitOf(code: string): string {
  return unitOfX12(code) ?? code;
}

/** An amount with its unit, that of the ordered line where it tells none. */
export function amountOf({ line, quantity, unit }: FlowAmount, order: Order | undefined): Quantity {
  const ordered = order?.lines.find(({ lineId }) => lineId === line)?.quantity.unit;
  return { value: quantity, unit: unit === undefined ? (ordered ?? 'EA') : unitOf(unit) };
}

/** The same with the name of its line. */
export function lineAmountOf(amount: FlowAmount, order: Order | undefined): LineQuantity {
  return { lineId: amount.line, quantity: amountOf(amount, order) };
}
