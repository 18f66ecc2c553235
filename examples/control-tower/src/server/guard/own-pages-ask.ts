import { createMiddleware } from 'hono/factory';
import type { TowerEnv } from '../user.ts';

/**
 * Refuses what a browser asks for a page elsewhere: that page could not read the answer, but it would take from the rates and
 * the streams of whoever looks at it. To follow a link from elsewhere is no such thing.
 */
export const ownPagesAsk = createMiddleware<TowerEnv>(async (context, next) => {
  const [site, to] = [context.req.header('Sec-Fetch-Site'), context.req.header('Sec-Fetch-Dest')];
  if (site === undefined || site === 'same-origin' || site === 'none' || to === 'document') return next();
  return context.json({ fault: 'Only pages of the tower itself may ask this.' }, 403);
});
