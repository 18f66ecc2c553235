import type { EffectOf } from '@dist/orchestration';
import type { Outcome, PerformContext, Performers, Report } from '@dist/orchestration/runtime';
import type { ErpOrderStatus, Orders } from '../port/orders.ts';
import { erpDirectory } from './erp-directory.ts';
import { erpOrderOf } from './erp-order-of.ts';
import { toFailure } from './to-failure.ts';

/** The part of a connector that orders need; `change` where the system can change an order. */
export interface Erp {
  readonly orders: Pick<Orders, 'submit' | 'find' | 'cancel'> & Partial<Pick<Orders, 'change'>>;
}

/** The ERPs of the routing table, by name. */
export type Erps = Readonly<Record<string, Erp>>;

/** What asks ERPs to take, find, cancel and change orders. A lost answer is in doubt, and is looked up before anything else. */
export function erpPerformers(erps: Erps): Pick<Performers, 'erp.submit' | 'erp.find' | 'erp.cancel' | 'erp.change'> {
  return {
    'erp.submit': (effect, context) => submit(ordersOf(erps, effect.body.erp), effect, context),
    'erp.find': (effect, context) => find(ordersOf(erps, effect.body.erp), effect, context),
    'erp.cancel': (effect, context) => cancel(ordersOf(erps, effect.body.erp), effect, context),
    'erp.change': (effect, context) => change(ordersOf(erps, effect.body.erp), effect, context),
  };
}

function ordersOf(erps: Erps, name: string): Erp['orders'] {
  const erp = Object.hasOwn(erps, name) ? erps[name] : undefined;
  if (erp === undefined) throw new RangeError(`the policy routes to ERP ${name}, which has no connector`);
  return erp.orders;
}

async function submit(
  orders: Erp['orders'],
  effect: EffectOf<'erp.submit'>,
  context: PerformContext,
): Promise<Outcome> {
  const { erp, request } = effect.body;
  const { partId, externalReference } = request.part;
  await erpDirectory.remember(context.journal, erp, externalReference, { order: effect.order, partId });
  const call = { key: context.key, externalReference, signal: context.signal };
  const outcome = await orders.submit(erpOrderOf(request), call);
  switch (outcome.status) {
    case 'accepted':
    case 'duplicate':
      await erpDirectory.rememberNumber(context.journal, erp, outcome.order.number, { order: effect.order, partId });
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

async function find(
  orders: Erp['orders'],
  { body }: EffectOf<'erp.find'>,
  { signal }: PerformContext,
): Promise<Outcome> {
  const { erp, partId, externalReference, attempt } = body;
  const outcome = await orders.find(externalReference, { signal });
  switch (outcome.status) {
    case 'found':
      // Half made: another submit completes it.
      if (outcome.order.isIncomplete) return { events: [{ type: 'erp.notFound', partId, attempt }] };
      return { events: [answer(erp, partId, outcome.order)] };
    case 'notFound':
      return { events: [{ type: 'erp.notFound', partId, attempt }] };
    case 'failed':
      return { failure: toFailure(outcome.failure) };
  }
}

async function cancel(
  orders: Erp['orders'],
  { body }: EffectOf<'erp.cancel'>,
  { key, signal }: PerformContext,
): Promise<Outcome> {
  const { number, cancel: name, partId, lines } = body;
  const outcome = await orders.cancel({ number, reason: name, lines }, { key, signal });
  if (outcome.status === 'cancelled') {
    return { events: [{ type: 'cancel.result', cancel: name, partId, lines: outcome.lines }] };
  }
  if (outcome.status === 'rejected') {
    return { failure: { class: 'system', code: outcome.reason, message: outcome.message } };
  }
  // Where the adapter says that a lost cancellation may be sent again, it is; else a person must look.
  return { failure: toFailure(outcome.failure) };
}

async function change(
  orders: Erp['orders'],
  { body }: EffectOf<'erp.change'>,
  { key, signal }: PerformContext,
): Promise<Outcome> {
  const { erp, number, change: name, partId, lines } = body;
  if (orders.change === undefined) {
    const message = `${erp} cannot change an order`;
    return { failure: { class: 'configuration', code: 'not-offered', message } };
  }
  const outcome = await orders.change({ number, lines }, { key, signal });
  switch (outcome.status) {
    case 'changed':
      return { events: [{ type: 'change.result', change: name, partId, accepted: true }] };
    case 'rejected':
      return { events: [{ type: 'change.result', change: name, partId, accepted: false, reason: outcome.message }] };
    case 'unknown':
    case 'failed':
      return { failure: toFailure(outcome.failure) };
  }
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
