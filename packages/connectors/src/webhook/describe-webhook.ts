import type { WebhookField, WebhookPolicy } from '../port/policy.ts';
import { jsonAt } from './json-content.ts';
import { sha256Hex } from './sha256-hex.ts';
import type { Webhook } from './webhook.ts';

/** What is known of a webhook once it is believed. */
interface Known {
  readonly policy: WebhookPolicy;
  readonly values: ReadonlyMap<string, string>;
  readonly body: Uint8Array;
  readonly content?: unknown;
  /** Milliseconds since 1970. */
  readonly sentAt?: number | undefined;
}

/**
 * A webhook from the headers and fields that its policy names; headers go first. Undefined where one of them is to hold an
 * id and does not: without it repetitions could not be told.
 */
export async function describeWebhook({ policy, values, body, content, sentAt }: Known): Promise<Webhook | undefined> {
  const say = (field: WebhookField) => {
    const header = policy.headers[field];
    const path = policy.body?.[field];
    return (header && values.get(header)) || (path && textOf(jsonAt(content, path), field)) || undefined;
  };
  const hasId = policy.headers.id !== undefined || policy.body?.id !== undefined;
  const hash = hasId && !policy.unsigned?.includes('id') ? undefined : `sha256:${await sha256Hex(body)}`;
  const id = hasId ? say('id') : hash;
  if (id === undefined) return undefined;
  const [topic, sender, at] = [say('topic'), say('sender'), say('triggeredAt')];
  return {
    id,
    key: webhookKey(policy, hasId && hash !== undefined ? [id, hash] : [id]),
    ...(topic !== undefined && { topic }),
    ...(sender !== undefined && { sender }),
    ...(at !== undefined && { at }),
    ...(sentAt !== undefined && { sentAt: new Date(sentAt).toISOString() }),
    ...(content !== undefined && { content }),
  };
}

/** A key that no other id of this or another sender has. */
export function webhookKey(policy: WebhookPolicy, parts: readonly string[]): string {
  return JSON.stringify([policy.name ?? policy.scheme, ...parts]);
}

/** Texts as they are; whole numbers written out, as an instant where they are seconds since 1970. */
function textOf(value: unknown, field: WebhookField): string | undefined {
  if (typeof value === 'string') return value;
  if (!Number.isSafeInteger(value)) return undefined;
  const seconds = Number(value);
  if (field !== 'triggeredAt') return String(seconds);
  return Math.abs(seconds) <= 8.64e12 ? new Date(seconds * 1000).toISOString() : undefined;
}
