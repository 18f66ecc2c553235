import { createServer, type IncomingMessage, type Server, type ServerResponse } from 'node:http';
import type { Fake } from '@dist/connectors/testing';
import { meantOrigin } from '../estate/loopback-fetch.ts';

export interface FakeServerOptions {
  readonly fake: Fake;
  /** Milliseconds before each answer. */
  readonly delay: number;
  /** Every so many new orders one is kept and never answered; 0 for never. */
  readonly silence: number;
}

/** Largest request that is read. */
const mostBytes = 8 * 1024 * 1024;

/** A system's stand-in over HTTP, which answers as if it were at the host that was meant. */
export function fakeServer({ fake, delay, silence }: FakeServerOptions): Server {
  const answer = async (request: IncomingMessage, response: ServerResponse) => {
    const asked = await toRequest(request);
    const before = await fake.orders();
    const answered = await fake.handle(asked);
    const after = await fake.orders();
    if (silence > 0 && after > before && after % silence === 0) return response.destroy();
    await new Promise((resolve) => setTimeout(resolve, delay));
    response.writeHead(answered.status, headersOf(answered));
    return response.end(Buffer.from(await answered.arrayBuffer()));
  };
  return createServer((request, response) => {
    answer(request, response).catch((error: Error) => {
      process.stderr.write(`counterparties: ${request.method} failed: ${error.message}\n`);
      response.destroy();
    });
  });
}

async function toRequest(request: IncomingMessage): Promise<Request> {
  const parts: Buffer[] = [];
  let length = 0;
  for await (const part of request) {
    length += part.length;
    if (length > mostBytes) throw new RangeError(`a request has more than ${mostBytes} bytes`);
    parts.push(part);
  }
  const { host = '', [meantOrigin]: meant, ...headers } = request.headers;
  const origin = typeof meant === 'string' ? meant : `http://${host}`;
  const own = Object.entries(headers).flatMap(([name, value]) =>
    value === undefined || ['connection', 'content-length', 'transfer-encoding'].includes(name)
      ? []
      : [[name, String(value)] as [string, string]],
  );
  const body = parts.length === 0 ? undefined : Buffer.concat(parts);
  return new Request(`${origin}${request.url}`, {
    method: request.method ?? 'GET',
    headers: own,
    ...(body && { body }),
  });
}

/** Cookies stay apart. */
function headersOf(answer: Response): Record<string, string | string[]> {
  const cookies = answer.headers.getSetCookie();
  return { ...Object.fromEntries(answer.headers), ...(cookies.length > 0 && { 'set-cookie': cookies }) };
}
