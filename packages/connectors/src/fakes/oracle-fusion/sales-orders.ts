import { fusionError } from './fusion-error.ts';
import type { FakeLine, FakeOrder, Fields, OracleFusionState } from './oracle-fusion-state.ts';

/** Attributes of an order and of a line that the fake takes; another one is refused. */
const known = {
  header: new Set([
    ...['SourceTransactionSystem', 'SourceTransactionId', 'SourceTransactionNumber', 'BusinessUnitName'],
    ...['RequestingBusinessUnitName', 'SubmittedFlag', 'FreezePriceFlag', 'CustomerPONumber', 'BuyingPartyNumber'],
    ...['TransactionalCurrencyCode', 'RequestedArrivalDate', 'RequestedShipDate', 'shipToCustomer', 'lines'],
    ...['CanceledFlag', 'CancelReasonCode'],
  ]),
  line: new Set([
    ...['SourceTransactionLineId', 'SourceTransactionLineNumber', 'SourceTransactionScheduleId', 'FulfillLineId'],
    ...['SourceScheduleNumber', 'TransactionCategoryCode', 'ProductNumber', 'OrderedUOMCode', 'OrderedQuantity'],
    ...['UnitSellingPrice', 'RequestedArrivalDate', 'CancelReasonCode'],
  ]),
};

/** `POST /salesOrdersForOrderHub`: another order under a key that is there is refused. */
export function insertOrder(state: OracleFusionState, body: Fields, now: number): Response {
  const refused = refusalOf(body);
  if (refused !== undefined) return refused;
  const { SourceTransactionSystem: system, SourceTransactionId: id } = body;
  const OrderKey = `${system}:${id}`;
  if (state.orders.some((order) => order.OrderKey === OrderKey)) {
    return fusionError(400, `JBO-25013: Too many objects match the primary key oracle.jbo.Key[${OrderKey} ].`);
  }
  const other = linesOf(body).find((line) => !state.items.some((item) => item['ItemNumber'] === line['ProductNumber']));
  if (other !== undefined) return fusionError(400, `Product ${other['ProductNumber']} is not valid.`, 'DOO-1');
  const party = body['BuyingPartyNumber'];
  if (!state.accounts.some((account) => account['PartyNumber'] === party)) {
    return fusionError(400, `Buying party ${party} is not valid.`, 'DOO-2');
  }
  const HeaderId = ++state.lastId;
  const order: FakeOrder = {
    HeaderId,
    OrderNumber: String(HeaderId - 300_000_000 + 70_000),
    OrderKey,
    SourceTransactionId: String(id),
    SourceTransactionSystem: String(system),
    CustomerPONumber: String(body['CustomerPONumber']),
    TransactionalCurrencyCode: String(body['TransactionalCurrencyCode']),
    StatusCode: body['SubmittedFlag'] === true ? 'OPEN' : 'DOO_DRAFT',
    LastUpdateDate: new Date(now).toISOString(),
    lines: linesOf(body).map((line) => lineOf(state, line)),
  };
  state.orders.push(order);
  return Response.json(orderRecord(order), { status: 201 });
}

/** `PATCH /salesOrdersForOrderHub/{OrderKey}`: the order as a whole is cancelled, or its lines get other quantities. */
export function reviseOrder(order: FakeOrder, body: Fields, headers: Headers): Response {
  const refused = refusalOf(body);
  if (refused !== undefined) return refused;
  if (body['CanceledFlag'] === true) {
    if (order.lines.some(({ ShippedQuantity }) => ShippedQuantity > 0)) {
      return fusionError(400, 'The order cannot be canceled: some of its lines are shipped.', 'DOO-3');
    }
    for (const line of order.lines) line.StatusCode = 'CANCELED';
    order.StatusCode = 'CANCELED';
    return Response.json(orderRecord(order));
  }
  const changes = linesOf(body).map((line) => ({
    line,
    row: order.lines.find(({ FulfillLineId }) => FulfillLineId === line['FulfillLineId']),
  }));
  const isUpsert = headers.get('upsert-mode') === 'true';
  if (!isUpsert || changes.some(({ row }) => row === undefined))
    return fusionError(400, 'A line is not there.', 'DOO-4');
  if (changes.some(({ row }) => row?.StatusCode === 'CANCELED' || (row?.ShippedQuantity ?? 0) > 0)) {
    return fusionError(400, 'A line that is shipped or canceled cannot be changed.', 'DOO-5');
  }
  for (const { line, row } of changes) {
    if (row === undefined) continue;
    const quantity = Number(line['OrderedQuantity']);
    if (quantity === 0) row.StatusCode = 'CANCELED';
    else row.OrderedQuantity = quantity;
  }
  if (order.lines.every(({ StatusCode }) => StatusCode === 'CANCELED')) order.StatusCode = 'CANCELED';
  return Response.json(orderRecord(order));
}

/** An order as a GET gives it: its lines are a child. */
export function orderRecord({ lines: _, ...order }: FakeOrder): Fields {
  return order;
}

function lineOf(state: OracleFusionState, line: Fields): FakeLine {
  return {
    FulfillLineId: ++state.lastId,
    SourceTransactionLineId: String(line['SourceTransactionLineId']),
    SourceTransactionLineNumber: String(line['SourceTransactionLineNumber']),
    SourceTransactionScheduleId: String(line['SourceTransactionScheduleId']),
    ProductNumber: String(line['ProductNumber']),
    OrderedUOMCode: String(line['OrderedUOMCode']),
    UnitSellingPrice: Number(line['UnitSellingPrice'] ?? 3.25),
    OrderedQuantity: Number(line['OrderedQuantity']),
    ShippedQuantity: 0,
    StatusCode: 'AWAIT_SHIP',
    BillingTransactionNumber: null,
  };
}

function refusalOf(body: Fields): Response | undefined {
  const names = [
    ...Object.keys(body).filter((name) => !known.header.has(name)),
    ...linesOf(body).flatMap((line) => Object.keys(line).filter((name) => !known.line.has(name))),
  ];
  return names.length === 0 ? undefined : fusionError(400, `URL request parameter ${names[0]} is not an attribute.`);
}

function linesOf(body: Fields): readonly Fields[] {
  const lines = body['lines'];
  return Array.isArray(lines) ? lines : [];
}
