import type { Fake, ListCapability } from '../../testing/fake.ts';
import { type AcumaticaFakeOptions, type AcumaticaState, acumaticaState } from './acumatica-state.ts';
import { answerInquiry, answerOrder, answerRecords } from './answer-records.ts';
import { fulfil } from './fulfil.ts';
import { httpError } from './http-error.ts';
import { cancelOrder, putOrder } from './sales-orders.ts';

const hour = 3_600_000;
/** When the fake's orders change, where nobody tells the time. */
const today = Date.UTC(2026, 2, 2, 8);
const root = '/entity/Default/24.200.001';

/**
 * Acumatica in memory, as far as `acumatica` speaks to it, by the Integration Development Guide: a licence counts sessions, a PUT
 * without keys makes a new order each time, an action answers 202 until it has ended, details come only where `$expand` names
 * them, and nothing can be ordered. It neither prices nor checks stock or credit. `AX-100` is an item and `C-1` a customer that
 * it knows.
 */
export function fakeAcumatica(options: AcumaticaFakeOptions = {}): Fake & { readonly state: AcumaticaState } {
  const state = acumaticaState(options);
  const documents = (list: ListCapability) => (list === 'shipments.list' ? state.shipments : state.invoices);
  return {
    state,
    orders: () => state.orders.length,
    handle: async (request) => answer(state, request),
    listed: (list) => documents(list).map(({ number }) => number),
    shift: (list) => {
      const all = documents(list);
      const newest = Math.max(...all.map(({ changedAt }) => changedAt));
      const [moved] = [...all].sort((a, b) => a.changedAt - b.changedAt);
      if (moved === undefined) return;
      all.unshift({ ...moved, number: `${moved.number}${all.length}`, changedAt: newest + hour });
      moved.changedAt = newest + 2 * hour;
    },
    spoil: (list) => {
      const [document] = documents(list);
      if (document === undefined) return '';
      document.fields = { Details: [{}] };
      return document.number;
    },
    prices: () => state.orders.at(-1)?.lines.map((line) => String(line.UnitPrice)) ?? [],
    inventStatus: () => {
      for (const order of state.orders) order.Status = 'Under Consideration';
    },
    fulfil: (now) => fulfil(state, now),
    expireTokens: () => state.sessions.clear(),
  };
}

async function answer(state: AcumaticaState, request: Request): Promise<Response> {
  const url = new URL(request.url);
  const path = decodeURIComponent(url.pathname);
  if (path === '/identity/connect/token') return token(state, new URLSearchParams(await request.text()));
  if (path === '/entity/auth/login') return signIn(state, JSON.parse(await request.text()));
  const session = sessionOf(request.headers);
  if (path === '/entity/auth/logout') {
    state.sessions.delete(session);
    return new Response(null, { status: 204 });
  }
  if (!state.sessions.has(session)) return Response.json({ message: 'The user is not signed in.' }, { status: 401 });
  if (!path.startsWith(`${root}/`)) return new Response(null, { status: 404 });
  const [entity = '', ...rest] = path.slice(root.length + 1).split('/');
  if (request.method === 'GET') return read(state, entity, rest, url.searchParams);
  const body = JSON.parse(await request.text());
  if (request.method === 'PUT' && entity === 'SalesOrder') return putOrder(state, body, request.headers, today);
  if (request.method === 'PUT' && entity === 'InventorySummaryInquiry') return answerInquiry(state, body);
  if (request.method === 'POST' && entity === 'SalesOrder') return act(state, rest[0], body);
  return httpError(406, `${request.method} of ${entity} is not played here.`);
}

function read(state: AcumaticaState, entity: string, rest: readonly string[], query: URLSearchParams): Response {
  if (rest[1] === 'status') return look(state, rest[2] ?? '');
  if (entity === 'SalesOrder' && rest.length === 2) return answerOrder(state, rest, query);
  return answerRecords(state, entity, query);
}

/** Begins an action, which ends after some looks at its status. */
function act(state: AcumaticaState, action: string | undefined, body: Record<string, unknown>): Response {
  if (action !== 'CancelSalesOrder') return httpError(404, 'An action with this name does not exist.');
  const entity = (body['entity'] ?? {}) as Record<string, { value?: string }>;
  const order = state.orders.find(({ OrderNbr }) => OrderNbr === entity['OrderNbr']?.value);
  if (order === undefined) return httpError(500, 'No entity satisfies the condition.', 'PX.Data.PXException');
  const id = `44444444-0000-4000-8000-${String(state.actions.size).padStart(12, '0')}`;
  // What the action says it says at its end; what it does it has begun.
  const ended = cancelOrder(order, today);
  if (state.looks === 0) return ended;
  state.actions.set(id, { looks: state.looks, end: () => ended.clone() });
  return new Response(null, { status: 202, headers: { location: `${root}/SalesOrder/${action}/status/${id}` } });
}

function look({ actions }: AcumaticaState, id: string): Response {
  const action = actions.get(id);
  if (action === undefined) return httpError(404, 'There is no such operation.');
  action.looks--;
  return action.looks > 0 ? new Response(null, { status: 202 }) : action.end();
}

function token(state: AcumaticaState, form: URLSearchParams): Response {
  const grant = form.get('grant_type');
  if (!form.get('client_id')?.includes('@')) return Response.json({ error: 'invalid_client' }, { status: 400 });
  if (grant !== 'password' && grant !== 'refresh_token') {
    return Response.json({ error: 'unauthorized_client' }, { status: 400 });
  }
  const name = `token-${++state.opened}`;
  // A chain of tokens has one session: the one before ends.
  for (const session of state.sessions) if (session.startsWith('token-')) state.sessions.delete(session);
  state.sessions.add(name);
  return Response.json({
    access_token: name,
    expires_in: 3600,
    token_type: 'Bearer',
    refresh_token: `refresh-${name}`,
  });
}

function signIn(state: AcumaticaState, body: Record<string, unknown>): Response {
  if (typeof body['name'] !== 'string' || typeof body['password'] !== 'string' || body['password'] === 'wrong') {
    return httpError(500, 'Invalid credentials. Please try again.', 'PX.Data.PXException');
  }
  if (state.sessions.size >= state.sessionsAllowed) return httpError(429, 'API Login Limit', 'PX.Data.PXException');
  const name = `session-${++state.opened}`;
  state.sessions.add(name);
  const headers = new Headers();
  headers.append('set-cookie', `ASP.NET_SessionId=${name}; path=/; secure; HttpOnly`);
  headers.append('set-cookie', `.ASPXAUTH=${name}; path=/; secure; HttpOnly`);
  return new Response(null, { status: 204, headers });
}

function sessionOf(headers: Headers): string {
  const bearer = /^Bearer (.+)$/.exec(headers.get('authorization') ?? '')?.[1];
  return bearer ?? /\.ASPXAUTH=([^;]+)/.exec(headers.get('cookie') ?? '')?.[1] ?? '';
}
