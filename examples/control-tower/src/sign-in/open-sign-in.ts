import type { TowerDatabase } from '../database/open-tower-database.ts';
import type { Role } from '../server/user.ts';
import { localSignIn } from './local-sign-in.ts';
import { oidcProvider } from './oidc-provider.ts';
import type { OidcSettings } from './oidc-settings.ts';
import { oidcSignIn } from './oidc-sign-in.ts';
import { createSessions } from './sessions.ts';
import type { SignIn } from './sign-in.ts';

/** Who may reach a server, and how. */
export interface Access {
  /** Address that it listens on; loopback where absent. */
  readonly host?: string | undefined;
  /** Of the developer, where nobody signs in; operator where absent. */
  readonly role?: Role | undefined;
  readonly oidc?: OidcSettings | undefined;
  /** Servers that pass requests on to it; none where absent. */
  readonly proxies?: number | undefined;
}

/** A sign-in that is ready, and what the application has to know with it. */
export interface OpenSignIn {
  readonly signIn: SignIn;
  readonly hosts: readonly string[];
  readonly origin?: string | undefined;
  close(): void;
}

/** How often it is looked for sessions that are over, in milliseconds. */
const sweepMs = 15_000;

/** By the provider where there is one, and else the developer of this machine, by its own names alone. */
export function openSignIn(
  { oidc, role }: Access,
  database: TowerDatabase,
  clock: () => string,
  onError: (error: unknown) => void,
): OpenSignIn {
  if (oidc === undefined)
    return { signIn: localSignIn(role), hosts: ['localhost', '127.0.0.1', '[::1]'], close: () => {} };
  const { origin } = oidc;
  const { hostname, protocol } = new URL(origin);
  const sessions = createSessions(database, clock);
  const timer = setInterval(() => sessions.sweep().catch(onError), sweepMs);
  return {
    signIn: oidcSignIn(oidcProvider(oidc), sessions, protocol === 'https:'),
    hosts: [hostname],
    origin,
    close: () => clearInterval(timer),
  };
}
