import type { WebhookPolicy } from '../port/policy.ts';
import { acumaticaWebhooks } from './data/webhook-policies.ts';
import { describeWebhook, webhookKey } from './describe-webhook.ts';
import { fittingToken } from './fitting-token.ts';
import { headerValues } from './header-values.ts';
import { jsonContent } from './json-content.ts';
import { secretList } from './secret-list.ts';
import type { WebhookDelivery, WebhookVerification } from './webhook.ts';

/**
 * Checks a push notification of Acumatica. No signature is documented: what is compared is the header that was set for the
 * destination on form SM302000 ("Push Notifications: Destinations"), `Authorization` unless the policy names another, with
 * the whole value as the secret. **The body is not proven.** Let nobody but the ERP's address in as well. A repetition has
 * the same `Id` and `Query`. Throws a TypeError for an empty secret.
 */
export async function verifyAcumaticaWebhook(
  { body, headers }: WebhookDelivery,
  settings: { secrets: string | readonly string[]; policy?: WebhookPolicy | undefined },
): Promise<WebhookVerification<'signature-missing' | 'signature-wrong' | 'body-unreadable'>> {
  const { policy = acumaticaWebhooks } = settings;
  const secrets = secretList(settings.secrets);
  const values = headerValues(headers);
  const given = values.get(policy.headers.signature ?? '');
  if (!given) return { ok: false, reason: 'signature-missing' };
  const secret = await fittingToken(given, secrets);
  if (secret === undefined) return { ok: false, reason: 'signature-wrong' };
  const content = await jsonContent(body);
  const webhook = content && (await describeWebhook({ policy, values, body, content: content.value }));
  if (webhook?.topic === undefined) return { ok: false, reason: 'body-unreadable' };
  const { id, topic, sender = '' } = webhook;
  return { ok: true, webhooks: [{ ...webhook, key: webhookKey(policy, [sender, topic, id]) }], by: { secret } };
}
