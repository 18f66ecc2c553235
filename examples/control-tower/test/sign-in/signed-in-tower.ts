import { oidcProvider } from '../../src/sign-in/oidc-provider.ts';
import { oidcSettings } from '../../src/sign-in/oidc-settings.ts';
import { oidcSignIn } from '../../src/sign-in/oidc-sign-in.ts';
import { createSessions, type Sessions } from '../../src/sign-in/sessions.ts';
import { type TowerUnderTest, towerUnderTest } from '../tower-app.ts';
import { type TestBrowser, testBrowser } from './test-browser.ts';
import { type TestProvider, testProvider } from './test-provider.ts';

/** A tower that people sign in to at a provider. */
export interface SignedInTower {
  readonly tower: TowerUnderTest;
  readonly provider: TestProvider;
  readonly sessions: Sessions;
  readonly app: ReturnType<TowerUnderTest['app']>;
  /** A browser in which nobody is signed in. */
  browser(): TestBrowser;
  /** One in which somebody is. */
  browserOf(account: string): Promise<TestBrowser>;
  close(): Promise<void>;
}

/** Where people reach it, behind a server that does TLS. */
export const address = 'https://tower.example';

export async function signedInTower(more: Readonly<Record<string, string>> = {}): Promise<SignedInTower> {
  const [tower, provider] = await Promise.all([towerUnderTest(), testProvider(address)]);
  const settings = oidcSettings({
    TOWER_OIDC_ISSUER: provider.issuer,
    TOWER_OIDC_CLIENT_ID: provider.clientId,
    TOWER_OIDC_CLIENT_SECRET: provider.clientSecret,
    TOWER_OIDC_SCOPE: 'openid profile email groups',
    TOWER_ADDRESS: address,
    TOWER_OPERATORS: 'groups=tower-operators',
    ...more,
  });
  if (typeof settings !== 'object') throw new Error(settings ?? 'no settings');
  const sessions = createSessions(tower.database, tower.house.now);
  const signIn = oidcSignIn(oidcProvider(settings), sessions, true);
  const app = tower.app({ hosts: ['tower.example'], signIn, origin: address });
  // The proxy speaks HTTP to it, and names the host that was asked for.
  const browser = () =>
    testBrowser(address, (request) => app.fetch(new Request(request.url.replace(/^https:/, 'http:'), request)));
  return {
    tower,
    provider,
    sessions,
    app,
    browser,
    async browserOf(account) {
      const one = browser();
      const asked = await one.follow(`${address}/sign-in`);
      await one.follow(`${asked.at.href}?as=${account}`);
      return one;
    },
    async close() {
      await provider.close();
      await tower.database.destroy();
    },
  };
}
