import { type Fields, filter } from '../odata/filter.ts';
import type { AcumaticaState, FakeDocument } from './acumatica-state.ts';
import { httpError } from './http-error.ts';
import { orderRecord } from './sales-orders.ts';

/** Parameters of a list that the description has; another is refused. */
const parameters = new Set(['$select', '$filter', '$expand', '$custom', '$skip', '$top']);

/** `GET /<entity>`: records in no order that is promised, with the details that are named in `$expand`. */
export function answerRecords(state: AcumaticaState, entity: string, query: URLSearchParams): Response {
  const strange = [...query.keys()].find((name) => !parameters.has(name));
  if (strange !== undefined) return httpError(400, `The parameter ${strange} is not supported.`);
  const records = recordsOf(state, entity);
  if (records === undefined) return httpError(404, `The entity ${entity} does not exist.`);
  try {
    const expression = query.get('$filter');
    const fits = expression === null ? () => true : filter(expression);
    const found = records.filter((record) => fits(flat(record)));
    const from = Number(query.get('$skip') ?? 0);
    const page = found.slice(from, from + Number(query.get('$top') ?? found.length));
    return Response.json(page.map((record) => shown(record, query)));
  } catch {
    return httpError(400, 'The filter cannot be read.');
  }
}

/** `GET /SalesOrder/<type>/<number>`. */
export function answerOrder(
  state: AcumaticaState,
  [type, number]: readonly string[],
  query: URLSearchParams,
): Response {
  const order = state.orders.find(({ OrderType, OrderNbr }) => OrderType === type && OrderNbr === number);
  if (order !== undefined) return Response.json(shown(orderRecord(order), query));
  const exception = 'PX.Api.ContractBased.NoEntitySatisfiesTheConditionException';
  return httpError(500, 'No entity satisfies the condition.', exception);
}

/** `PUT /InventorySummaryInquiry`: the rows of one item, and its total, which has no warehouse. */
export function answerInquiry(state: AcumaticaState, body: Record<string, unknown>): Response {
  const { value: item, ...rest } = (body['InventoryID'] ?? {}) as { value?: string };
  if (!state.items.some(({ InventoryID }) => InventoryID === item)) {
    const InventoryID = { value: item, ...rest, error: "'Inventory ID' cannot be found in the system." };
    return Response.json({ InventoryID }, { status: 422 });
  }
  const rows = state.stock.filter(([one]) => one === item);
  const wrap = (value: unknown) => ({ value });
  const results = rows.map(([, warehouse, location, onHand, forShipment, notAvailable]) => ({
    WarehouseID: wrap(warehouse),
    LocationID: wrap(location),
    BaseUOM: wrap('PIECE'),
    QtyOnHand: wrap(onHand),
    QtyAvailable: wrap(forShipment),
    QtyAvailableForShipment: wrap(forShipment),
    QtyNotAvailable: wrap(notAvailable),
  }));
  const total = {
    WarehouseID: {},
    LocationID: {},
    BaseUOM: {},
    QtyOnHand: wrap(rows.reduce((all, [, , , onHand]) => all + onHand, 0)),
  };
  return Response.json({ InventoryID: wrap(item), Results: [...results, total] });
}

type Entity = Readonly<Record<string, unknown>>;

function recordsOf(state: AcumaticaState, entity: string): readonly Entity[] | undefined {
  const wrap = (value: unknown) => ({ value });
  switch (entity) {
    case 'SalesOrder':
      return state.orders.map(orderRecord);
    case 'Shipment':
      return state.shipments.map((one) => ({ ShipmentNbr: wrap(one.number), ...documentRecord(one) }));
    case 'SalesInvoice':
      return state.invoices.map((one) => ({ ReferenceNbr: wrap(one.number), ...documentRecord(one) }));
    case 'StockItem':
      return state.items.map(({ InventoryID, Description, BaseUOM }) => ({
        InventoryID: wrap(InventoryID),
        Description: wrap(Description),
        BaseUOM: wrap(BaseUOM),
        ItemStatus: wrap('Active'),
        UOMConversions: [
          {
            FromUOM: wrap('CASE'),
            ToUOM: wrap(BaseUOM),
            ConversionFactor: wrap(12),
            MultiplyOrDivide: wrap('Multiply'),
          },
        ],
      }));
    case 'Customer':
      return state.customers.map(({ CustomerID, CustomerName, Email }) => ({
        CustomerID: wrap(CustomerID),
        CustomerName: wrap(CustomerName),
        CurrencyID: wrap('USD'),
        MainContact: { Email: wrap(Email) },
      }));
    default:
      return undefined;
  }
}

function documentRecord({ Type, Status, changedAt, fields }: FakeDocument): Entity {
  const LastModifiedDateTime = { value: new Date(changedAt).toISOString().replace('Z', '+00:00') };
  return { Type: { value: Type }, Status: { value: Status }, LastModifiedDateTime, ...fields };
}

/** Values by their names, those of linked entities with a slash: details cannot be filtered by. */
function flat(record: Entity): Fields {
  const fields = Object.entries(record).flatMap(([name, field]): (readonly [string, unknown])[] => {
    if (typeof field !== 'object' || field === null || Array.isArray(field)) return [];
    if ('value' in field) return [[name, field.value]];
    return Object.entries(flat(field as Entity)).map(([inner, value]) => [`${name}/${inner}`, value]);
  });
  return Object.fromEntries(fields);
}

/** Details and linked entities come along only where they are named (Contract Version 4). */
function shown(record: Entity, query: URLSearchParams): Entity {
  const expanded = (query.get('$expand') ?? '').split(',');
  const isNested = (field: unknown) =>
    Array.isArray(field) ||
    (typeof field === 'object' && field !== null && !('value' in field) && Object.keys(field).length > 0);
  return Object.fromEntries(
    Object.entries(record).filter(([name, field]) => !isNested(field) || expanded.includes(name)),
  );
}
