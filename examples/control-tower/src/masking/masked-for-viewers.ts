import { type Journal, loadOrder } from '@dist/orchestration/runtime';
import { mask } from '@dist/x12';
import { createMiddleware } from 'hono/factory';
import type { PolicyOf } from '../order/order-view.ts';
import type { TowerEnv } from '../server/user.ts';
import { maskAnswer } from './mask-answer.ts';
import { personalValues } from './personal-values.ts';

/**
 * Hides personal data from whoever may only look, in every answer, whoever wrote its route: JSON by its fields, every other
 * text as an X12 file is masked, which leaves no letter of what is no X12.
 */
export function maskedForViewers(journal: Pick<Journal, 'load'>, policyOf: PolicyOf) {
  const personalOf = async (order: string) =>
    personalValues((await loadOrder(journal as Journal, order, policyOf))?.state);
  return createMiddleware<TowerEnv>(async (context, next) => {
    await next();
    const { res } = context;
    if (context.get('visitor')?.user.role === 'operator' || res.body === null) return;
    const type = res.headers.get('Content-Type') ?? '';
    // News says when, and how many orders.
    if (type.startsWith('text/event-stream')) return;
    const isJson = type.startsWith('application/json');
    const body = isJson
      ? JSON.stringify(await maskAnswer(await res.json(), context.req.query('id'), personalOf))
      : new Uint8Array(mask(new Uint8Array(await res.arrayBuffer())));
    const headers = new Headers(res.headers);
    headers.delete('Content-Length');
    context.res = undefined;
    context.res = new Response(body, { status: res.status, headers });
  });
}
