import type { LineWire } from './wire.ts';

/** The buyer's number of a line where it has one, else the lot that the system knows it by. */
export function lineIdOf({ CustomersLineNumber: buyers, InventoryLotId: own }: LineWire): string {
  return buyers === undefined || buyers === null || buyers === 0 ? own : String(buyers);
}
