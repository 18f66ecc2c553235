import { zValidator } from '@hono/zod-validator';
import { Hono } from 'hono';
import { bodyLimit } from 'hono/body-limit';
import { createMiddleware } from 'hono/factory';
import { HTTPException } from 'hono/http-exception';
import { z } from 'zod';
import { groupWork } from '../queries/group-work.ts';
import { asked } from '../server/asked.ts';
import type { Tower } from '../server/tower.ts';
import type { TowerEnv, User } from '../server/user.ts';
import { DecideRequest, DoRequest, TryRequest } from './act.ts';
import { ActFault } from './act-fault.ts';
import { actable } from './actable.ts';
import { type DoneAct, decideAct, doAct } from './do-act.ts';
import { forViewers } from './for-viewers.ts';
import { listActs, phasesOfAct } from './list-acts.ts';
import { switchView } from './switch-view.ts';
import { tryAct } from './try-act.ts';

/** What an operator does: tries it, does it, has another approve it; and what was done, by whom and why. */
export function actsApi(tower: Tower) {
  const { database } = tower;
  const once = onceAtATime(() => tower.live.tell({ at: tower.clock(), orders: 0 }));
  return new Hono<TowerEnv>()
    .get('/', asked(z.object({ after: z.string().max(2000).optional() })), async (context) => {
      const page = await listActs(database, context.req.valid('query').after);
      const isOperator = context.get('user').role === 'operator';
      return context.json(isOperator ? page : { ...page, rows: page.rows.map(forViewers) });
    })
    .get('/phases', asked(z.object({ id: z.uuid() })), async (context) =>
      context.json({ rows: await phasesOfAct(database, context.req.valid('query').id) }),
    )
    .get('/groups', async (context) => context.json({ groups: await groupWork(database) }))
    .get('/switches', async (context) => context.json(await switchView(tower)))
    .get('/actable', operator, asked(z.object({ id: z.string().max(1000) })), async (context) => {
      const { id } = context.req.valid('query');
      const items = await actable(tower, id);
      return items === undefined
        ? context.json({ fault: `There is no order ${id}.` }, 404)
        : context.json({ items, canAct: tower.runtime !== undefined });
    })
    .post('/dry-run', operator, own, limited, told(TryRequest), async (context) =>
      context.json(await tryAct(tower, context.get('user'), context.req.valid('json'))),
    )
    .post('/', operator, own, limited, told(DoRequest), async (context) => {
      const { token, reason } = context.req.valid('json');
      return context.json(
        await once(context.get('user'), token, () => doAct(tower, context.get('user'), token, reason)),
      );
    })
    .post('/decide', operator, own, limited, told(DecideRequest), async (context) => {
      const { id, decision } = context.req.valid('json');
      return context.json(
        await once(context.get('user'), id, () => decideAct(tower, context.get('user'), id, decision)),
      );
    })
    .onError((error, context) => {
      if (error instanceof ActFault) return context.json({ fault: error.message }, error.status);
      if (error instanceof HTTPException) return context.json({ fault: error.message }, error.status);
      throw error;
    });
}

const operator = createMiddleware<TowerEnv>(async (context, next) => {
  if (context.get('user').role !== 'operator')
    return context.json({ fault: 'Only an operator may do that: you may look.' }, 403);
  await next();
  return undefined;
});

/** Only pages of this server may act: a page elsewhere can send a form here, but no JSON, and a browser says where it comes from. */
const own = createMiddleware<TowerEnv>(async (context, next) => {
  if (!/^application\/json\b/.test(context.req.header('Content-Type') ?? ''))
    return context.json({ fault: 'An act is sent as application/json.' }, 415);
  const [origin, site] = [context.req.header('Origin'), context.req.header('Sec-Fetch-Site')];
  const isElsewhere =
    origin !== undefined && hostOf(origin) !== (context.req.header('Host') ?? hostOf(context.req.url));
  if (isElsewhere || (site !== undefined && site !== 'same-origin'))
    return context.json({ fault: 'Another page may not act here.' }, 403);
  // A token of the session is asked for here, where people sign in.
  await next();
  return undefined;
});

function hostOf(address: string): string | undefined {
  return URL.canParse(address) ? new URL(address).host : undefined;
}

const limited = bodyLimit({
  maxSize: 1024 * 1024,
  onError: (context) => context.json({ fault: 'An act is at most one megabyte long.' }, 413),
});

function told<Schema extends z.ZodType>(schema: Schema) {
  return zValidator('json', schema, (read, context) => {
    if (read.success) return undefined;
    return context.json({ fault: z.prettifyError(read.error) }, 400);
  });
}

/** What the same operator presses again while it is being done waits for that, and is answered the same. Pages hear of its end. */
function onceAtATime(ended: () => void) {
  const begun = new Map<string, Promise<DoneAct>>();
  return (user: User, id: string, act: () => Promise<DoneAct>): Promise<DoneAct> => {
    const key = JSON.stringify([user.id, id]);
    const started =
      begun.get(key) ??
      act().finally(() => {
        begun.delete(key);
        ended();
      });
    begun.set(key, started);
    return started;
  };
}
