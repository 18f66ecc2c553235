import { type Issue, type Result, validate } from '@dist/canonical';
import type { ErpEvent, EventLine } from '../port/events.ts';
import { decodeInvoice } from './decode-invoice.ts';
import { decodeShipment } from './decode-shipment.ts';
import { anyEventWire, type LineWire } from './wire.ts';

/**
 * Reads one event of `GET /events`. An event of an unknown type, of a wrong shape, or whose document contradicts itself
 * becomes `unreadable` with the reasons; `cursor` is its sequence.
 */
export function decodeEvent(json: unknown, cursor: string): ErpEvent {
  const wire = validate(anyEventWire, json);
  if (!wire.ok) return { type: 'unreadable', cursor, issues: wire.issues };
  const event = wire.value;
  const { at, order, externalReference } = event;
  const base = { cursor, at, order, externalReference };
  switch (event.type) {
    case 'allocated':
    case 'backordered':
      return { ...base, type: event.type, lines: event.lines.map(toLine) };
    case 'shipped':
      return readable(cursor, 'shipment', decodeShipment(event.shipment, event), (shipment) => ({
        ...base,
        type: 'shipped',
        shipment,
      }));
    case 'invoiced':
      return readable(cursor, 'invoice', decodeInvoice(event.invoice, event), (invoice) => ({
        ...base,
        type: 'invoiced',
        invoice,
      }));
    case 'paid':
      return { ...base, type: 'paid', invoice: event.invoice, amount: event.amount };
  }
}

function toLine({ line, quantity, unit }: LineWire): EventLine {
  return { lineId: line, quantity: { value: quantity, unit } };
}

function readable<Document>(
  cursor: string,
  field: string,
  document: Result<Document>,
  make: (document: Document) => ErpEvent,
): ErpEvent {
  if (document.ok) return make(document.value);
  const issues = document.issues.map((issue): Issue => ({ ...issue, path: [field, ...issue.path] }));
  return { type: 'unreadable', cursor, issues };
}
