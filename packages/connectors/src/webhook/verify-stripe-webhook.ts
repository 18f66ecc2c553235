import type { WebhookPolicy } from '../port/policy.ts';
import { stripeWebhooks } from './data/webhook-policies.ts';
import { describeWebhook } from './describe-webhook.ts';
import { fittingSecret } from './fitting-secret.ts';
import { headerValues } from './header-values.ts';
import { jsonContent } from './json-content.ts';
import { secretList } from './secret-list.ts';
import { signedContent } from './signed-content.ts';
import { timeFault } from './time-fault.ts';
import type { WebhookDelivery, WebhookVerification } from './webhook.ts';

/** More parts than a sender has secrets are somebody's wish to keep us busy. */
const mostParts = 16;

/**
 * Checks a webhook of Stripe: HMAC-SHA256 over the timestamp, a full stop and the body, in hexadecimal; several `v1` while
 * a secret is replaced ("Verify webhook signatures manually"). The endpoint's secret is used as it is, `whsec_` included.
 * `now` is in milliseconds since 1970. Throws a TypeError for an empty secret.
 */
export async function verifyStripeWebhook(
  { body, headers }: WebhookDelivery,
  settings: { secrets: string | readonly string[]; now: number; policy?: WebhookPolicy | undefined },
): Promise<WebhookVerification> {
  const { now, policy = stripeWebhooks } = settings;
  const secrets = secretList(settings.secrets).map((secret) => new TextEncoder().encode(secret));
  const values = headerValues(headers);
  const { timestamp, signatures } = readParts(values.get(policy.headers.signature ?? '') ?? '');
  if (signatures.length === 0) return { ok: false, reason: 'signature-missing' };
  if (timestamp === undefined) return { ok: false, reason: 'header-wrong' };
  const secret = await fittingSecret(signedContent(`${timestamp}.`, body), signatures, secrets);
  if (secret === undefined) return { ok: false, reason: 'signature-wrong' };
  const sentAt = Number(timestamp) * 1000;
  const fault = timeFault(sentAt, now, policy.toleranceSeconds ?? 0);
  if (fault !== undefined) return { ok: false, reason: fault };
  const content = await jsonContent(body);
  const webhook = content && (await describeWebhook({ policy, values, body, content: content.value, sentAt }));
  if (webhook === undefined) return { ok: false, reason: 'body-unreadable' };
  return { ok: true, webhooks: [webhook], by: { secret } };
}

/** `t=1492774577,v1=5257a8…,v0=6ffbb5…`: the time, undefined where there is not just one, and the signatures `v1`. */
function readParts(header: string): { timestamp: string | undefined; signatures: Uint8Array[] } {
  const parts = header.split(',', mostParts).map((part) => part.trim());
  const times = parts.flatMap((part) => /^t=(\d{1,11})$/.exec(part)?.[1] ?? []);
  const signatures = parts.flatMap((part) => /^v1=([0-9a-f]{64})$/.exec(part)?.[1] ?? []);
  return { timestamp: times.length === 1 ? times[0] : undefined, signatures: signatures.map(fromHexadecimal) };
}

function fromHexadecimal(text: string): Uint8Array {
  return Uint8Array.from({ length: text.length / 2 }, (_, at) => Number.parseInt(text.slice(at * 2, at * 2 + 2), 16));
}
