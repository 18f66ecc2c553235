import type { Hono } from 'hono';
import { except } from 'hono/combine';
import { createMiddleware } from 'hono/factory';
import type { SignIn } from '../../sign-in/sign-in.ts';
import type { TowerEnv } from '../user.ts';
import type { AddressOf } from './address-of.ts';
import { atARate, type Rates } from './at-a-rate.ts';
import { operatorsWrite } from './operators-write.ts';
import { ownPagesAsk } from './own-pages-ask.ts';
import { ownPagesWrite } from './own-pages-write.ts';
import { withinBounds } from './within-bounds.ts';

/** Whom to let in, and how often. */
export interface GuardSettings {
  readonly signIn: SignIn;
  /** Where people reach the tower; that which was asked where absent. */
  readonly origin: string | undefined;
  readonly rates: Rates;
  readonly addressOf: AddressOf;
}

/** Puts itself before every route that is added later: who asks is known, may ask this, and asks from here. */
export function guard(app: Hono<TowerEnv>, { signIn, origin, rates, addressOf }: GuardSettings): void {
  const isPage = (path: string) => !/^\/(api|sign-in|sign-out)(\/|$)/.test(path);
  app.use(withinBounds);
  app.use('/api/*', ownPagesAsk);
  app.use(
    createMiddleware<TowerEnv>(async (context, next) => {
      const visitor = await signIn.whoAsks(context);
      if (visitor === undefined) return next();
      context.set('visitor', visitor);
      context.set('user', visitor.user);
      return next();
    }),
  );
  app.use(except((context) => isPage(context.req.path) && context.req.method === 'GET', atARate(rates, addressOf)));
  app.use(ownPagesWrite(origin));
  if (signIn.routes !== undefined) app.route('/', signIn.routes);
  app.use(operatorsWrite);
  app.use('/api/*', async (context, next) => {
    if (context.get('visitor') === undefined) return context.json({ fault: 'You are not signed in.' }, 401);
    return next();
  });
  app.get('/api/me', (context) => {
    const { user, token, endsAt } = context.get('visitor') ?? {};
    return context.json({ user, token, endsAt, canSignOut: signIn.routes !== undefined });
  });
}
