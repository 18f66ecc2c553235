import { Hono } from 'hono';
import { z } from 'zod';
import { actsApi } from '../acts/acts-api.ts';
import { documentRoutes } from '../document/document-routes.ts';
import { insightApi } from '../insight/insight-api.ts';
import { orderView } from '../order/order-view.ts';
import { atRisk } from '../queries/at-risk.ts';
import { findOrders } from '../queries/find-orders.ts';
import { listOrders } from '../queries/list-orders.ts';
import { listWork } from '../queries/list-work.ts';
import { now } from '../queries/now.ts';
import { asked } from './asked.ts';
import { sendNews } from './send-news.ts';
import { streamsOfUsers } from './streams-of-users.ts';
import type { Tower } from './tower.ts';
import type { TowerEnv } from './user.ts';

const text = z.string().max(300);
const listed = z.object({
  after: z.string().max(2000).optional(),
  limit: z.coerce.number().int().min(1).max(500).optional(),
});

/** What the pages ask: JSON over GET, and news as server-sent events; what operators do comes by POST. The type of what it answers is the client's. */
export function api(tower: Tower) {
  const { journal, database, policyOf, live, clock } = tower;
  const streams = streamsOfUsers();
  return new Hono<TowerEnv>()
    .route('/acts', actsApi(tower))
    .route('/insight', insightApi(tower))
    .get('/now', asked(z.object({ from: z.iso.datetime() })), async (context) =>
      context.json(await now(database, context.req.valid('query').from, clock())),
    )
    .get('/risk', async (context) => context.json({ rows: await atRisk(database, clock()) }))
    .get('/orders', asked(listed.extend({ phase: text.optional(), partner: text.optional() })), async (context) =>
      context.json(await listOrders(database, context.req.valid('query'))),
    )
    .get('/work', asked(listed.extend({ cause: text.optional(), owner: text.optional() })), async (context) =>
      context.json(await listWork(database, context.req.valid('query'))),
    )
    .get('/find', asked(z.object({ number: text })), async (context) =>
      context.json({ rows: await findOrders(database, context.req.valid('query').number) }),
    )
    .get('/order', asked(z.object({ id: z.string().max(1000) })), async (context) => {
      const { id } = context.req.valid('query');
      const order = await orderView(journal, id, policyOf);
      return order === undefined ? context.json({ fault: `There is no order ${id}.` }, 404) : context.json(order);
    })
    .route('/document', documentRoutes(journal))
    .get('/live', (context) => sendNews(context, live, streams));
}

/** For the typed client of the pages. */
export type Api = ReturnType<typeof api>;
