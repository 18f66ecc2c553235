import type { OrderLine } from '@dist/canonical';
import { compare, divide, multiply, negate } from '@dist/canonical/arithmetic';
import type { Policy } from '../policy/policy.ts';
import { withinTolerance } from '../policy/within-tolerance.ts';
import type { ErrorClass, Failure } from '../word/failure.ts';
import type { Hold, IssuedEffect } from '../word/state.ts';
import { effectKey } from './effect-key.ts';
import { last } from './instant.ts';
import { balance, inBaseUnit, type Row } from './line-row.ts';
import { type Fact, type Facts, type View, viewOf } from './view.ts';

interface HoldInput {
  readonly id: string;
  readonly facts: Facts;
  readonly conflicts: Readonly<Record<string, true>>;
  readonly policy: Policy;
  entry(key: string): IssuedEffect | undefined;
}

/** All open holds: those that someone placed, and those that the facts call for. */
export function openHolds(input: HoldInput): Readonly<Record<string, Hold>> {
  const view = viewOf(input.facts);
  if (view.abandoned !== undefined) return {};
  const holds = [
    ...placedHolds(view, input.policy),
    ...unresolvedHolds(view, input.policy),
    ...conflictHolds(input),
    ...lineHolds(view, input.policy),
    ...shipmentHolds(view, input.policy),
    ...invoiceHolds(view, input),
  ];
  // Names come from outside: fromEntries makes each a field of its own, also `__proto__`.
  return Object.fromEntries(holds.flatMap((hold) => (view.released.has(hold.hold) ? [] : [[hold.hold, hold]])));
}

/** Names of the holds that one failed enrichment opened: its classes of failure, numbered from the second round on. */
export function holdNamesOf(event: Fact<'order.unresolved'>): readonly string[] {
  return [...new Set(event.failures.map((failure) => failure.class))].map((name) => roundName(name, event.round));
}

/** The name of the hold that stops an invoice which does not agree with the order. */
export function invoiceHold(number: string): string {
  return `invoice/${number}`;
}

/** The name of the hold that stops a shipment with lines that the order does not have. */
export function shipmentHold(shipmentId: string): string {
  return `shipment/${shipmentId}`;
}

function roundName(name: ErrorClass, round: number): string {
  return round === 1 ? name : `${name}/${round}`;
}

function placedHolds(view: View, policy: Policy): readonly Hold[] {
  return view.placed.map((event) => ({
    hold: event.hold,
    reason: event.reason,
    class: event.class,
    owner: event.class === undefined ? 'order desk' : ownerOf(policy, event.class),
    since: event.at,
  }));
}

function unresolvedHolds(view: View, policy: Policy): readonly Hold[] {
  if (view.enriched !== undefined || view.invalid !== undefined) return [];
  return view.unresolved.flatMap((event) => {
    const byClass = new Map<ErrorClass, Failure[]>();
    for (const failure of event.failures) byClass.set(failure.class, [...(byClass.get(failure.class) ?? []), failure]);
    return [...byClass].map(([name, failures]) => ({
      hold: roundName(name, event.round),
      reason: failures.map((failure) => failure.message).join('; '),
      class: name,
      owner: ownerOf(policy, name),
      since: event.at,
      lineId: failures[0]?.lineId,
    }));
  });
}

function conflictHolds({ conflicts, facts, policy }: HoldInput): readonly Hold[] {
  return Object.keys(conflicts).map((key) => ({
    hold: `conflict/${key}`,
    reason: `${key} was reported twice with different contents`,
    class: 'system' as const,
    owner: ownerOf(policy, 'system'),
    since: facts[key]?.at ?? '',
  }));
}

function lineHolds(view: View, policy: Policy): readonly Hold[] {
  const since = last([...view.shipments.values()].map((event) => event.at));
  const over = [...view.lines.over].flatMap((lineId) => {
    const row = view.rows.get(lineId);
    if (row === undefined || !isOver(row, policy)) return [];
    const reason = `line ${lineId}: shipped ${row.shipped} of ${row.ordered} ${row.baseUnit}, beyond the tolerance`;
    return [hold(policy, { hold: `over-shipment/${lineId}`, reason, class: 'inventory', since, lineId })];
  });
  const unknown = [...view.lines.unknownUnit].map((lineId) => {
    const reason = `line ${lineId}: the item does not know the unit ${view.rows.get(lineId)?.unknownUnit}`;
    return hold(policy, { hold: `unit/${lineId}`, reason, class: 'unitOfMeasure', since, lineId });
  });
  return [...over, ...unknown];
}

function shipmentHolds(view: View, policy: Policy): readonly Hold[] {
  return [...view.strange].map(([shipmentId, lineIds]) => {
    const reason = `shipment ${shipmentId}: line ${lineIds.join(', ')} is not on the order`;
    const since = view.shipments.get(shipmentId)?.at ?? '';
    return hold(policy, { hold: shipmentHold(shipmentId), reason, class: 'inventory', since });
  });
}

function isOver(row: Row, policy: Policy): boolean {
  const allowed = divide(multiply(row.ordered, policy.overShipment.tolerancePercent), '100', 6);
  return compare(negate(balance(row)), allowed) > 0;
}

function invoiceHolds(view: View, input: HoldInput): readonly Hold[] {
  if (view.captured === undefined || view.enriched === undefined) return [];
  return [...view.invoices.values()].flatMap((event) => {
    const { number } = event.invoice;
    const keys = [effectKey.invoice(input.id, number), effectKey.shopInvoice(input.id, number)];
    // Once it was released and sent, the question is closed.
    if (keys.some((key) => input.entry(key) !== undefined)) return [];
    const wrong = wrongPrices(view, event, input.policy);
    if (wrong.length === 0) return [];
    const reason = `invoice ${number}: ${wrong.join('; ')}`;
    return [hold(input.policy, { hold: invoiceHold(number), reason, class: 'pricing', since: event.at })];
  });
}

function wrongPrices(view: View, event: Fact<'invoice.posted'>, policy: Policy): readonly string[] {
  if (event.invoice.type === 'creditMemo') return [];
  const ordered = new Map<string, OrderLine>(view.captured?.order.lines.map((line) => [line.lineId, line]));
  return event.invoice.lines.flatMap((line) => {
    const row = view.rows.get(line.lineId);
    if (row === undefined) return [`line ${line.lineId} is not on the order`];
    const agreed = perBaseUnit(row, ordered.get(line.lineId)?.price, row.unit);
    const billed = perBaseUnit(row, line.price, line.quantity.unit);
    if (agreed === undefined || billed === undefined || withinTolerance(billed, agreed, policy.price)) return [];
    return [`line ${line.lineId} at ${billed} per ${row.baseUnit}, ordered at ${agreed}`];
  });
}

function perBaseUnit(row: Row, price: OrderLine['price'], unit: string): string | undefined {
  if (price === undefined) return undefined;
  const units = inBaseUnit(row, { value: price.per ?? '1', unit: price.unit ?? unit });
  return units === undefined || compare(units, '0') <= 0 ? undefined : divide(price.amount, units, 6);
}

function hold(policy: Policy, open: Omit<Hold, 'owner'> & { readonly class: ErrorClass }): Hold {
  return { ...open, owner: ownerOf(policy, open.class) };
}

function ownerOf(policy: Policy, name: ErrorClass): string {
  return policy.errorClasses[name].owner;
}
