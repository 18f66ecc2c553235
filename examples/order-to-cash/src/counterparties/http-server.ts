import { createServer, type IncomingMessage, type Server, type ServerResponse } from 'node:http';
import { type Answer, refusal } from './answer.ts';
import { readJson } from './read-json.ts';

/** A request as a route sees it. */
export interface Asked {
  /** What the path's pattern has caught. */
  readonly caught: readonly string[];
  readonly query: URLSearchParams;
  header(name: string): string | undefined;
  /** The parsed body of a POST. */
  readonly body: unknown;
}

export interface Route {
  readonly method: 'GET' | 'POST';
  readonly path: RegExp;
  answer(asked: Asked): Answer;
}

/** Requests that are being answered at the same time; more are asked to come again. */
const mostAtOnce = 200;

/** An HTTP server that answers JSON after `delay` milliseconds. Whatever comes in, it answers and lives on. */
export function httpServer(routes: readonly Route[], delay: number): Server {
  let running = 0;
  const server = createServer({ requestTimeout: 30_000, headersTimeout: 10_000 }, (request, response) => {
    running++;
    response.once('close', () => running--);
    const busy = running > mostAtOnce;
    const answer = busy ? tooMany(request) : answerTo(routes, request);
    answer
      .catch((error: Error) => {
        process.stderr.write(`counterparties: ${request.method} failed: ${error.message}\n`);
        return refusal(503, 'unavailable', 'The request could not be handled now.');
      })
      .then((value) => setTimeout(() => send(value, response), delay))
      .catch(() => response.destroy());
  });
  return server;
}

async function tooMany(request: IncomingMessage): Promise<Answer> {
  request.resume();
  return refusal(429, 'rate-limited', 'Too many requests at once.', { 'retry-after': '1' });
}

async function answerTo(routes: readonly Route[], request: IncomingMessage): Promise<Answer> {
  const [path = '', query = ''] = (request.url ?? '').split('?', 2);
  const fitting = routes.filter((route) => route.path.test(path));
  const route = fitting.find(({ method }) => method === request.method);
  if (route === undefined) {
    request.resume();
    if (fitting.length === 0) return refusal(404, 'not-found', 'There is nothing at this path.');
    const allow = fitting.map(({ method }) => method).join(', ');
    return refusal(405, 'method-not-allowed', `This path answers ${allow}.`, { allow });
  }
  const read = route.method === 'POST' ? await readJson(request) : { value: undefined };
  if ('fault' in read) return refusal(read.status, read.code, read.fault);
  return route.answer({
    caught: route.path.exec(path)?.slice(1) ?? [],
    query: new URLSearchParams(query),
    header: (name) => request.headers[name]?.toString(),
    body: read.value,
  });
}

function send({ status, body, headers, silent }: Answer, response: ServerResponse): void {
  if (silent) {
    response.destroy();
    return;
  }
  const text = JSON.stringify(body);
  response.writeHead(status, {
    'content-type': 'application/json; charset=utf-8',
    'content-length': Buffer.byteLength(text),
    ...headers,
  });
  response.end(text);
}
