import { isPlain } from './is-plain.ts';
import type { Policy } from './policy.ts';

/** Of which orders a policy is asked. */
export interface PolicySubject {
  readonly partner: string;
  readonly channel: 'edi' | 'shop';
}

const known = new WeakMap<Policy, Map<string, Policy>>();

/**
 * The policy of one partner's orders on one channel: every override that fits, laid over in order. The same object for
 * the same question. It keeps the version and has no overrides of its own.
 */
export function policyFor(policy: Policy, { partner, channel }: PolicySubject): Policy {
  if (policy.overrides === undefined) return policy;
  const made = known.get(policy) ?? new Map<string, Policy>();
  known.set(policy, made);
  const name = JSON.stringify([partner, channel]);
  const before = made.get(name);
  if (before !== undefined) return before;
  const { overrides, ...base } = policy;
  const fitting = overrides.filter(
    ({ when }) => (when.partner ?? partner) === partner && (when.channel ?? channel) === channel,
  );
  const result = fitting.reduce<Policy>((under, { policy: over }) => layOver(under, over) as Policy, base);
  made.set(name, result);
  return result;
}

/** Fields of plain objects one by one; lists, texts and numbers whole. What the upper one leaves undefined stays. */
export function layOver(under: unknown, over: unknown): unknown {
  if (over === undefined) return under;
  if (!isPlain(under) || !isPlain(over)) return over;
  const names = new Set([...Object.keys(under), ...Object.keys(over)]);
  return Object.fromEntries([...names].map((name) => [name, layOver(own(under, name), own(over, name))]));
}

function own(value: Record<string, unknown>, name: string): unknown {
  return Object.hasOwn(value, name) ? value[name] : undefined;
}
