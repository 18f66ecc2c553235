import { type Context, Hono } from 'hono';
import { headerNames } from '../server/header-names.ts';
import type { TowerEnv } from '../server/user.ts';
import { attempt } from './attempt.ts';
import type { OidcProvider } from './oidc-provider.ts';
import { ownCookie } from './own-cookie.ts';
import { returnPath } from './return-path.ts';
import type { Sessions } from './sessions.ts';
import type { SignIn } from './sign-in.ts';

/** What people see why they are not signed in; the page has a sentence for each. */
type Why = 'failed' | 'expired' | 'role' | 'unreachable';

/** Signs people in at a provider, and keeps sessions. `isSecure` says that people reach the tower over TLS. */
export function oidcSignIn(provider: OidcProvider, sessions: Sessions, isSecure: boolean): SignIn {
  const session = ownCookie('tower', isSecure);
  const begun = ownCookie('tower-sign-in', isSecure);
  const back = (context: Context, why: Why) => context.redirect(`/not-signed-in?why=${why}`);
  const routes = new Hono<TowerEnv>()
    .get('/sign-in', async (context) => {
      const started = await provider.begin(returnPath(context.req.query('to'))).catch(logged);
      if (started === undefined) return back(context, 'unreachable');
      begun.write(context, attempt.write(started.kept), 600);
      return context.redirect(started.address.href);
    })
    .get('/sign-in/callback', async (context) => {
      const kept = attempt.read(begun.read(context));
      begun.clear(context);
      if (kept === undefined) return back(context, 'expired');
      const came = await provider.finish(kept, new URL(context.req.url).search).catch(logged);
      if (came === undefined) return back(context, 'failed');
      if (came.user === undefined) return back(context, 'role');
      const former = session.read(context);
      if (former !== undefined) await sessions.end(former);
      session.write(context, await sessions.begin(came.user, came.idToken));
      return context.redirect(kept.to);
    })
    .post('/sign-out', async (context) => {
      const idToken = await sessions.end(session.read(context) ?? '');
      session.clear(context);
      // Here it is over in any case, also where the provider does not answer.
      const end = idToken === undefined ? undefined : await provider.endOf(idToken).catch(logged);
      return context.json({ to: end?.href ?? '/' });
    });
  return {
    routes,
    whoAsks: async (context) => {
      const id = session.read(context);
      return id === undefined ? undefined : sessions.find(id, context.req.header(headerNames.active) !== undefined);
    },
  };
}

/** What went wrong, for the log, without what was sent: that may be a token, or say who somebody is. */
function logged(error: unknown): undefined {
  const { message, code, error: told, cause } = error as Fault;
  const more = [code, told, cause?.code].filter((one) => typeof one === 'string');
  console.error(`A sign-in did not end well: ${JSON.stringify([message, ...more])}`);
}

/** What errors of the client library say, as far as it may be told. */
interface Fault {
  readonly message?: string;
  readonly code?: unknown;
  /** The provider's word for it. */
  readonly error?: unknown;
  readonly cause?: { readonly code?: unknown };
}
