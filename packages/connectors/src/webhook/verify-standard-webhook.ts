import type { WebhookPolicy } from '../port/policy.ts';
import { base64Bytes } from './base64-bytes.ts';
import { standardWebhooks } from './data/webhook-policies.ts';
import { describeWebhook } from './describe-webhook.ts';
import { fittingSecret } from './fitting-secret.ts';
import { headerValues } from './header-values.ts';
import { jsonContent } from './json-content.ts';
import { secretList } from './secret-list.ts';
import { signedContent } from './signed-content.ts';
import { timeFault } from './time-fault.ts';
import type { WebhookDelivery, WebhookVerification } from './webhook.ts';

/** More signatures than a sender has secrets are somebody's wish to keep us busy. */
const mostSignatures = 16;

/**
 * Checks a webhook by Standard Webhooks 1.0.0 ("Verifying webhook authenticity"): id, timestamp and body are signed, by
 * HMAC-SHA256 (`v1`, secret `whsec_…`) or Ed25519 (`v1a`, public key `whpk_…`); several signatures in one header, of which
 * one has to fit. `now` is in milliseconds since 1970.
 *
 * A body that is no JSON is believed where the policy looks for nothing in it. Throws a TypeError for a secret that is
 * empty or cannot be read.
 */
export async function verifyStandardWebhook(
  { body, headers }: WebhookDelivery,
  settings: { secrets: string | readonly string[]; now: number; policy?: WebhookPolicy | undefined },
): Promise<WebhookVerification> {
  const { now, policy = standardWebhooks } = settings;
  const secrets = secretList(settings.secrets).map(readSecret);
  const values = headerValues(headers);
  const { signature: from = '', id: idFrom = '', timestamp: timestampFrom = '' } = policy.headers;
  const [listed, id, timestamp] = [values.get(from), values.get(idFrom), values.get(timestampFrom)];
  if (!listed) return { ok: false, reason: 'signature-missing' };
  if (!id || !timestamp) return { ok: false, reason: 'header-missing' };
  // A full stop in an id would let one signature be read as that of another id, time and body.
  if (id.includes('.') || !/^\d{1,11}$/.test(timestamp)) return { ok: false, reason: 'header-wrong' };

  const signatures = readSignatures(listed);
  if (signatures.length === 0) return { ok: false, reason: 'signature-missing' };
  const secret = await fitting(signedContent(`${id}.${timestamp}.`, body), signatures, secrets);
  if (secret === undefined) return { ok: false, reason: 'signature-wrong' };
  const sentAt = Number(timestamp) * 1000;
  const fault = timeFault(sentAt, now, policy.toleranceSeconds ?? 0);
  if (fault !== undefined) return { ok: false, reason: fault };

  const content = policy.body && (await jsonContent(body));
  if (policy.body && content === undefined) return { ok: false, reason: 'body-unreadable' };
  const webhook = await describeWebhook({ policy, values, body, content: content?.value, sentAt });
  if (webhook === undefined) return { ok: false, reason: 'header-missing' };
  return { ok: true, webhooks: [webhook], by: { secret } };
}

type Version = 'v1' | 'v1a';

interface Signature {
  readonly version: Version;
  readonly bytes: Uint8Array<ArrayBuffer>;
}

interface Secret {
  readonly version: Version;
  readonly bytes: Uint8Array<ArrayBuffer>;
}

function readSecret(text: string): Secret {
  const [, prefix = 'whsec_', base64 = ''] = /^(whsec_|whpk_)?(.*)$/s.exec(text) ?? [];
  const bytes = base64Bytes(base64);
  const version = prefix === 'whpk_' ? 'v1a' : 'v1';
  if (bytes === undefined || bytes.length === 0 || (version === 'v1a' && bytes.length !== 32)) {
    throw new TypeError('a secret of Standard Webhooks is whsec_ and Base64, or whpk_ and the Base64 of 32 bytes');
  }
  return { version, bytes };
}

function readSignatures(listed: string): Signature[] {
  return listed
    .split(' ', mostSignatures)
    .flatMap((one) => {
      const [, version, base64 = ''] = /^(v1a?),(.*)$/.exec(one) ?? [];
      const bytes = base64Bytes(base64);
      return version !== undefined && bytes !== undefined ? [{ version: version as Version, bytes }] : [];
    })
    .filter(({ version, bytes }) => bytes.length === (version === 'v1' ? 32 : 64));
}

/** The place of the first secret that one of the signatures fits. */
async function fitting(
  content: Uint8Array<ArrayBuffer>,
  signatures: readonly Signature[],
  secrets: readonly Secret[],
): Promise<number | undefined> {
  let place: number | undefined;
  for (const [at, { version, bytes }] of secrets.entries()) {
    const candidates = signatures.filter((signature) => signature.version === version).map((one) => one.bytes);
    if (candidates.length > 0 && (await isFitting(content, candidates, version, bytes))) place ??= at;
  }
  return place;
}

async function isFitting(
  content: Uint8Array<ArrayBuffer>,
  candidates: readonly Uint8Array<ArrayBuffer>[],
  version: Version,
  secret: Uint8Array<ArrayBuffer>,
): Promise<boolean> {
  if (version === 'v1') return (await fittingSecret(content, candidates, [secret])) !== undefined;
  const key = await crypto.subtle.importKey('raw', secret, { name: 'Ed25519' }, false, ['verify']);
  let fits = false;
  for (const signature of candidates) {
    if (await crypto.subtle.verify({ name: 'Ed25519' }, key, signature, content)) fits = true;
  }
  return fits;
}
