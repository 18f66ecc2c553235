import * as z from 'zod';
import type { Call } from '../port/call.ts';
import type { Health } from '../port/health.ts';
import type { AdminClient, Operation } from './admin-client.ts';

/** Which versions there are. */
const shopHealth: Operation<{
  shop: { name: string };
  publicApiVersions: { handle: string; supported: boolean }[];
}> = {
  kind: 'read',
  name: 'ShopHealth',
  cost: 2,
  text: `query ShopHealth {
  shop { name }
  publicApiVersions { handle supported }
}`,
  data: z.object({
    shop: z.object({ name: z.string() }),
    publicApiVersions: z.array(z.object({ handle: z.string(), supported: z.boolean() })),
  }),
};

const day = 86_400_000;

/**
 * Whether the token and the version are right. A version is good for a year from the first day of its quarter (Shopify: About
 * API versioning): 90 days before its end there is a warning. What asks for a version that is gone is answered by
 * the oldest that is left, without a word but the header `X-Shopify-API-Version`.
 */
export async function checkHealth(
  admin: AdminClient,
  { apiVersion, now }: { readonly apiVersion: string; readonly now: number },
  call?: Call,
): Promise<Health> {
  const answer = await admin.run(shopHealth, {}, call);
  if (!answer.ok) return { status: 'failed', failure: answer.failure };
  const spoken = answer.headers.get('x-shopify-api-version') ?? undefined;
  const pinned = answer.data.publicApiVersions.find(({ handle }) => handle === apiVersion);
  const ends = endOf(apiVersion);
  const warnings: string[] = [];
  if (pinned?.supported !== true) warnings.push(`version ${apiVersion} is not supported`);
  else if (ends !== undefined && ends - now <= 90 * day) {
    const left = Math.max(Math.ceil((ends - now) / day), 0);
    warnings.push(`version ${apiVersion} ends on ${new Date(ends).toISOString().slice(0, 10)}, in ${left} days`);
  }
  if (spoken !== undefined && spoken !== apiVersion) warnings.push(`Shopify answers by version ${spoken}`);
  return { status: 'well', ...(spoken !== undefined && { apiVersion: spoken }), warnings };
}

/** The first day on which a version is gone; undefined for `unstable`. */
function endOf(apiVersion: string): number | undefined {
  const [, year, month] = /^(\d{4})-(\d\d)$/.exec(apiVersion) ?? [];
  return year === undefined || month === undefined ? undefined : Date.UTC(Number(year) + 1, Number(month) - 1, 1);
}
