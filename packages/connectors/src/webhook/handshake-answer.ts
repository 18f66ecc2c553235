import type { WebhookPolicy } from '../port/policy.ts';

/** Tokens are some dozens of characters; nobody is to be answered a page of his own. */
const longest = 2048;

/**
 * What is sent back, as text, when a sender asks whether the address is ours; undefined for another request. Business
 * Central asks with `?validationToken=…` when a subscription is made and each time that it is renewed; Adobe I/O Events with
 * `GET ?challenge=…`. It proves nothing of who asks.
 */
export function handshakeAnswer(
  request: { readonly method: string; readonly url: string },
  policy: WebhookPolicy,
): string | undefined {
  const { handshake } = policy;
  if (handshake === undefined || !handshake.methods.includes(request.method)) return undefined;
  // The path of `node:http` has no host.
  const base = 'https://localhost';
  if (!URL.canParse(request.url, base)) return undefined;
  const token = new URL(request.url, base).searchParams.get(handshake.parameter);
  return token !== null && token !== '' && token.length <= longest ? token : undefined;
}
