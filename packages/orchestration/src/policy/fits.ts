import type { Order } from '@dist/canonical';
import { sha256 } from '../identity/sha256.ts';
import type { Policy } from './policy.ts';
import type { When } from './when.ts';

/** The ERP that a routing table gives an order; undefined when no row fits. */
export function routeOf(policy: Policy, partner: string, order: Order): string | undefined {
  return policy.routing.find((rule) => fits(rule.when, partner, order))?.erp;
}

/** The priority that a table gives an order; 5 when no row fits. Lower goes first. */
export function priorityOf(policy: Policy, partner: string, order: Order): number {
  return policy.priorities.find((rule) => fits(rule.when, partner, order))?.priority ?? 5;
}

function fits(when: When, partner: string, order: Order): boolean {
  if (when.partner !== undefined && when.partner !== partner) return false;
  if (when.channel !== undefined && when.channel !== order.channel) return false;
  if (when.warehouse !== undefined && !warehousesOf(order).includes(when.warehouse)) return false;
  return when.share === undefined || percentileOf(partner, order) < when.share;
}

function warehousesOf(order: Order): readonly string[] {
  return order.parties.shipFrom?.ids.map((id) => id.value) ?? [];
}

function percentileOf(partner: string, order: Order): number {
  const hash = sha256(JSON.stringify([partner, order.number, order.release ?? null]));
  return (Number.parseInt(hash.slice(0, 8), 16) / 0x100000000) * 100;
}
