import { createMiddleware } from 'hono/factory';
import type { TowerEnv } from '../user.ts';
import { isWrite } from './is-write.ts';

/** Who is not an operator only looks, whatever the path is. */
export const operatorsWrite = createMiddleware<TowerEnv>(async (context, next) => {
  if (!isWrite(context.req.method) || context.get('visitor')?.user.role === 'operator') return next();
  return context.json({ fault: 'You may look, but not act: that is for operators.' }, 403);
});
