import type { Policy } from '../index.ts';
import type { HostOptions } from './host.ts';

/** The policy of a version; that of new orders when the order is pinned to none yet. */
export function policyFrom({ policy }: Pick<HostOptions, 'policy'>, version: string | undefined): Policy {
  return typeof policy === 'function' ? policy(version) : policy;
}
