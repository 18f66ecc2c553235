import { businessCentralError } from './business-central-error.ts';
import { type BusinessCentralState, type FakeOrder, type FakeOrderLine, guid } from './business-central-state.ts';

/** Fields of `salesOrder` and `salesOrderLine` that may be written (AL source of API v2.0); another one is refused. */
const orderFields = new Set([
  ...['externalDocumentNumber', 'orderDate', 'postingDate', 'customerId', 'customerNumber', 'billToCustomerId'],
  ...['billToCustomerNumber', 'shipToName', 'shipToContact', 'shipToAddressLine1', 'shipToAddressLine2', 'shipToCity'],
  ...['shipToCountry', 'shipToState', 'shipToPostCode', 'currencyId', 'currencyCode', 'pricesIncludeTax'],
  ...['paymentTermsId', 'shipmentMethodId', 'salesperson', 'partialShipping', 'requestedDeliveryDate'],
  ...['discountAmount', 'phoneNumber', 'email', 'salesOrderLines'],
]);
const lineFields = new Set([
  ...['sequence', 'itemId', 'accountId', 'lineType', 'lineObjectNumber', 'description', 'description2'],
  ...['unitOfMeasureId', 'unitOfMeasureCode', 'quantity', 'unitPrice', 'discountAmount', 'discountPercent', 'taxCode'],
  ...['shipmentDate', 'invoiceQuantity', 'shipQuantity', 'itemVariantId', 'locationId'],
]);

type Body = Record<string, unknown>;

/** Makes an order, each time anew: nothing knows a repeat. */
export function insertOrder(state: BusinessCentralState, body: Body): Response {
  const { salesOrderLines = [], ...fields } = body;
  const lines = Array.isArray(salesOrderLines) ? (salesOrderLines as Body[]) : [];
  const refusal = unknownField(body, orderFields, 'salesOrder') ?? contentRefusal(state, fields, lines);
  if (refusal !== undefined) return refusal;
  state.made++;
  const order: FakeOrder = {
    id: guid(1000 + state.made),
    number: `S-ORD10${1000 + state.made}`,
    status: 'Draft',
    changedAt: Date.UTC(2026, 2, 2, 8),
    fields: { ...fields, ...code(fields, 'externalDocumentNumber') },
    lines: lines.map((line, at) => ({
      id: guid(state.made * 100_000 + at),
      sequence: (at + 1) * 10_000,
      version: 1,
      fields: line,
      shippedQuantity: 0,
      invoicedQuantity: 0,
    })),
  };
  state.orders.push(order);
  return Response.json(orderRecord(order), { status: 201 });
}

/** A field of type Code is kept in capitals, without blanks around it. */
function code(fields: Body, name: string): Body {
  const value = fields[name];
  return typeof value === 'string' ? { [name]: value.trim().toUpperCase() } : {};
}

function contentRefusal(state: BusinessCentralState, fields: Body, lines: readonly Body[]): Response | undefined {
  if (fields['customerNumber'] === undefined && fields['customerId'] === undefined) {
    return businessCentralError(
      400,
      'Application_DialogException',
      'A customerNumber or a customerID must be provided.',
    );
  }
  for (const line of lines) {
    const refusal = unknownField(line, lineFields, 'salesOrderLine');
    if (refusal !== undefined) return refusal;
    if (line['lineType'] !== 'Item' || state.items.some(({ number }) => number === line['lineObjectNumber'])) continue;
    const text = `The Item does not exist. Identification fields and values: No.='${line['lineObjectNumber']}'`;
    return businessCentralError(404, 'Internal_RecordNotFound', text);
  }
  return undefined;
}

function unknownField(body: Body, known: ReadonlySet<string>, entity: string): Response | undefined {
  const name = Object.keys(body).find((field) => !known.has(field));
  if (name === undefined) return undefined;
  const text = `The property '${name}' does not exist on type 'Microsoft.NAV.${entity}'.`;
  return businessCentralError(400, 'BadRequest', text);
}

/** Changes one line; `If-Match` must be there, and of the version that the line has. */
export function changeLine(state: BusinessCentralState, id: string, ifMatch: string | null, body: Body): Response {
  const order = state.orders.find(({ lines }) => lines.some((line) => line.id === id));
  const line = order?.lines.find((one) => one.id === id);
  if (order === undefined || line === undefined) {
    return businessCentralError(404, 'Internal_RecordNotFound', 'The Sales Line does not exist.');
  }
  const refusal = unknownField(body, lineFields, 'salesOrderLine');
  if (refusal !== undefined) return refusal;
  if (ifMatch === null) {
    const text = 'Could not validate the client concurrency token required by the service.';
    return businessCentralError(409, 'BadRequest_InvalidToken', text);
  }
  if (ifMatch !== '*' && ifMatch !== etagOf(line)) {
    return businessCentralError(409, 'Request_EntityChanged', 'Another user has already changed the record.');
  }
  if (order.status !== 'Draft') {
    const text = `Status must be equal to 'Open' in Sales Header: Document Type=Order, No.=${order.number}. Current value is 'Released'.`;
    return businessCentralError(400, 'Application_FieldValidationException', text);
  }
  if (typeof body['quantity'] === 'number' && body['quantity'] < line.shippedQuantity) {
    const text = `Quantity must not be less than ${line.shippedQuantity}.`;
    return businessCentralError(400, 'Application_DialogException', text);
  }
  Object.assign(line.fields, body);
  line.version++;
  order.changedAt += 1000;
  return Response.json(lineRecord(line));
}

/** An order as it is answered. */
export function orderRecord(order: FakeOrder): Body {
  const items = order.lines.filter(({ fields }) => fields['lineType'] === 'Item');
  return {
    '@odata.etag': `W/"order-${order.changedAt}"`,
    id: order.id,
    number: order.number,
    ...order.fields,
    status: order.status,
    fullyShipped: items.every(({ fields, shippedQuantity }) => Number(fields['quantity']) <= shippedQuantity),
    lastModifiedDateTime: new Date(order.changedAt).toISOString(),
    salesOrderLines: order.lines.map(lineRecord),
  };
}

function lineRecord(line: FakeOrderLine): Body {
  const { id, sequence, shippedQuantity, invoicedQuantity } = line;
  const blank = { lineObjectNumber: '', description2: '', unitOfMeasureCode: '', quantity: 0 };
  return { '@odata.etag': etagOf(line), id, sequence, ...blank, ...line.fields, shippedQuantity, invoicedQuantity };
}

function etagOf({ id, version }: FakeOrderLine): string {
  return `W/"line-${id.slice(-6)}-${version}"`;
}
