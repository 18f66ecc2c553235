import { Hono } from 'hono';
import { secureHeaders } from 'hono/secure-headers';
import { maskedForViewers } from '../masking/masked-for-viewers.ts';
import { localSignIn } from '../sign-in/local-sign-in.ts';
import type { SignIn } from '../sign-in/sign-in.ts';
import { api } from './api.ts';
import { addressBehind } from './guard/address-of.ts';
import { type Rates, usualRates } from './guard/at-a-rate.ts';
import { guard } from './guard/guard.ts';
import type { PageFile } from './read-pages.ts';
import { sendPage } from './send-page.ts';
import type { Tower } from './tower.ts';
import type { TowerEnv } from './user.ts';

/** How a server is reached. */
export interface AppSettings {
  /** Names that it answers to, without a port: another one is a page elsewhere that points here. */
  readonly hosts: readonly string[];
  /** The built pages; none where only its answers are wanted. */
  readonly pages?: ReadonlyMap<string, PageFile> | undefined;
  /** How it knows who asks; the developer of this machine where absent. */
  readonly signIn?: SignIn | undefined;
  /** Where people reach it, such as `https://tower.example`; that which was asked where absent. */
  readonly origin?: string | undefined;
  readonly rates?: Partial<Rates> | undefined;
  /** Servers that pass requests on to it; none where absent. */
  readonly proxies?: number | undefined;
}

/** The tower over HTTP: every answer with headers that let a browser load nothing from elsewhere and be framed by nobody. */
export function createApp(tower: Tower, settings: AppSettings): Hono<TowerEnv> {
  const { hosts, pages = new Map(), signIn = localSignIn(), origin, rates, proxies = 0 } = settings;
  const app = new Hono<TowerEnv>();
  app.use(
    secureHeaders({
      contentSecurityPolicy: {
        defaultSrc: ["'self'"],
        scriptSrc: ["'self'"],
        styleSrc: ["'self'"],
        imgSrc: ["'self'", 'data:'],
        connectSrc: ["'self'"],
        objectSrc: ["'none'"],
        baseUri: ["'none'"],
        formAction: ["'self'"],
        frameAncestors: ["'none'"],
      },
      xFrameOptions: 'DENY',
      // Whoever puts it behind TLS says there for how long.
      strictTransportSecurity: false,
      referrerPolicy: 'no-referrer',
    }),
  );
  app.use(async (context, next) => {
    const { hostname } = new URL(context.req.url);
    if (!hosts.includes(hostname)) return context.json({ fault: 'This server does not answer to that name.' }, 421);
    await next();
    if (!context.res.headers.has('Cache-Control')) context.header('Cache-Control', 'no-store');
    return undefined;
  });
  guard(app, { signIn, origin, rates: { ...usualRates, ...rates }, addressOf: addressBehind(proxies) });
  app.use('/api/*', maskedForViewers(tower.journal, tower.policyOf));
  app.route('/api', api(tower));
  app.all('/api/*', (context) => context.json({ fault: 'There is nothing here.' }, 404));
  app.get('*', async (context, next) => sendPage(context, pages) ?? next());
  app.notFound((context) => context.json({ fault: 'There is nothing here.' }, 404));
  app.onError((error, context) => {
    // What went wrong stays in the log of the server: it may hold what a viewer must not see.
    console.error(error);
    return context.json({ fault: 'The tower could not answer. Its log says why.' }, 500);
  });
  return app;
}
