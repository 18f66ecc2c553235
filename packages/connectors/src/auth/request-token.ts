import type { ClientAuth } from 'oauth4webapi';
import * as z from 'zod';
import type { Exchange } from '../http/exchange.ts';
import { type HttpRuntime, httpClient } from '../http/http-client.ts';
import { redact } from '../http/redact.ts';
import { fieldOf } from '../json/field-of.ts';
import { textOf } from '../json/text-of.ts';
import type { Call } from '../port/call.ts';
import type { ErrorClass } from '../port/error-class.ts';
import { type ConnectorFailure, failure } from '../port/failure.ts';
import type { ClientProof } from './client-proof.ts';

/** What a token is asked by (RFC 6749 §4.3, §4.4, §6), with parameters of the system's own. */
export type TokenGrant = {
  readonly scope?: string | undefined;
  readonly parameters?: Readonly<Record<string, string>> | undefined;
} & (
  | { readonly type: 'client_credentials' }
  | { readonly type: 'refresh_token'; readonly refreshToken: string }
  | { readonly type: 'password'; readonly user: string; readonly password: string }
);

interface TokenRequest extends HttpRuntime {
  readonly name: string;
  readonly tokenUrl: string;
  readonly clientId: string;
  readonly proof: ClientProof;
  /** Makes the proof as it is sent. */
  readonly prove: () => Promise<ClientAuth>;
  readonly grant: TokenGrant;
  readonly lifetimeSeconds?: number | undefined;
}

export interface IssuedToken {
  readonly token: string;
  readonly lifetimeSeconds: number;
  readonly refreshToken: string | undefined;
}

const answerWire = z.object({
  // What no header can carry is no token, and must stand in no error of the platform.
  access_token: z.string().regex(/^[\x21-\x7e]+$/),
  expires_in: z.coerce.number().positive().optional().catch(undefined),
  refresh_token: z.string().min(1).optional(),
});

/** A token that claims to last longer than thirty days is asked for anew then. */
const longest = 30 * 86_400;

/** Asks a token endpoint once. A token that is asked for twice does no harm, so every failure is safe to replay. */
export async function requestToken(
  request: TokenRequest,
  refreshToken: string | undefined,
  call: Call,
): Promise<IssuedToken | ConnectorFailure> {
  const { tokenUrl, clientId, lifetimeSeconds = 1200 } = request;
  const { type, parameters } = grantOf(request.grant, refreshToken);
  const form = new URLSearchParams({ grant_type: type, ...parameters });
  const headers = new Headers();
  const proof = await request.prove();
  await proof({ issuer: new URL(tokenUrl).origin, token_endpoint: tokenUrl }, { client_id: clientId }, form, headers);
  const send = httpClient({ ...request, baseUrl: tokenUrl, maximumBytes: 64 * 1024 });
  const text = { type: 'application/x-www-form-urlencoded;charset=UTF-8', content: form.toString() };
  const exchange = await send({ method: 'POST', path: '', headers: Object.fromEntries(headers), text }, call);
  if (exchange.kind !== 'answered' || exchange.status > 299 || exchange.body.kind !== 'json')
    return refusal(request, exchange, secretsOf(request, form, headers));
  const answer = answerWire.safeParse(exchange.body.value);
  if (!answer.success) return refusal(request, exchange, secretsOf(request, form, headers));
  const { access_token: token, expires_in: seconds, refresh_token: next } = answer.data;
  return { token, lifetimeSeconds: Math.min(seconds ?? lifetimeSeconds, longest), refreshToken: next ?? refreshToken };
}

function grantOf(grant: TokenGrant, newest: string | undefined): { type: string; parameters: Record<string, string> } {
  const scope = grant.scope === undefined ? {} : { scope: grant.scope };
  const more = { ...scope, ...grant.parameters };
  switch (grant.type) {
    case 'client_credentials':
      return { type: grant.type, parameters: more };
    case 'refresh_token':
      return { type: grant.type, parameters: { refresh_token: newest ?? grant.refreshToken, ...more } };
    case 'password':
      if (newest !== undefined) return { type: 'refresh_token', parameters: { refresh_token: newest, ...more } };
      return { type: grant.type, parameters: { username: grant.user, password: grant.password, ...more } };
  }
}

/** What the codes of RFC 6749 §5.2 mean here. */
const codes: Readonly<Record<string, ErrorClass>> = {
  invalid_client: 'auth',
  invalid_grant: 'auth',
  unauthorized_client: 'permission',
  invalid_scope: 'config',
  invalid_request: 'config',
  unsupported_grant_type: 'config',
  temporarily_unavailable: 'unavailable',
};

/** Whatever is sent to prove who asks: an endpoint may repeat any of it. */
function secretsOf({ proof }: TokenRequest, form: URLSearchParams, headers: Headers): readonly string[] {
  const open = new Set(['grant_type', 'scope', 'client_id', 'client_assertion_type', 'username']);
  const sent = [...form].filter(([name]) => !open.has(name)).map(([, value]) => value);
  const authorization = headers.get('authorization')?.split(' ').at(-1);
  // In a header it stands form-encoded, in Base64.
  const secret = proof.kind === 'secret' ? [proof.secret, encodeURIComponent(proof.secret)] : [];
  return [...sent, ...secret, ...(authorization === undefined ? [] : [authorization])];
}

function refusal({ name }: TokenRequest, exchange: Exchange, secrets: readonly string[]): ConnectorFailure {
  const tell = (errorClass: ErrorClass, text: string, code?: string) =>
    failure(errorClass, `${name}: no token: ${redact(text, secrets)}`, {
      safeToReplay: true,
      ...(exchange.kind === 'answered' ? { vendor: { code, status: exchange.status } } : {}),
    });
  if (exchange.kind === 'notSent') return tell(exchange.fault ?? 'unavailable', exchange.reason);
  if (exchange.kind === 'lost') return tell('unavailable', exchange.reason);
  const { status, body } = exchange;
  const said = body.kind === 'json' ? body.value : undefined;
  const error = textOf(fieldOf(said, 'error'));
  if (error === undefined) return tell(byStatus(status), `answered ${status}`);
  const known = Object.hasOwn(codes, error) ? codes[error] : undefined;
  const text = [error, textOf(fieldOf(said, 'error_description'))].filter((part) => part !== undefined).join(': ');
  return tell(known ?? byStatus(status), text, redact(error, secrets));
}

function byStatus(status: number): ErrorClass {
  if (status === 429) return 'rate-limited';
  if (status >= 500) return 'unavailable';
  if (status === 401) return 'auth';
  if (status === 403) return 'permission';
  return status >= 300 ? 'config' : 'contract-drift';
}
