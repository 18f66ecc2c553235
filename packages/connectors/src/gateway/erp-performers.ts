import { divide, multiply } from '@dist/canonical/arithmetic';
import type { EffectOf, EnrichedLine, ErpOrder } from '@dist/orchestration';
import type { Outcome, PerformContext, Performers, Report } from '@dist/orchestration/runtime';
import type { ErpOrderStatus, Orders, SubmitOrder, SubmitOrderLine } from '../port/orders.ts';
import { erpDirectory } from './erp-directory.ts';
import { toFailure } from './to-failure.ts';

/** The ERPs of the routing table, by name. */
export type Erps = Readonly<Record<string, { readonly orders: Orders }>>;

/** What asks ERPs to take, find and cancel orders. A lost answer is in doubt, and is looked up before anything else. */
export function erpPerformers(erps: Erps): Pick<Performers, 'erp.submit' | 'erp.find' | 'erp.cancel'> {
  return {
    'erp.submit': (effect, context) => submit(ordersOf(erps, effect.body.erp), effect, context),
    'erp.find': (effect, context) => find(ordersOf(erps, effect.body.erp), effect, context),
    'erp.cancel': (effect, context) => cancel(ordersOf(erps, effect.body.erp), effect, context),
  };
}

function ordersOf(erps: Erps, name: string): Orders {
  const erp = Object.hasOwn(erps, name) ? erps[name] : undefined;
  if (erp === undefined) throw new RangeError(`the policy routes to ERP ${name}, which has no connector`);
  return erp.orders;
}

async function submit(orders: Orders, effect: EffectOf<'erp.submit'>, context: PerformContext): Promise<Outcome> {
  const { erp, request } = effect.body;
  const { partId, externalReference } = request.part;
  await erpDirectory.remember(context.journal, erp, externalReference, { order: effect.order, partId });
  const call = { key: context.key, externalReference, signal: context.signal };
  const outcome = await orders.submit(toSubmitOrder(request), call);
  switch (outcome.status) {
    case 'accepted':
    case 'duplicate':
      return { events: [answer(erp, partId, outcome.order)] };
    case 'rejected':
      return { events: [{ type: 'erp.rejected', partId, reason: outcome.reason, message: outcome.message }] };
    case 'pending':
      return { failure: { class: 'inDoubt', code: 'pending', message: `${erp} will decide later` } };
    case 'unknown':
      return { failure: { ...toFailure(outcome.failure), class: 'inDoubt' } };
    case 'failed':
      return { failure: toFailure(outcome.failure) };
  }
}

async function find(orders: Orders, { body }: EffectOf<'erp.find'>, { signal }: PerformContext): Promise<Outcome> {
  const { erp, partId, externalReference, attempt } = body;
  const outcome = await orders.find(externalReference, { signal });
  switch (outcome.status) {
    case 'found':
      return { events: [answer(erp, partId, outcome.order)] };
    case 'notFound':
      return { events: [{ type: 'erp.notFound', partId, attempt }] };
    case 'failed':
      return { failure: toFailure(outcome.failure) };
  }
}

async function cancel(
  orders: Orders,
  { body }: EffectOf<'erp.cancel'>,
  { key, signal }: PerformContext,
): Promise<Outcome> {
  const { number, cancel: name, partId } = body;
  const outcome = await orders.cancel({ number, reason: name }, { key, signal });
  if (outcome.status === 'cancelled') {
    return { events: [{ type: 'cancel.result', cancel: name, partId, lines: outcome.lines }] };
  }
  // The ERP knows a repeated cancellation by its key, so that an answer that was lost is asked for again.
  const failure = toFailure(outcome.failure);
  return { failure: failure.class === 'inDoubt' ? { ...failure, class: 'transport' } : failure };
}

function answer(erp: string, partId: string, { number, status, lines }: ErpOrderStatus): Report {
  const refused = lines.filter((line) => line.status === 'rejected');
  if (status === 'rejected' || (lines.length > 0 && refused.length === lines.length)) {
    const [first] = refused;
    const reason = first?.reason ?? 'rejected';
    return { type: 'erp.rejected', partId, reason, message: first?.message ?? `${erp} took no line` };
  }
  const rejected = refused.map(({ lineId, quantity, reason = 'rejected' }) => ({ lineId, quantity, reason }));
  return { type: 'erp.accepted', partId, erp, number, rejected };
}

function toSubmitOrder({ part, lines, order }: ErpOrder): SubmitOrder {
  return {
    purchaseOrder: order.number,
    customer: part.customerNumber,
    shipTo: part.shipToNumber,
    currency: order.currency,
    requestedShipOn: order.dates.requestedShip ?? order.dates.shipNotBefore,
    lines: lines.map(toSubmitLine),
  };
}

function toSubmitLine({ lineId, sku, base, ordered, price }: EnrichedLine): SubmitOrderLine {
  const basePrice = price === undefined ? undefined : divide(multiply(price, ordered.value), base.value, 6);
  return { lineId, item: sku, quantity: base, price: basePrice };
}
