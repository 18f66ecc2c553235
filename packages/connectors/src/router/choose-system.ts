import type { BusinessService, RoutePolicy, RouteRule } from './route-policy.ts';

/** What a rule looks at. */
export interface RouteFacts {
  /** Milliseconds since 1970. */
  readonly now: number;
  readonly customer?: string | undefined;
  readonly warehouse?: string | undefined;
  readonly item?: string | undefined;
}

/** The system of a service by the first rule that fits. Throws a RangeError where none does: a policy has a last rule. */
export function chooseSystem(policy: RoutePolicy, service: BusinessService, facts: RouteFacts): string {
  const rule = policy.rules.find((one) => one.service === service && fits(one, facts));
  if (rule === undefined) throw new RangeError(`policy ${policy.version} has no rule for ${service}`);
  return rule.to;
}

function fits({ from, customers, warehouses, items }: RouteRule, facts: RouteFacts): boolean {
  return (
    (from === undefined || Date.parse(from) <= facts.now) &&
    has(customers, facts.customer) &&
    has(warehouses, facts.warehouse) &&
    has(items, facts.item)
  );
}

function has(list: readonly string[] | undefined, value: string | undefined): boolean {
  return list === undefined || (value !== undefined && list.includes(value));
}
