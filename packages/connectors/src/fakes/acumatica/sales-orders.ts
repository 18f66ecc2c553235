import type { AcumaticaState, FakeOrder, FakeOrderLine } from './acumatica-state.ts';
import { httpError } from './http-error.ts';

type Wrapped = { readonly value?: unknown; readonly error?: string } | undefined;
type Fields = Readonly<Record<string, Wrapped>>;

/** A line as it is sent: by its id where it is there already. */
interface SentLine {
  readonly id?: string;
  readonly delete?: boolean;
  readonly fields: Fields;
}

/** `PUT /SalesOrder`: makes an order where no key is sent, or changes the one of the key. */
export function putOrder(
  state: AcumaticaState,
  body: Record<string, unknown>,
  headers: Headers,
  now: number,
): Response {
  const fields = body as Fields;
  const number = text(fields['OrderNbr']);
  const type = text(fields['OrderType']) || 'SO';
  const known = state.orders.find((order) => order.OrderType === type && order.OrderNbr === number);
  if (headers.get('if-none-match') === '*' && known !== undefined) return httpError(412, 'The record already exists.');
  if (headers.get('if-match') === '*' && known === undefined) return httpError(412, 'The record does not exist.');
  const lines = sentLines(body['Details']);
  if (known !== undefined) return changeOrder(known, lines, now);
  return makeOrder(state, { type, fields, lines }, now);
}

function makeOrder(
  state: AcumaticaState,
  { type, fields, lines }: { readonly type: string; readonly fields: Fields; readonly lines: readonly SentLine[] },
  now: number,
): Response {
  const errors: Record<string, unknown> = {};
  const details = lines.map((line) => checkedLine(state, line));
  if (!state.customers.some(({ CustomerID }) => CustomerID === text(fields['CustomerID']))) {
    errors['CustomerID'] = { ...fields['CustomerID'], error: "'Customer' cannot be found in the system." };
  }
  if (Object.keys(errors).length > 0 || details.some(({ error }) => error)) {
    const error = "Inserting  'Sales Order' record raised at least one error. Please review the errors.";
    const Details = details.map(({ sent }) => sent);
    return Response.json({ error, OrderNbr: { value: '<NEW>' }, ...errors, Details }, { status: 422 });
  }
  const at = state.orders.length + 1;
  const order: FakeOrder = {
    OrderType: type,
    OrderNbr: String(at).padStart(6, '0'),
    CustomerID: text(fields['CustomerID']),
    CustomerOrder: text(fields['CustomerOrder']),
    ExternalRef: text(fields['ExternalRef']),
    Status: 'Open',
    changedAt: now,
    lines: lines.map(({ fields: line }, index) => ({
      id: `22222222-0000-4000-8000-${String(at * 1000 + index).padStart(12, '0')}`,
      LineNbr: index + 1,
      ExternalRef: text(line['ExternalRef']),
      InventoryID: text(line['InventoryID']),
      UOM: text(line['UOM']),
      OrderQty: Number(line['OrderQty']?.value ?? 0),
      UnitPrice: Number(line['UnitPrice']?.value ?? state.price),
      QtyOnShipments: 0,
    })),
    shipments: [],
  };
  state.orders.push(order);
  return Response.json(orderRecord(order));
}

function checkedLine({ items }: AcumaticaState, { fields }: SentLine) {
  const { InventoryID } = fields;
  const error = !items.some((item) => item.InventoryID === text(InventoryID));
  const sent = error
    ? { ...fields, InventoryID: { ...InventoryID, error: "'Inventory ID' cannot be found in the system." } }
    : fields;
  return { error, sent };
}

/** All of the lines or none: a line whose id is not there is a new one, which has no item. */
function changeOrder(order: FakeOrder, lines: readonly SentLine[], now: number): Response {
  if (['Canceled', 'Completed'].includes(order.Status)) {
    return httpError(500, 'The document cannot be changed.', 'PX.Data.PXException');
  }
  const strange = lines.filter(({ id }) => !order.lines.some((line) => line.id === id));
  if (strange.length > 0) {
    const error = "Updating  'Sales Order' record raised at least one error. Please review the errors.";
    const Details = strange.map(() => ({ InventoryID: { error: "'Inventory ID' cannot be empty." } }));
    return Response.json({ error, Details }, { status: 422 });
  }
  for (const { id, delete: gone, fields } of lines) {
    const line = order.lines.find((one) => one.id === id);
    if (line === undefined) continue;
    if (gone === true) order.lines = order.lines.filter((one) => one !== line);
    else setQuantity(line, fields);
  }
  order.changedAt = Math.max(now, order.changedAt + 1);
  return Response.json(orderRecord(order));
}

/** A quantity below what is on shipments is not taken: the line keeps its own, and the answer is a success. */
function setQuantity(line: FakeOrderLine, fields: Fields): void {
  const quantity = Number(fields['OrderQty']?.value ?? line.OrderQty);
  if (quantity >= line.QtyOnShipments) line.OrderQty = quantity;
}

/** The action Cancel Order of form SO301000: not for an order that has a shipment, or has ended. */
export function cancelOrder(order: FakeOrder, now: number): Response {
  const isOpen = ['Open', 'On Hold', 'Credit Hold', 'Awaiting Payment'].includes(order.Status);
  if (!isOpen || order.shipments.length > 0) {
    return httpError(500, 'The Cancel Order button is disabled.', 'PX.Data.PXActionDisabledException');
  }
  order.Status = 'Canceled';
  order.changedAt = Math.max(now, order.changedAt + 1);
  return new Response(null, { status: 204 });
}

/** An order as the API gives it, with its details and shipments. */
export function orderRecord(order: FakeOrder): Record<string, unknown> {
  return {
    id: `33333333-0000-4000-8000-${order.OrderNbr.padStart(12, '0')}`,
    rowNumber: 1,
    OrderType: { value: order.OrderType },
    OrderNbr: { value: order.OrderNbr },
    CustomerID: { value: order.CustomerID },
    CustomerOrder: { value: order.CustomerOrder },
    ExternalRef: { value: order.ExternalRef },
    Status: { value: order.Status },
    LastModified: { value: new Date(order.changedAt).toISOString().replace('Z', '+00:00') },
    Details: order.lines.map(({ id, ...line }) => ({
      id,
      ...Object.fromEntries(Object.entries(line).map(([name, one]) => [name, one === '' ? {} : { value: one }])),
    })),
    Shipments: order.shipments.map(({ ShipmentNbr, Status, InvoiceNbr }) => ({
      ShipmentNbr: { value: ShipmentNbr },
      Status: { value: Status },
      InvoiceNbr: InvoiceNbr === '' ? {} : { value: InvoiceNbr },
    })),
  };
}

function sentLines(details: unknown): readonly SentLine[] {
  return (Array.isArray(details) ? details : []).map(({ id, delete: gone, ...fields }) => ({
    id,
    delete: gone,
    fields,
  }));
}

function text(field: Wrapped): string {
  return typeof field?.value === 'string' ? field.value : '';
}
