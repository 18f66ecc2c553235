import { describe, expect, it } from 'vitest';
import { readAccess } from '../../src/sign-in/read-access.ts';
import { returnPath } from '../../src/sign-in/return-path.ts';
import { roleOf } from '../../src/sign-in/role-of.ts';

const environment = {
  TOWER_OIDC_ISSUER: 'https://login.example/realms/shop',
  TOWER_OIDC_CLIENT_ID: 'tower',
  TOWER_ADDRESS: 'https://tower.example',
  TOWER_OPERATORS: 'groups=tower-operators, email=ada@shop.example',
};
const loopback = { host: '127.0.0.1' };

describe('who may reach the tower', () => {
  it.each<[string, Record<string, string | undefined>, object]>([
    ['this machine alone where nothing is said', {}, { oidc: undefined, proxies: 0 }],
    [
      'whom the provider knows, where it is given',
      environment,
      {
        proxies: 1,
        oidc: {
          clientId: 'tower',
          origin: 'https://tower.example',
          roles: {
            operators: [
              { claim: 'groups', value: 'tower-operators' },
              { claim: 'email', value: 'ada@shop.example' },
            ],
          },
        },
      },
    ],
    [
      'on localhost without TLS, for trying it out',
      { ...environment, TOWER_ADDRESS: 'http://localhost:4000' },
      { proxies: 0 },
    ],
    ['behind two servers', { ...environment, TOWER_PROXIES: '2' }, { proxies: 2 }],
  ])('is %s', (_, given, expected) => {
    expect(readAccess(loopback, given)).toMatchObject(expected);
  });

  it.each<[string, { host: string; role?: 'viewer' }, Record<string, string | undefined>, string]>([
    ['others without sign-in', { host: '0.0.0.0' }, {}, '--host 0.0.0.0'],
    ['a proxy without sign-in', loopback, { TOWER_ADDRESS: 'https://tower.example' }, 'TOWER_OIDC_ISSUER is missing'],
    ['viewers without sign-in', loopback, { TOWER_VIEWERS: 'groups=staff' }, 'TOWER_OIDC_ISSUER is missing'],
    ['a role beside sign-in', { ...loopback, role: 'viewer' }, environment, '--role'],
    ['no client', loopback, { ...environment, TOWER_OIDC_CLIENT_ID: undefined }, 'TOWER_OIDC_CLIENT_ID'],
    ['no address', loopback, { ...environment, TOWER_ADDRESS: ' ' }, 'TOWER_ADDRESS is missing'],
    [
      'an address without TLS',
      loopback,
      { ...environment, TOWER_ADDRESS: 'http://tower.example' },
      'TOWER_ADDRESS is https',
    ],
    [
      'an address with a path',
      loopback,
      { ...environment, TOWER_ADDRESS: 'https://a.example/t' },
      'TOWER_ADDRESS is https',
    ],
    [
      'an address with a password',
      loopback,
      { ...environment, TOWER_ADDRESS: 'https://u:p@a.example' },
      'TOWER_ADDRESS is',
    ],
    [
      'a provider without TLS',
      loopback,
      { ...environment, TOWER_OIDC_ISSUER: 'http://login.example' },
      'TOWER_OIDC_ISSUER is',
    ],
    ['operators that are no claim', loopback, { ...environment, TOWER_OPERATORS: 'ada' }, 'TOWER_OPERATORS is a claim'],
    ['viewers that are no claim', loopback, { ...environment, TOWER_VIEWERS: '=x' }, 'TOWER_VIEWERS is a claim'],
    ['a scope that signs nobody in', loopback, { ...environment, TOWER_OIDC_SCOPE: 'email' }, 'TOWER_OIDC_SCOPE'],
    ['a hundred proxies', loopback, { ...environment, TOWER_PROXIES: '100' }, 'TOWER_PROXIES'],
  ])('%s is refused, in a sentence', (_, told, given, sentence) => {
    expect(readAccess(told, given)).toContain(sentence);
  });
});

describe('a role', () => {
  const operators = [
    { claim: 'groups', value: 'ops' },
    { claim: 'email', value: 'ada@shop.example' },
    { claim: 'realm_access.roles', value: 'ops' },
    { claim: '__proto__.x', value: 'ops' },
  ];
  it.each<[string, object, string | undefined]>([
    ['a group among several', { groups: ['a', 'ops'] }, 'operator'],
    ['a group alone', { groups: 'ops' }, 'operator'],
    ['a claim that lies deeper', { realm_access: { roles: ['ops'] } }, 'operator'],
    ['an address that the provider has checked', { email: 'ada@shop.example', email_verified: true }, 'operator'],
    ['an address that somebody has typed in', { email: 'ada@shop.example' }, 'viewer'],
    [
      'an address that is said to be checked, in words',
      { email: 'ada@shop.example', email_verified: 'true' },
      'viewer',
    ],
    ['a group that begins like it', { groups: ['ops-not'] }, 'viewer'],
    ['nothing', {}, 'viewer'],
  ])('comes from %s', (_, claims, role) => {
    expect(roleOf({ ...claims }, { operators })).toBe(role);
  });

  it('is none for whom no rule names, where rules say who may look', () => {
    const rules = { operators, viewers: [{ claim: 'groups', value: 'staff' }] };
    expect(roleOf({ groups: ['guests'] }, rules)).toBeUndefined();
    expect(roleOf({ groups: ['staff'] }, rules)).toBe('viewer');
  });
});

describe('a sign-in leads back to', () => {
  it.each([
    ['a page', '/orders?phase=held', '/orders?phase=held'],
    [
      'a page whose question has an address in it',
      '/order?id=https%3A%2F%2Fx.example',
      '/order?id=https%3A%2F%2Fx.example',
    ],
    ['the first page where nothing is said', undefined, '/'],
  ])('%s', (_, asked, path) => {
    expect(returnPath(asked)).toBe(path);
  });

  it.each([
    'https://elsewhere.example',
    '//elsewhere.example',
    '/\\elsewhere.example',
    '\\\\elsewhere.example',
    '/\t/elsewhere.example',
    '/\n/elsewhere.example',
    'javascript:alert(1)',
    'data:text/html,x',
    ' //elsewhere.example',
    '/..//elsewhere.example',
    '/./\\elsewhere.example',
    '/%5c\\elsewhere.example',
    '@elsewhere.example',
    '/api/order',
    '/sign-in',
    '/sign-out',
    `/${'x'.repeat(3000)}`,
    '/x\r\nSet-Cookie: tower=1',
  ])('the first page, not to %j', (asked) => {
    expect(returnPath(asked)).toBe('/');
  });
});
