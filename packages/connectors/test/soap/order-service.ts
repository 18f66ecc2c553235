import { readFileSync } from 'node:fs';
import { createServer, type IncomingMessage, type Server } from 'node:http';
import { createRequire } from 'node:module';
import type { AddressInfo } from 'node:net';
import { join } from 'node:path';
import type { SoapVersion } from '@dist/connectors/soap';

/** What the server of `soap` makes of a request: elements by name, attributes under `attributes`. */
export interface ReceivedOrder {
  readonly Reference: string;
  readonly Note?: string;
  readonly Line?: readonly ReceivedLine[];
}

interface ReceivedLine {
  readonly attributes?: { readonly unit?: string };
  readonly Item: string;
  readonly Quantity: string;
}

/** The header `wsse:Security` as that server reads it. */
interface ReceivedSecurity {
  readonly UsernameToken?: {
    readonly Username: string;
    readonly Password: { readonly attributes: { readonly Type: string }; readonly $value: string };
    readonly Nonce: { readonly $value: string };
    readonly Created: string;
  };
  readonly Timestamp?: { readonly Created: string; readonly Expires: string };
}

type Operation = (order: ReceivedOrder, answered: (answer: unknown) => void) => unknown;

interface Soap {
  listen(
    server: Server,
    options: {
      readonly path: string;
      readonly services: { readonly OrderService: { readonly OrdersPort: { readonly CreateOrder: Operation } } };
      readonly xml: string;
      readonly forceSoap12Headers: boolean;
    },
  ): { authenticate?: (security: ReceivedSecurity | undefined, _: unknown, request: IncomingMessage) => boolean };
  passwordDigest(nonce: string, created: string, password: string): string;
}

/** The order service (sample) on a server of others. */
export interface OrderService {
  readonly url: string;
  /** Everything that was ordered. */
  readonly orders: readonly ReceivedOrder[];
  /** Headers of every request. */
  readonly headers: readonly IncomingMessage['headers'][];
  close(): Promise<void>;
}

/** Who may order. */
export const account = { username: 'erp (sample)', password: 'pässword & <secret>' } as const;

/** `soap` as `install-engine.mjs` has put it here, with a WSDL of our own. `isGuarded`: only who has the account may order. */
export async function orderService(version: SoapVersion, isGuarded: boolean): Promise<OrderService> {
  const soap = createRequire(join(import.meta.dirname, 'install/package.json'))('soap') as Soap;
  const orders: ReceivedOrder[] = [];
  const headers: IncomingMessage['headers'][] = [];
  const server = createServer((_, response) => response.writeHead(404).end());
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  const listening = soap.listen(server, {
    path: '/orders',
    services: { OrderService: { OrdersPort: { CreateOrder: (order) => take(order, orders, version) } } },
    xml: readFileSync(join(import.meta.dirname, 'order-service.wsdl'), 'utf8'),
    forceSoap12Headers: version === '1.2',
  });
  listening.authenticate = (security, _, request) => {
    headers.push(request.headers);
    return !isGuarded || isTrusted(soap, security);
  };
  const { port } = server.address() as AddressInfo;
  return {
    url: `http://127.0.0.1:${port}/orders`,
    orders,
    headers,
    close: () => {
      server.closeAllConnections();
      return new Promise((resolve) => server.close(() => resolve()));
    },
  };
}

/** Its reference says what it does. */
async function take(order: ReceivedOrder, orders: ReceivedOrder[], version: SoapVersion): Promise<unknown> {
  if (order.Reference === 'wrong') throw faultOf(version, 'Client', 'The quantity is "0" & that is wrong');
  orders.push(order);
  if (order.Reference === 'fails') throw faultOf(version, 'Server', 'The database is away');
  if (order.Reference === 'hangs') await new Promise(() => undefined);
  return { Number: `SO-${order.Reference}`, Note: order.Note, Line: order.Line };
}

function faultOf(version: SoapVersion, code: 'Client' | 'Server', text: string): object {
  const fault =
    version === '1.1'
      ? { faultcode: `soap:${code}`, faultstring: text, detail: { Line: ['1', '2'] }, statusCode: 500 }
      : {
          Code: { Value: code === 'Client' ? 'soap:Sender' : 'soap:Receiver' },
          Reason: { Text: text },
          Detail: { Line: ['1', '2'] },
          statusCode: code === 'Client' ? 400 : 500,
        };
  return Object.assign(new Error(text), { Fault: fault });
}

/** By that package’s own digest. */
function isTrusted({ passwordDigest }: Soap, security: ReceivedSecurity | undefined): boolean {
  const { UsernameToken: token, Timestamp: times } = security ?? {};
  if (token?.Username !== account.username || times === undefined) return false;
  if (!(Date.parse(times.Created) <= Date.now() && Date.now() < Date.parse(times.Expires))) return false;
  const { attributes, $value: value } = token.Password;
  const isDigest = attributes.Type.endsWith('#PasswordDigest');
  return value === (isDigest ? passwordDigest(token.Nonce.$value, token.Created, account.password) : account.password);
}
