import { createServer, type IncomingMessage, type ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';
import { referenceErp } from '@dist/connectors/reference-erp';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { fakeReferenceErp } from './fake-reference-erp.ts';
import { sampleOrder } from './sample-order.ts';

/** What the server does with the next POST. */
let fault: 'none' | 'reset' | 'silence' | 'reset in the body' = 'none';
let committed: () => void = () => undefined;
const vendor = fakeReferenceErp();
const server = createServer((request, response) => void answer(request, response));
let baseUrl = '';

async function answer(request: IncomingMessage, response: ServerResponse): Promise<void> {
  const chunks: Uint8Array[] = [];
  for await (const chunk of request) chunks.push(chunk);
  const { method = 'GET', headers, url } = request;
  const init: RequestInit = { method, headers: Object.entries(headers).map(([name, value]) => [name, String(value)]) };
  if (chunks.length > 0) init.body = new Blob(chunks);
  const made = await vendor.handle(new Request(`${baseUrl}${url}`, init));
  const now = method === 'POST' ? fault : 'none';
  fault = 'none';
  if (method === 'POST') committed();
  if (now === 'reset') request.socket.resetAndDestroy();
  else if (now === 'reset in the body') {
    response.writeHead(201, { 'content-length': '500' });
    response.write('{"number":', () => request.socket.resetAndDestroy());
  } else if (now === 'none') response.writeHead(made.status, Object.fromEntries(made.headers)).end(await made.text());
}

beforeAll(async () => {
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  baseUrl = `http://127.0.0.1:${(server.address() as AddressInfo).port}`;
});

afterAll(async () => {
  server.closeAllConnections();
  await new Promise((resolve) => server.close(resolve));
});

const submit = (externalReference: string, settings: { timeout?: () => AbortSignal } = {}, signal?: AbortSignal) =>
  referenceErp({ baseUrl, ...settings }).orders.submit(sampleOrder, {
    key: externalReference,
    externalReference,
    signal,
  });

describe('over a real connection', () => {
  it('an order is accepted, and found', async () => {
    expect(await submit('real.1')).toMatchObject({ status: 'accepted', order: { externalReference: 'real.1' } });
    expect(await referenceErp({ baseUrl }).orders.find('real.1')).toMatchObject({ status: 'found' });
    expect(await referenceErp({ baseUrl }).orders.find('real.none')).toEqual({ status: 'notFound' });
  });

  it.each([
    ['a reset after the order was made', 'real.2', 'reset'],
    ['a reset in the middle of the answer', 'real.3', 'reset in the body'],
  ] as const)('%s is unknown, is found by its reference, and is made once', async (_, reference, what) => {
    const before = Number(await vendor.orders());
    fault = what;
    expect(await submit(reference)).toMatchObject({ status: 'unknown', probe: { externalReference: reference } });
    expect(await referenceErp({ baseUrl }).orders.find(reference)).toMatchObject({ status: 'found' });
    expect(await submit(reference)).toMatchObject({ status: 'duplicate' });
    expect(Number(await vendor.orders()) - before).toBe(1);
  });

  it('an answer that does not come in time is unknown', async () => {
    fault = 'silence';
    const deadline = new AbortController();
    committed = () => deadline.abort();
    expect(await submit('real.4', { timeout: () => deadline.signal })).toMatchObject({
      status: 'unknown',
      failure: { class: 'timeout-unknown', message: expect.stringContaining('no answer within') },
    });
    expect(await referenceErp({ baseUrl }).orders.find('real.4')).toMatchObject({ status: 'found' });
  });

  it('the caller ends a call that is under way: unknown', async () => {
    fault = 'silence';
    const controller = new AbortController();
    committed = () => controller.abort();
    expect(await submit('real.5', {}, controller.signal)).toMatchObject({
      status: 'unknown',
      failure: { message: expect.stringContaining('ended by the caller') },
    });
  });

  it('a port where nobody listens: nothing was sent', async () => {
    const closed = createServer();
    await new Promise<void>((resolve) => closed.listen(0, '127.0.0.1', resolve));
    const { port } = closed.address() as AddressInfo;
    await new Promise((resolve) => closed.close(resolve));
    const erp = referenceErp({ baseUrl: `http://127.0.0.1:${port}` });
    expect(await erp.orders.submit(sampleOrder, { key: 'k', externalReference: 'real.6' })).toMatchObject({
      status: 'failed',
      failure: { class: 'unavailable', safeToReplay: true, retryable: true },
    });
  });
});
