import type { ClaimValue, RoleRules } from './role-of.ts';

/** The provider that signs people in, and what is agreed with it. */
export interface OidcSettings {
  readonly issuer: URL;
  readonly clientId: string;
  /** Absent for a client that has none: PKCE is used in any case. */
  readonly clientSecret?: string | undefined;
  /** Where people reach the tower: `https://tower.example`. */
  readonly origin: string;
  readonly scope: string;
  readonly roles: RoleRules;
}

/** Any of them says that people sign in. */
const names = [
  ...['TOWER_OIDC_ISSUER', 'TOWER_OIDC_CLIENT_ID', 'TOWER_OIDC_CLIENT_SECRET', 'TOWER_OIDC_SCOPE'],
  ...['TOWER_ADDRESS', 'TOWER_OPERATORS', 'TOWER_VIEWERS'],
];

type Environment = Readonly<Record<string, string | undefined>>;

/** Reads them from the environment; answers a sentence where they are wrong, and `undefined` where none are given. */
export function oidcSettings(environment: Environment): OidcSettings | string | undefined {
  const value = (name: string) => environment[name]?.trim() || undefined;
  const [issuer, clientId, address] = [
    value('TOWER_OIDC_ISSUER'),
    value('TOWER_OIDC_CLIENT_ID'),
    value('TOWER_ADDRESS'),
  ];
  const operators = value('TOWER_OPERATORS');
  if (names.every((name) => value(name) === undefined)) return undefined;
  if (issuer === undefined) return 'TOWER_OIDC_ISSUER is missing: without sign-in the tower is for this machine alone.';
  if (clientId === undefined) return 'TOWER_OIDC_CLIENT_ID is missing: the name that the tower has at the provider.';
  if (address === undefined) return 'TOWER_ADDRESS is missing: where people reach the tower, https://tower.example.';
  const [at, from] = [originOf(address), urlOf(issuer)];
  if (at === undefined)
    return `TOWER_ADDRESS is https:// and a name, without a path (http:// on localhost alone), not ${address}.`;
  if (from === undefined || !isSafe(from)) return `TOWER_OIDC_ISSUER is an address with https://, not ${issuer}.`;
  const roles = rolesOf(operators, value('TOWER_VIEWERS'));
  if (typeof roles === 'string') return roles;
  const scope = value('TOWER_OIDC_SCOPE') ?? 'openid profile email';
  if (!scope.split(/\s+/).includes('openid')) return `TOWER_OIDC_SCOPE has the word openid in it, not ${scope}.`;
  return { issuer: from, clientId, clientSecret: value('TOWER_OIDC_CLIENT_SECRET'), origin: at, scope, roles };
}

function urlOf(text: string): URL | undefined {
  return URL.canParse(text) ? new URL(text) : undefined;
}

function originOf(address: string): string | undefined {
  const url = urlOf(address);
  if (url === undefined || !isSafe(url) || url.username !== '' || `${url.pathname}${url.search}${url.hash}` !== '/')
    return undefined;
  return url.origin;
}

/** Encrypted, or on this machine. */
function isSafe({ protocol, hostname }: URL): boolean {
  return protocol === 'https:' || (protocol === 'http:' && ['localhost', '127.0.0.1', '[::1]'].includes(hostname));
}

function rolesOf(operators: string | undefined, viewers: string | undefined): RoleRules | string {
  const [may, look] = [claimsOf(operators), claimsOf(viewers)];
  if (may === undefined) return `TOWER_OPERATORS is a claim and its value, groups=tower-operators, not ${operators}.`;
  if (look === undefined) return `TOWER_VIEWERS is a claim and its value, groups=tower-viewers, not ${viewers}.`;
  return viewers === undefined ? { operators: may } : { operators: may, viewers: look };
}

/** `groups=tower-operators,email=ada@shop.example`; `undefined` where it is none. */
function claimsOf(text = ''): readonly ClaimValue[] | undefined {
  const parts = text.split(',').filter((part) => part.trim() !== '');
  const claims = parts.map((part) => /^\s*([^=]+?)\s*=\s*(.+?)\s*$/.exec(part)?.slice(1));
  return claims.every((claim) => claim !== undefined)
    ? claims.map(([claim = '', value = '']) => ({ claim, value }))
    : undefined;
}
