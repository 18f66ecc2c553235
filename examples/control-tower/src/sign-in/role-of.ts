import type { Role } from '../server/user.ts';

/** A claim that a provider makes of somebody, and what it has to be, or to have among its values. */
export interface ClaimValue {
  /** `groups`, or the way to it where it lies deeper: `realm_access.roles`. */
  readonly claim: string;
  readonly value: string;
}

/** Who may do what. */
export interface RoleRules {
  readonly operators: readonly ClaimValue[];
  /** Everybody whom the provider lets in where absent. */
  readonly viewers?: readonly ClaimValue[] | undefined;
}

/** The role that claims give; `undefined` where they give none. */
export function roleOf(claims: Readonly<Record<string, unknown>>, rules: RoleRules): Role | undefined {
  const isAny = (wanted: readonly ClaimValue[]) => wanted.some((one) => says(claims, one));
  if (isAny(rules.operators)) return 'operator';
  return rules.viewers === undefined || isAny(rules.viewers) ? 'viewer' : undefined;
}

function says(claims: Readonly<Record<string, unknown>>, { claim, value }: ClaimValue): boolean {
  // An address that the provider has not checked is what somebody has typed in.
  if (claim === 'email' && claims['email_verified'] !== true) return false;
  const found = Object.hasOwn(claims, claim) ? claims[claim] : deeper(claims, claim.split('.'));
  return Array.isArray(found) ? found.includes(value) : found === value;
}

function deeper(claims: unknown, way: readonly string[]): unknown {
  return way.reduce<unknown>(
    (at, name) =>
      typeof at === 'object' && at !== null && Object.hasOwn(at, name)
        ? (at as Readonly<Record<string, unknown>>)[name]
        : undefined,
    claims,
  );
}
