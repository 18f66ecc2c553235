import type { Exchange } from '../http/exchange.ts';
import { type HttpRequest, type HttpRuntime, httpClient } from '../http/http-client.ts';
import { retryAfter } from '../http/retry-after.ts';
import { classOfStatus } from '../http/status-classes.ts';
import { vendorFailure } from '../http/vendor-failure.ts';
import type { Call } from '../port/call.ts';
import type { ErrorClass } from '../port/error-class.ts';
import type { ConnectorFailure } from '../port/failure.ts';
import { type EnvelopeRead, readEnvelope, writeEnvelope } from './envelope.ts';
import { classOfFault } from './fault-class.ts';
import { envelopeScope, type Namespaces, type SoapVersion } from './namespaces.ts';
import { type SoapSecurity, securityHeader } from './security-header.ts';
import { codeName, type SoapFault } from './soap-fault.ts';
import { XmlFault, type XmlObject } from './xml-value.ts';

/** One service and how it is spoken to. */
export interface SoapSettings extends HttpRuntime {
  /** Its name in messages. */
  readonly name: string;
  /** Where requests go. It must hold no credentials. */
  readonly url: string;
  readonly version: SoapVersion;
  /** Namespaces by the prefixes that the caller uses, in requests and answers. */
  readonly namespaces: Namespaces;
  readonly security?: SoapSecurity | undefined;
  /** Headers of HTTP for every request, such as `authorization`. */
  readonly headers?: Readonly<Record<string, string>> | undefined;
  /** What must never stand in a message, beside the password and what `headers` have of tokens and keys. */
  readonly secrets?: readonly string[] | undefined;
  /** What codes of faults of the service's own mean: by `{namespace}name`, or by the name alone. */
  readonly faultClasses?: Readonly<Record<string, ErrorClass>> | undefined;
  /** Elements of an answer inside one another, the envelope included; 64 when absent. */
  readonly maximumDepth?: number | undefined;
  /** Elements and attributes of an answer, all together; 200,000 when absent. */
  readonly maximumElements?: number | undefined;
  /** So many random bytes; those of the platform when absent. */
  readonly random?: ((length: number) => Uint8Array) | undefined;
}

/** One request. */
export interface SoapRequest {
  /** The operation by its address: the header SOAPAction of SOAP 1.1, the parameter `action` of SOAP 1.2. Empty when absent. */
  readonly action?: string | undefined;
  readonly headers?: XmlObject | undefined;
  readonly body: XmlObject;
  /** Paths of elements of the answer that are always lists, from a child of the body on: `o:Orders/o:Order`. */
  readonly lists?: readonly string[] | undefined;
}

/** What came of a request. `fault` is what the service itself said, with its detail, not made fit for logs. */
export type SoapAnswer =
  | { readonly ok: true; readonly body: XmlObject; readonly headers: XmlObject }
  | { readonly ok: false; readonly failure: ConnectorFailure; readonly fault?: SoapFault | undefined };

/** Speaks to one service. */
export interface SoapClient {
  /** Sends one request once. `kind` says whether it changes something: that decides what a lost answer means. Never rejects for what comes from outside. */
  call(kind: 'read' | 'write', request: SoapRequest, call?: Call): Promise<SoapAnswer>;
}

/**
 * A client of a SOAP service, 1.1 or 1.2 (HTTP bindings: SOAP 1.1 section 6, SOAP 1.2 part 2 section 7). It has no WSDL: the
 * caller names elements. There is no retry in it, as in all of this package.
 *
 * @throws TypeError for an address or namespaces that cannot be.
 */
export function soapClient(settings: SoapSettings): SoapClient {
  const { url, namespaces, version, security, headers = {} } = settings;
  const { search, base } = splitUrl(url);
  envelopeScope(namespaces, version);
  const send = httpClient({ ...settings, baseUrl: base, headers });
  const now = settings.now ?? Date.now;
  const random = settings.random ?? ((length) => crypto.getRandomValues(new Uint8Array(length)));
  const password = security === undefined ? [] : [security.password];
  const fail = vendorFailure(settings.name, [...password, ...secretsIn(headers), ...(settings.secrets ?? [])]);

  return {
    call: async (kind, request, call) => {
      const secured = security && (await securityHeader(security, now(), random(16)));
      let content: string;
      try {
        content = writeEnvelope({
          version,
          namespaces,
          headers: { ...secured, ...request.headers },
          body: request.body,
        });
      } catch (error) {
        if (!(error instanceof XmlFault)) throw error;
        return { ok: false, failure: fail('validation', `the request cannot be written: ${error.message}`) };
      }
      const exchange = await send(toHttp(version, search, request.action ?? '', content), call);
      return toAnswer(exchange, kind, request, { settings, fail, now: now() });
    },
  };
}

/** The values of headers that may be one, with and without the scheme before it. */
function secretsIn(headers: Readonly<Record<string, string>>): readonly string[] {
  return Object.entries(headers)
    .filter(([name]) => /auth|cookie|key|token|secret|password/i.test(name))
    .flatMap(([, value]) => [value, value.replace(/^\S+ /, '')]);
}

function splitUrl(url: string): { readonly base: string; readonly search: string } {
  const at = url.indexOf('?');
  return at < 0 ? { base: url, search: '' } : { base: url.slice(0, at), search: url.slice(at) };
}

function toHttp(version: SoapVersion, path: string, action: string, content: string): HttpRequest {
  if (!/^[\x21\x23-\x5b\x5d-\x7e]*$/.test(action)) throw new TypeError('an action is printable ASCII without quotes');
  const accept = version === '1.1' ? 'text/xml' : 'application/soap+xml';
  const type = version === '1.2' && action !== '' ? `; action="${action}"` : '';
  return {
    method: 'POST',
    path,
    text: { type: `${accept}; charset=utf-8${type}`, content },
    answer: 'text',
    // SOAP 1.1 section 6.1.1: the header must be there, and its value is quoted.
    headers: { accept, ...(version === '1.1' ? { SOAPAction: `"${action}"` } : {}) },
  };
}

interface Reading {
  readonly settings: SoapSettings;
  readonly fail: ReturnType<typeof vendorFailure>;
  readonly now: number;
}

function toAnswer(exchange: Exchange, kind: 'read' | 'write', request: SoapRequest, reading: Reading): SoapAnswer {
  const { fail } = reading;
  if (exchange.kind === 'notSent')
    return { ok: false, failure: fail(exchange.fault ?? 'unavailable', exchange.reason) };
  if (exchange.kind === 'lost')
    return { ok: false, failure: fail(kind === 'read' ? 'unavailable' : 'timeout-unknown', exchange.reason) };
  const { status } = exchange;
  const isSuccess = status >= 200 && status < 300;
  const read = toEnvelope(exchange, request, reading.settings);
  if (read.kind === 'fault') return ofFault(read.fault, kind, exchange, reading);
  if (!isSuccess) return ofStatus(exchange, kind, reading);
  if (read.kind === 'body') return { ok: true, body: read.body, headers: read.headers };
  const known = { safeToReplay: kind === 'read', vendor: { status } };
  return { ok: false, failure: fail('contract-drift', `answered ${status}, but ${read.reason}`, known) };
}

type Answered = Extract<Exchange, { kind: 'answered' }>;

function toEnvelope(
  { status, headers, body }: Answered,
  { lists }: SoapRequest,
  { namespaces, maximumDepth, maximumElements }: SoapSettings,
): EnvelopeRead {
  if (body.kind === 'unreadable') return body;
  // SOAP 1.2 part 2 section 7.5.1.2, and one-way operations of WSDL: accepted, and nothing to say.
  const isOneWay = status === 202 || status === 204;
  if (body.kind === 'empty' && isOneWay) return { kind: 'body', version: '1.2', headers: {}, body: {} };
  if (body.kind !== 'text') return { kind: 'unreadable', reason: 'the body is empty' };
  const type = headers.get('content-type') ?? '';
  if (/^\s*multipart\//i.test(type)) return { kind: 'unreadable', reason: 'it has attachments, which are not read' };
  return readEnvelope(body.text, { namespaces, lists, maximumDepth, maximumElements });
}

function ofFault(
  fault: SoapFault,
  kind: 'read' | 'write',
  { status, headers }: Answered,
  reading: Reading,
): SoapAnswer {
  const { settings, fail, now } = reading;
  const meant = classOfFault(fault, kind, settings.faultClasses);
  // Some services say in HTTP alone that it is the credentials that were wrong.
  const name = meant === 'validation' && (status === 401 || status === 403) ? classOfStatus(status, kind) : meant;
  const last = fault.codes.at(-1);
  const code = last === undefined ? undefined : codeName(last).slice(0, 100);
  const text = `answered with a fault (${[code, fault.reason].filter((part) => part !== undefined).join(': ')})`;
  const known = { vendor: { code, status }, retryAfterMs: retryAfter(headers, retryHeaders, now) };
  const failure = fail(name, text, kind === 'read' ? { ...known, safeToReplay: true } : known);
  return { ok: false, failure, fault };
}

const retryHeaders = [{ name: 'retry-after', unit: 'seconds or date' }] as const;

function ofStatus({ status, headers }: Answered, kind: 'read' | 'write', { fail, now }: Reading): SoapAnswer {
  const isRefused = status >= 400 && status < 500 && status !== 408;
  const failure = fail(classOfStatus(status, kind), `answered ${status} without an envelope`, {
    vendor: { status },
    retryAfterMs: retryAfter(headers, retryHeaders, now),
    ...(kind === 'read' || isRefused ? { safeToReplay: true } : {}),
  });
  return { ok: false, failure };
}
