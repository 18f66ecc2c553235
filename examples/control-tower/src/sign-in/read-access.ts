import type { Role } from '../server/user.ts';
import { oidcSettings } from './oidc-settings.ts';
import type { Access } from './open-sign-in.ts';

/** What the command line says of it. */
interface Told {
  readonly host: string;
  readonly role?: Role | undefined;
}

/** Who may reach the tower, from the command line and the environment; a sentence where the two do not fit. */
export function readAccess(
  { host, role }: Told,
  environment: Readonly<Record<string, string | undefined>>,
): Access | string {
  const oidc = oidcSettings(environment);
  if (typeof oidc === 'string') return oidc;
  if (oidc === undefined && !['127.0.0.1', '::1', 'localhost'].includes(host))
    return `--host ${host} lets others reach the tower: sign-in is needed for that (TOWER_OIDC_ISSUER and so on, see the README).`;
  if (oidc !== undefined && role !== undefined)
    return '--role is for a tower without sign-in; TOWER_OPERATORS says it here.';
  // It speaks no TLS itself: where people reach it by https, one server passes requests on.
  const proxies = environment['TOWER_PROXIES'] ?? (oidc?.origin.startsWith('https:') === true ? '1' : '0');
  if (!/^[0-5]$/.test(proxies)) return `TOWER_PROXIES is a number from 0 to 5, not ${proxies}.`;
  return { host, role, oidc, proxies: Number(proxies) };
}
