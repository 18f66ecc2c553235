import type { Carrier, Quantity } from '@dist/canonical';
import { add, compare, multiply } from '@dist/canonical/arithmetic';
import type { Failure } from '../word/failure.ts';
import type { Context } from './context.ts';
import { type Destination, firstRank, goesThere } from './destination.ts';
import { type Finding, failed, found } from './finding.ts';
import type { RoutingGuideRule } from './table/destination-rule.ts';

/** An ERP order, as a routing guide asks for it. */
export interface Load {
  readonly destination: Destination;
  readonly warehouse?: string | undefined;
  /** How much of each item, in its base unit. */
  readonly items: readonly { readonly sku: string; readonly base: Quantity }[];
}

/**
 * Who carries it: the carrier that the buyer names, else the routing guide's row of the lowest rank. A service without
 * carrier, as shops say it, is a question to the guide. Undefined where the guide has no row and the policy asks for none.
 */
export function chooseCarrier(context: Context, load: Load): Finding<Carrier | undefined> {
  const { order, tables, policy } = context;
  const { routing } = order;
  if (routing?.scac !== undefined || routing?.name !== undefined) {
    return found(routing, [{ record: 'order', key: `routing of ${order.number}`, version: 'as received' }]);
  }
  const { country, region } = load.destination.address;
  const where = [country, region].filter((text) => text !== undefined).join(' ') || load.destination.shipToNumber;
  const fitting = tables.rows('routingGuide').filter((row) => isFor(row, context, load));
  const weighed = byWeight(fitting, load, context);
  if (weighed.value === undefined) return { used: [], failures: weighed.failures };
  const best = [...firstRank(weighed.value)].sort((a, b) => (a.guide < b.guide ? -1 : 1));
  const carriers = new Map(best.map(({ carrier }) => [nameOf(carrier), carrier]));
  const [row] = best;
  if (carriers.size > 1) {
    const names = [...carriers.keys()].sort().join(' and ');
    return failed(
      fault('carrier-ambiguous', `the routing guide gives ${names} the same rank to ${where}, expected one`),
    );
  }
  if (row !== undefined) {
    const service = row.carrier.service ?? routing?.service;
    const carrier = { ...row.carrier, ...(service !== undefined && { service }) };
    return found(carrier, [tables.use('routingGuide', row.guide, row)]);
  }
  if (policy.enrichment.carrier === 'optional') return found(undefined);
  return failed(fault('no-carrier', `no carrier: the order names none and the routing guide has no row to ${where}`));
}

function isFor(row: RoutingGuideRule, { order }: Context, { destination, warehouse }: Load): boolean {
  if (!goesThere(row, destination)) return false;
  if (row.warehouse !== undefined && row.warehouse !== warehouse) return false;
  if (row.freight !== undefined && row.freight !== order.freight?.payment) return false;
  return row.service === undefined || row.service === order.routing?.service;
}

/** The rows whose bounds the weight is in. Where it cannot be told, a row with bounds is a question, not a no. */
function byWeight(
  rows: readonly RoutingGuideRule[],
  load: Load,
  context: Context,
): Finding<readonly RoutingGuideRule[]> {
  const isBounded = (row: RoutingGuideRule) => row.minimumWeight !== undefined || row.belowWeight !== undefined;
  const least = Math.min(...rows.filter(isBounded).map(({ rank }) => rank));
  // Nothing is weighed for rows that a nearer one without bounds goes before.
  if (rows.every((row) => !isBounded(row)) || rows.some((row) => !isBounded(row) && row.rank < least)) {
    return found(rows.filter((row) => !isBounded(row)));
  }
  const weight = weightOf(load, context);
  if (weight.value === undefined) return { used: [], failures: weight.failures };
  const { value, unit } = weight.value;
  const bounds = rows.flatMap(({ minimumWeight, belowWeight }) => [minimumWeight ?? [], belowWeight ?? []].flat());
  const strange = bounds.find((bound) => bound.unit !== unit);
  if (strange !== undefined) {
    return failed(fault('weight-unit-differs', `the routing guide weighs in ${strange.unit}, the items in ${unit}`));
  }
  return found(
    rows.filter(({ minimumWeight, belowWeight }) => {
      if (minimumWeight !== undefined && compare(value, minimumWeight.value) < 0) return false;
      return belowWeight === undefined || compare(value, belowWeight.value) < 0;
    }),
  );
}

function weightOf({ items }: Load, { tables }: Context): Finding<Quantity> {
  const known = new Map(tables.rows('weights').map((row) => [row.sku, row.weight]));
  const weights = items.map(({ sku, base }) => ({ sku, base, weight: known.get(sku) }));
  const unknown = [...new Set(weights.flatMap(({ sku, weight }) => (weight === undefined ? [sku] : [])))];
  if (unknown.length > 0) {
    const message = `the routing guide asks for the weight, and none is known of item ${unknown.sort().join(', ')}`;
    return failed({ class: 'itemCrossReference', code: 'weight-unknown', message });
  }
  const units = [...new Set(weights.flatMap(({ weight }) => weight?.unit ?? []))];
  const [unit] = units;
  if (unit === undefined || units.length > 1) {
    return failed(fault('weight-unit-differs', `the items weigh in ${units.sort().join(' and ')}, expected one unit`));
  }
  const value = weights.reduce((sum, { base, weight }) => add(sum, multiply(base.value, weight?.value ?? '0')), '0');
  return found({ value, unit });
}

function nameOf({ scac, name, mode, service, account }: Carrier): string {
  return [scac ?? name, mode, service, account].filter((text) => text !== undefined).join(' ');
}

function fault(code: string, message: string): Failure {
  return { class: 'configuration', code, message };
}
