import { dynamics365Error } from './dynamics365-error.ts';
import type { Body, Dynamics365State } from './dynamics365-state.ts';

/** Which record is changed: its set, the text of its key, and the options of the request. */
interface Place {
  readonly set: string;
  readonly key: string;
  readonly query: URLSearchParams;
}

/** Changes an order or a line, or deletes it where there is no body. */
export function change(state: Dynamics365State, { set, key, query }: Place, headers: Headers, body?: Body): Response {
  const [, name = '', value = ''] = /,(\w+)='([^']+)'\)$/.exec(key) ?? [];
  const records = set === 'SalesOrderHeadersV2' ? state.headers : state.lines;
  // The user's own legal entity is another one.
  const record = query.get('cross-company') === 'true' ? records.find((one) => one[name] === value) : undefined;
  if (record === undefined) return dynamics365Error(404, `No resources were found when selecting for update: ${key}`);
  const version = headers.get('if-match');
  const etag = record['@odata.etag'];
  if (version !== null && version !== '*' && version !== etag) {
    return dynamics365Error(412, 'An update conflict occurred due to another user process changing the record.');
  }
  if (set === 'SalesOrderLines') {
    const refusal = lineRefusal(state, value, body);
    if (refusal !== undefined) return refusal;
  }
  if (body === undefined) {
    records.splice(records.indexOf(record), 1);
    const left = state.lines.filter((line) => set === 'SalesOrderLines' || line['SalesOrderNumber'] !== value);
    state.lines.splice(0, state.lines.length, ...left);
    return new Response(null, { status: 204 });
  }
  Object.assign(record, body);
  if (typeof etag === 'string')
    record['@odata.etag'] = etag.replace(/\d+"$/, (last) => `${Number.parseInt(last, 10) + 1}"`);
  return new Response(null, { status: 204 });
}

function lineRefusal(state: Dynamics365State, lot: string, body: Body | undefined): Response | undefined {
  const delivered = state.delivered.get(lot) ?? 0;
  if (body === undefined && delivered > 0) {
    const text = 'The entity record could not be deleted because validation failed for the following data source';
    return dynamics365Error(400, `Warning: ${text}: SalesLine (SalesLine).`);
  }
  if (body === undefined || Number(body['OrderedSalesQuantity']) >= delivered) return undefined;
  const text = `Infolog: Warning: Quantity must not be less than ${delivered}, which are delivered.`;
  return dynamics365Error(400, `Write failed for table row of type 'SalesOrderLineV2Entity'. ${text}`);
}
