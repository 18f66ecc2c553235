import { createMiddleware } from 'hono/factory';
import { headerNames } from '../header-names.ts';
import type { TowerEnv } from '../user.ts';
import { isWrite } from './is-write.ts';
import { sameText } from './same-text.ts';

/**
 * Refuses writes that do not come from the tower's own pages: a browser says where a request comes from, and pages elsewhere
 * do not know the token. `origin` is the public one; that which was asked where absent.
 */
export function ownPagesWrite(origin: string | undefined) {
  return createMiddleware<TowerEnv>(async (context, next) => {
    const { req } = context;
    if (!isWrite(req.method)) return next();
    const [site, from] = [req.header('Sec-Fetch-Site'), req.header('Origin')];
    const isElsewhere = site !== undefined && site !== 'same-origin';
    if (isElsewhere || (from !== undefined && from !== (origin ?? new URL(req.url).origin)))
      return context.json({ fault: 'Only pages of the tower itself may change something.' }, 403);
    const token = context.get('visitor')?.token;
    if (token === undefined) return context.json({ fault: 'You are not signed in.' }, 401);
    if (!sameText(req.header(headerNames.token) ?? '', token))
      return context.json(
        { fault: `The header ${headerNames.token} is not that of your session. Load the page anew.` },
        403,
      );
    return next();
  });
}
