import type { Order } from '@dist/canonical';
import { sha256 } from '../identity/sha256.ts';
import type { Policy, RoutingRule } from './policy.ts';
import type { When } from './when.ts';

/** What is known of a part of an order when its ERP is chosen. */
export interface RoutedPart {
  /** ISO instant of receipt; without it rows with a time do not count. */
  readonly receivedAt?: string | undefined;
  /** Where the part ships from, beside the order's own ship-from. */
  readonly warehouse?: string | undefined;
}

/** The ERP that a routing table gives a part of an order; undefined when no row fits. */
export function routeOf(policy: Policy, partner: string, order: Order, part: RoutedPart = {}): string | undefined {
  const row = policy.routing.find(
    (rule) => isInForce(rule, part.receivedAt) && fits(rule.when, partner, order, part.warehouse),
  );
  return row?.erp;
}

/** The priority that a table gives an order; 5 when no row fits. Lower goes first. */
export function priorityOf(policy: Policy, partner: string, order: Order): number {
  return policy.priorities.find((rule) => fits(rule.when, partner, order))?.priority ?? 5;
}

/** From `validFrom` on and before `validUntil`, so that a row can end at the instant where the next begins. */
function isInForce({ validFrom, validUntil }: RoutingRule, receivedAt: string | undefined): boolean {
  if (validFrom === undefined && validUntil === undefined) return true;
  if (receivedAt === undefined) return false;
  const at = Date.parse(receivedAt);
  if (validFrom !== undefined && at < Date.parse(validFrom)) return false;
  return validUntil === undefined || at < Date.parse(validUntil);
}

function fits(when: When, partner: string, order: Order, warehouse?: string): boolean {
  if (when.partner !== undefined && when.partner !== partner) return false;
  if (when.channel !== undefined && when.channel !== order.channel) return false;
  if (when.warehouse !== undefined && !warehousesOf(order, warehouse).includes(when.warehouse)) return false;
  if (when.businessUnit !== undefined && !businessUnitsOf(order).includes(when.businessUnit)) return false;
  return when.share === undefined || percentileOf(partner, order) < when.share;
}

/** Where a part ships from when that was chosen; otherwise what the order says. */
function warehousesOf(order: Order, chosen: string | undefined): readonly string[] {
  return chosen === undefined ? (order.parties.shipFrom?.ids.map((id) => id.value) ?? []) : [chosen];
}

function businessUnitsOf({ references, parties }: Order): readonly string[] {
  const told = references.filter(({ type }) => type === 'businessUnit').map(({ value }) => value);
  return [...told, ...(parties.seller?.ids.map(({ value }) => value) ?? [])];
}

function percentileOf(partner: string, order: Order): number {
  const hash = sha256(JSON.stringify([partner, order.number, order.release ?? null]));
  return (Number.parseInt(hash.slice(0, 8), 16) / 0x100000000) * 100;
}
