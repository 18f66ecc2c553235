import { createServer, type IncomingMessage, type ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';
import Provider, { type KoaContextWithOIDC } from 'oidc-provider';

/** Whom the provider knows. */
interface Account {
  readonly name: string;
  readonly groups: readonly string[];
  readonly email: string;
  readonly email_verified: boolean;
}

const accounts: Readonly<Record<string, Account>> = {
  ada: { name: 'Ada', groups: ['staff', 'tower-operators'], email: 'ada@shop.example', email_verified: true },
  bob: { name: 'Bob', groups: ['staff'], email: 'bob@shop.example', email_verified: true },
  eve: { name: 'Eve', groups: ['guests'], email: 'ada@shop.example', email_verified: false },
};

/** A provider of OpenID Connect that runs in this process. */
export interface TestProvider {
  readonly issuer: string;
  readonly clientId: string;
  readonly clientSecret: string;
  close(): Promise<void>;
}

/** Signs in whoever says who they are. `origin` is where the tower is reached. */
export async function testProvider(origin: string): Promise<TestProvider> {
  const server = createServer();
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  const issuer = `http://localhost:${(server.address() as AddressInfo).port}`;
  const [clientId, clientSecret] = ['tower', 'a secret of this test alone'];
  const provider = new Provider(issuer, {
    clients: [
      {
        client_id: clientId,
        client_secret: clientSecret,
        token_endpoint_auth_method: 'client_secret_post',
        redirect_uris: [`${origin}/sign-in/callback`],
        post_logout_redirect_uris: [`${origin}/`],
      },
    ],
    pkce: { required: () => true },
    claims: { openid: ['sub'], profile: ['name'], email: ['email', 'email_verified'], groups: ['groups'] },
    findAccount: (_, id) => ({ accountId: id, claims: () => ({ sub: id, ...accounts[id] }) }),
    loadExistingGrant: agreed,
    interactions: { url: (_, { uid }) => `/who/${uid}` },
    features: { devInteractions: { enabled: false }, rpInitiatedLogout: { logoutSource: askOut } },
    cookies: { keys: ['of this test'] },
  });
  const answer = provider.callback();
  server.on('request', (request, response) => {
    if (!request.url?.startsWith('/who/')) return answer(request, response);
    return who(provider, request, response).catch((error: unknown) => response.destroy(error as Error));
  });
  const close = () => {
    server.closeAllConnections();
    return new Promise<void>((resolve) => server.close(() => resolve()));
  };
  return { issuer, clientId, clientSecret, close };
}

/** The tower is the house's own: nobody is asked what it may know. */
async function agreed({ oidc: { client, session, provider } }: KoaContextWithOIDC) {
  if (client === undefined || session?.accountId === undefined) return undefined;
  const grant = new provider.Grant({ clientId: client.clientId, accountId: session.accountId });
  grant.addOIDCScope('openid profile email groups');
  await grant.save();
  return grant;
}

/** The page on which one says who one is; `as=nobody` goes back without it. */
async function who(provider: Provider, request: IncomingMessage, response: ServerResponse): Promise<void> {
  const as = new URL(request.url ?? '', provider.issuer).searchParams.get('as');
  if (as === null) {
    const links = Object.keys(accounts).map((id) => `<p><a href="?as=${id}">${id}</a></p>`);
    response.setHeader('Content-Type', 'text/html').end(`<!doctype html><h1>Who are you?</h1>${links.join('')}`);
    return;
  }
  const isKnown = Object.hasOwn(accounts, as);
  const result = isKnown ? { login: { accountId: as } } : { error: 'access_denied', error_description: 'Not today' };
  await provider.interactionFinished(request, response, result);
}

function askOut(context: KoaContextWithOIDC, form: string): void {
  context.body = `<!doctype html><h1>Sign out?</h1>${form}<button form="op.logoutForm" name="logout" value="yes">Yes</button>`;
}
