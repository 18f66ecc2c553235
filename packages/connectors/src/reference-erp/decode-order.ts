import { type Result, validate } from '@dist/canonical';
import type { ErpOrderStatus, OrderPhase } from '../port/orders.ts';
import { present } from '../port/present.ts';
import { type OrderWire, orderWire } from './wire.ts';

/** An order as the ERP answers it, and whether it had it already. */
export interface DecodedOrder {
  readonly order: ErpOrderStatus;
  readonly repeated: boolean;
}

/** Reads the answer of `POST /orders` and `GET /orders/<number>`. */
export function decodeOrder(json: unknown): Result<DecodedOrder> {
  const wire = validate(orderWire, json);
  return wire.ok ? { ok: true, value: toOrder(wire.value), issues: wire.issues } : { ok: false, issues: wire.issues };
}

function toOrder({ number, externalReference, status, repeated = false, lines }: OrderWire): DecodedOrder {
  return {
    repeated,
    order: {
      number,
      externalReference,
      status,
      phase: (Object.hasOwn(phases, status) ? phases[status] : undefined) ?? 'unknown',
      lines: lines.map(({ line, item, quantity, unit, status, reason, message }) =>
        present({ lineId: line, item, quantity: { value: quantity, unit }, status, reason, message }),
      ),
    },
  };
}

/** The ERP's words. */
const phases: Readonly<Record<string, OrderPhase>> = {
  open: 'open',
  closed: 'closed',
  cancelled: 'cancelled',
  rejected: 'rejected',
};
