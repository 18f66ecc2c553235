import type { WebhookPolicy } from '../port/policy.ts';
import { handshakeAnswer } from './handshake-answer.ts';
import { readLimited } from './read-limited.ts';
import type { Webhook, WebhookDelivery, WebhookRefusal, WebhookVerification } from './webhook.ts';
import type { WebhookStore } from './webhook-store.ts';

/** What a receiver is made of. */
export interface WebhookReceiverSettings<Work> {
  /** The sender's policy: its handshake, and the status that refusing has. */
  readonly policy: WebhookPolicy;
  /** `(delivery, now) => verifyShopifyWebhook(delivery, { secrets: secretsOfNow() })`: secrets change without a restart. */
  readonly verify: (delivery: WebhookDelivery, now: number) => Promise<WebhookVerification>;
  readonly store: WebhookStore<Work>;
  /**
   * Turns a webhook into what the store is to write with it. It may read (a thin webhook's record), and may run twice; what
   * must happen once belongs in its result. A topic that means nothing gives work that does nothing, and is answered 200.
   * What it throws is taken for our own failure: the sender tries again.
   */
  readonly decide: (webhook: Webhook, delivery: WebhookDelivery) => Work | Promise<Work>;
  /** Milliseconds since 1970. */
  readonly now?: (() => number) | undefined;
  /** Largest body; 1 MiB when absent. */
  readonly maximumBytes?: number | undefined;
  /** How long one webhook may take before another delivery of it is processed; 60 when absent. */
  readonly leaseSeconds?: number | undefined;
  /** Is told what came of every request and every webhook in it. What it throws is not looked at. */
  readonly report?: ((report: WebhookReport) => void) | undefined;
}

/** What came of a request, or of one webhook in it. For logs and counters: it holds no secret and no body. */
export type WebhookReport =
  | { readonly kind: 'handshake' | 'wrong-method' | 'too-big' | 'cut-short' }
  | { readonly kind: 'refused'; readonly reason: WebhookRefusal }
  | { readonly kind: 'committed' | 'duplicate' | 'busy'; readonly webhook: Webhook }
  | {
      readonly kind: 'failed';
      readonly step: 'claim' | 'decide' | 'commit';
      readonly webhook: Webhook;
      readonly error: unknown;
    };

/** A request whose body was read, as of `node:http`. */
export interface WebhookRequest extends WebhookDelivery {
  readonly method: string;
  /** With its query; the host may be missing. */
  readonly url: string;
}

/** What to answer. */
export interface WebhookAnswer {
  readonly status: number;
  readonly headers: Readonly<Record<string, string>>;
  readonly body: string;
}

/** Receives webhooks. Its methods need no `this`. */
export interface WebhookReceiver {
  /** For a server of web standards: `export default receiver` is a worker. */
  readonly fetch: (request: Request) => Promise<Response>;
  /** For a server that has read the body already. */
  readonly receive: (request: WebhookRequest) => Promise<WebhookAnswer>;
}

/**
 * Verifies, knows repetitions, hands over, and answers (R01, R03):
 *
 * | status | when | what senders do |
 * |---|---|---|
 * | 200 | every webhook of the body is committed, now or before; a handshake | nothing more |
 * | 400 | body, id or time cannot be read | try again, in vain |
 * | 401 | no signature, a wrong one, too old, not for us | try again, in vain |
 * | 405, 413 | no POST; too many bytes | try again, in vain |
 * | 503 | the store, `decide` or the sender's keys failed, or another delivery is at work | try again |
 *
 * The answer says nothing of the reason; the report does. A policy can have another status for 400, 401 and 413.
 * What `verify` throws, an empty secret say, goes through.
 */
export function webhookReceiver<Work>(settings: WebhookReceiverSettings<Work>): WebhookReceiver {
  const { policy, verify, now = Date.now, maximumBytes = 1024 * 1024 } = settings;
  const report = (told: WebhookReport) => {
    try {
      settings.report?.(told);
    } catch {
      // What is committed stays so, and is not sent again because a log is full.
    }
  };
  const refuse = (status: number, told: WebhookReport) => {
    report(told);
    return answer(policy.delivery?.refusedStatus ?? status);
  };

  const before = (request: { readonly method: string; readonly url: string }): WebhookAnswer | undefined => {
    const token = handshakeAnswer(request, policy);
    if (token !== undefined) {
      report({ kind: 'handshake' });
      return answer(200, token);
    }
    if (request.method === 'POST') return undefined;
    report({ kind: 'wrong-method' });
    return answer(405, '', { allow: 'POST' });
  };
  const take = async (delivery: WebhookDelivery): Promise<WebhookAnswer> => {
    if (delivery.body.length > maximumBytes) return refuse(413, { kind: 'too-big' });
    const verified = await verify(delivery, now());
    if (!verified.ok) return refuse(statuses[verified.reason], { kind: 'refused', reason: verified.reason });
    let isDone = true;
    for (const webhook of verified.webhooks) {
      const told = await takeOne(settings, now, webhook, delivery);
      report(told);
      if (told.kind !== 'committed' && told.kind !== 'duplicate') isDone = false;
      // With the store down the rest would only wait for it too.
      if (told.kind === 'failed' && told.step !== 'decide') break;
    }
    return isDone ? answer(200) : answer(503, '', { 'retry-after': String(leaseSecondsOf(settings)) });
  };

  return {
    receive: async (request) => before(request) ?? take(request),
    fetch: async (request) => {
      const early = before(request);
      if (early !== undefined) return toResponse(early);
      const body = await readLimited(request, maximumBytes);
      if (typeof body === 'string') return toResponse(refuse(body === 'too-big' ? 413 : 400, { kind: body }));
      return toResponse(await take({ body, headers: request.headers }));
    },
  };
}

/** Claims, decides and commits one webhook. Whatever fails, its lease is given back where the store still answers. */
async function takeOne<Work>(
  settings: WebhookReceiverSettings<Work>,
  now: () => number,
  webhook: Webhook,
  delivery: WebhookDelivery,
): Promise<WebhookReport> {
  const { store, decide } = settings;
  let step: 'claim' | 'decide' | 'commit' = 'claim';
  const at = now();
  const lease = { now: at, until: at + leaseSecondsOf(settings) * 1000 };
  try {
    const claim = await store.claim(webhook.key, lease);
    if (claim !== 'claimed') return { kind: claim === 'done' ? 'duplicate' : 'busy', webhook };
    step = 'decide';
    const work = await decide(webhook, delivery);
    step = 'commit';
    const committed = await store.commit(webhook.key, work);
    return { kind: committed === 'committed' ? 'committed' : 'duplicate', webhook };
  } catch (error) {
    // A lease that nobody gives back runs out; what failed is told, not this.
    if (step !== 'claim') await store.release(webhook.key, lease).catch(() => undefined);
    return { kind: 'failed', step, webhook, error };
  }
}

function leaseSecondsOf({ leaseSeconds = 60 }: { readonly leaseSeconds?: number | undefined }): number {
  return leaseSeconds;
}

const statuses: Readonly<Record<WebhookRefusal, number>> = {
  'signature-missing': 401,
  'signature-wrong': 401,
  'header-missing': 400,
  'header-wrong': 400,
  'too-old': 401,
  'from-the-future': 401,
  'body-unreadable': 400,
  'unknown-key': 401,
  'keys-unavailable': 503,
  'recipient-wrong': 401,
};

/** Plain text that no browser takes for anything else, since a handshake repeats what it was sent. */
function answer(status: number, body = '', headers: Readonly<Record<string, string>> = {}): WebhookAnswer {
  const plain = { 'content-type': 'text/plain; charset=utf-8', 'x-content-type-options': 'nosniff' };
  return { status, headers: { ...plain, 'cache-control': 'no-store', ...headers }, body };
}

function toResponse({ status, headers, body }: WebhookAnswer): Response {
  return new Response(body, { status, headers });
}
