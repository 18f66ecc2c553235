import type { WebhookPolicy } from '../port/policy.ts';

/** A subscription as its system lists it. */
export interface WebhookSubscription {
  readonly id: string;
  /** `expirationDateTime`, ISO 8601, where the system has one. */
  readonly expiresAt?: string | undefined;
  /** When it was made or renewed last, ISO 8601: from it the end is reckoned where the system does not tell it. */
  readonly renewedAt?: string | undefined;
  /** `is_active`, where the system has it. */
  readonly isActive?: boolean | undefined;
}

/** What is to be done, and since or until when. */
export interface DueRenewal {
  readonly subscription: WebhookSubscription;
  /** `renew` it while it lives; `create` it again, since it is gone; `activate` it, since it was switched off. */
  readonly action: 'renew' | 'create' | 'activate';
  /** When it ends or ended, ISO 8601. */
  readonly expiresAt?: string | undefined;
}

/**
 * Which subscriptions need something done now, the first to end first. After `create` and `activate` webhooks are missing:
 * poll for what happened meanwhile (R28). Run it more than twice in `renewBeforeHours`, so that a failed renewal has a
 * second chance. `now` is in milliseconds since 1970. Throws a RangeError for an instant that cannot be read.
 */
export function dueRenewals(
  subscriptions: readonly WebhookSubscription[],
  now: number,
  policy: WebhookPolicy,
): DueRenewal[] {
  return subscriptions
    .flatMap((subscription) => {
      const end = endOf(subscription, policy);
      const action = actionFor(subscription, end, now, policy);
      return action === undefined ? [] : [{ subscription, action, end: end ?? now }];
    })
    .sort((one, other) => one.end - other.end)
    .map(({ subscription, action, end }) => ({
      subscription,
      action,
      ...(action !== 'activate' && { expiresAt: new Date(end).toISOString() }),
    }));
}

function actionFor(
  { isActive }: WebhookSubscription,
  end: number | undefined,
  now: number,
  { subscription: { renewBeforeHours = 0 } = {} }: WebhookPolicy,
): DueRenewal['action'] | undefined {
  if (isActive === false) return 'activate';
  if (end === undefined) return undefined;
  if (end <= now) return 'create';
  return end - now <= renewBeforeHours * hour ? 'renew' : undefined;
}

const hour = 3_600_000;

function endOf({ expiresAt, renewedAt }: WebhookSubscription, { subscription }: WebhookPolicy): number | undefined {
  if (expiresAt !== undefined) return instantOf(expiresAt);
  if (renewedAt === undefined || subscription?.expiresAfterHours === undefined) return undefined;
  return instantOf(renewedAt) + subscription.expiresAfterHours * hour;
}

function instantOf(text: string): number {
  const instant = /(?:Z|[+-]\d\d:\d\d)$/.test(text) ? Date.parse(text) : Number.NaN;
  if (Number.isNaN(instant)) throw new RangeError(`an instant of ISO 8601 with its offset is expected, not ${text}`);
  return instant;
}
