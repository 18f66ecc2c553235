import type { WebhookPolicy } from '../port/policy.ts';
import { businessCentralWebhooks } from './data/webhook-policies.ts';
import { webhookKey } from './describe-webhook.ts';
import { fittingToken } from './fitting-token.ts';
import { jsonAt, jsonContent } from './json-content.ts';
import { secretList } from './secret-list.ts';
import type { Webhook, WebhookDelivery, WebhookVerification } from './webhook.ts';

/** One subscription sends up to a thousand changes before it makes a `collection` of them; one body may hold several. */
const mostNotifications = 20_000;

/**
 * Checks the notifications of Dynamics 365 Business Central ("Working with webhooks in Dynamics 365 Business Central"): every
 * one of a body has to hold a `clientState` that is one of the secrets. **Nothing is signed**: who has seen one body knows the
 * secret. `id` is made of subscription, resource, kind of change and time, `topic` of entity set and kind of change
 * (`items/updated`), `sender` is the company's id. `content` is the notification, which names a record and no more; of a
 * `collection` the resource is a query of many. Throws a TypeError for an empty secret.
 */
export async function verifyBusinessCentralWebhook(
  { body }: WebhookDelivery,
  settings: { secrets: string | readonly string[]; policy?: WebhookPolicy | undefined },
): Promise<WebhookVerification<'signature-missing' | 'signature-wrong' | 'body-unreadable'>> {
  const { policy = businessCentralWebhooks } = settings;
  const secrets = secretList(settings.secrets);
  const content = await jsonContent(body);
  const list = content && jsonAt(content.value, ['value']);
  if (!Array.isArray(list) || list.length > mostNotifications) return { ok: false, reason: 'body-unreadable' };
  const proof = await proofOf(list, secrets);
  if (typeof proof === 'string') return { ok: false, reason: proof };
  const webhooks = list.map((notification) => describe(notification, policy));
  if (!webhooks.every((webhook) => webhook !== undefined)) return { ok: false, reason: 'body-unreadable' };
  return { ok: true, webhooks, by: { secret: proof } };
}

/** The last of the secrets that the notifications hold: while one is replaced a body may hold both. */
async function proofOf(
  list: readonly unknown[],
  secrets: readonly string[],
): Promise<number | 'signature-missing' | 'signature-wrong'> {
  if (list.length === 0) return 'signature-missing';
  const states = new Set(list.map((notification) => jsonAt(notification, ['clientState'])));
  let last = 0;
  for (const state of states) {
    if (typeof state !== 'string' || state === '') return 'signature-missing';
    // One wrong one is enough, so that no body costs more than a few comparisons.
    const secret = await fittingToken(state, secrets);
    if (secret === undefined) return 'signature-wrong';
    last = Math.max(last, secret);
  }
  return last;
}

function describe(notification: unknown, policy: WebhookPolicy): Webhook | undefined {
  const [subscriptionId, resource, changeType, at] = [
    'subscriptionId',
    'resource',
    'changeType',
    'lastModifiedDateTime',
  ].map((name) => jsonAt(notification, [name]));
  if (typeof subscriptionId !== 'string' || typeof resource !== 'string') return undefined;
  if (typeof changeType !== 'string' || typeof at !== 'string') return undefined;
  const [, company] = /\bcompanies\(([^()]{1,100})\)/.exec(resource) ?? [];
  const [path = ''] = resource.split('?', 1);
  const [entity = ''] = path.slice(path.lastIndexOf('/') + 1).split('(', 1);
  const parts = [subscriptionId, resource, changeType, at];
  return {
    id: parts.join(' '),
    key: webhookKey(policy, parts),
    topic: `${entity}/${changeType}`,
    ...(company !== undefined && { sender: company }),
    at,
    content: withoutSecret(notification),
  };
}

/** What is told on and logged must not hold what proves it. */
function withoutSecret(notification: unknown): unknown {
  if (typeof notification !== 'object' || notification === null) return notification;
  return Object.fromEntries(Object.entries(notification).filter(([name]) => name !== 'clientState'));
}
