import type { EffectOf } from '@dist/orchestration';
import type { Outcome, PerformContext, Performers } from '@dist/orchestration/runtime';
import type { Orders } from '../port/orders.ts';
import type { VendorPolicy } from '../port/policy.ts';
import { cancelErpOrder } from './cancel-erp-order.ts';
import { erpAnswer } from './erp-answer.ts';
import { erpDirectory } from './erp-directory.ts';
import { erpOrderOf } from './erp-order-of.ts';
import { toFailure } from './to-failure.ts';

/** The part of a connector that orders need; `change` where the system can change an order. */
export interface Erp {
  /** That of the connector: how long a request may still be done that nobody waits for. */
  readonly policy?: { readonly retry: Pick<VendorPolicy['retry'], 'landsWithinSeconds'> } | undefined;
  readonly orders: Pick<Orders, 'submit' | 'find' | 'cancel'> & Partial<Pick<Orders, 'change'>>;
}

/** The ERPs of the routing table, by name. */
export type Erps = Readonly<Record<string, Erp>>;

/** What asks ERPs to take, find, cancel and change orders. A lost answer is in doubt, and is looked up before anything else. */
export function erpPerformers(
  erps: Erps,
  now: () => number = Date.now,
): Pick<Performers, 'erp.submit' | 'erp.find' | 'erp.cancel' | 'erp.change'> {
  return {
    'erp.submit': (effect, context) => submit(erpOf(erps, effect.body.erp), effect, { ...context, now: now() }),
    'erp.find': (effect, context) => find(erpOf(erps, effect.body.erp), effect, { ...context, now: now() }),
    'erp.cancel': (effect, context) => cancelErpOrder(erpOf(erps, effect.body.erp).orders, effect, context),
    'erp.change': (effect, context) => change(erpOf(erps, effect.body.erp).orders, effect, context),
  };
}

/** `now` in milliseconds since 1970. */
type Context = PerformContext & { readonly now: number };

function erpOf(erps: Erps, name: string): Erp {
  const erp = Object.hasOwn(erps, name) ? erps[name] : undefined;
  if (erp === undefined) throw new RangeError(`the policy routes to ERP ${name}, which has no connector`);
  return erp;
}

async function submit({ orders, policy }: Erp, effect: EffectOf<'erp.submit'>, context: Context): Promise<Outcome> {
  const { erp, request } = effect.body;
  const { partId, externalReference } = request.part;
  const order = erpOrderOf(request);
  const lines = order.lines.map(({ lineId, quantity }) => ({ lineId, quantity }));
  await erpDirectory.remember(context.journal, erp, externalReference, { order: effect.order, partId, lines });
  if (policy?.retry.landsWithinSeconds !== undefined)
    await erpDirectory.rememberAsked(context.journal, erp, externalReference, new Date(context.now).toISOString());
  const outcome = await orders.submit(order, { key: context.key, externalReference, signal: context.signal });
  switch (outcome.status) {
    case 'accepted':
    case 'duplicate':
      await erpDirectory.rememberNumber(context.journal, erp, outcome.order.number, { order: effect.order, partId });
      return erpAnswer({ erp, partId }, outcome.order, lines);
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
  { orders, policy }: Erp,
  { body }: EffectOf<'erp.find'>,
  { signal, journal, now }: Context,
): Promise<Outcome> {
  const { erp, partId, externalReference, attempt } = body;
  const outcome = await orders.find(externalReference, { signal });
  switch (outcome.status) {
    case 'found': {
      // Half made: another submit completes it.
      if (outcome.order.isIncomplete) return { events: [{ type: 'erp.notFound', partId, attempt }] };
      const owner = await erpDirectory.find(journal, erp, externalReference);
      return erpAnswer({ erp, partId }, outcome.order, owner?.lines ?? []);
    }
    case 'notFound': {
      const asked = await erpDirectory.askedAt(journal, erp, externalReference);
      const until = Date.parse(asked ?? '') + (policy?.retry.landsWithinSeconds ?? 0) * 1000;
      if (!(now < until)) return { events: [{ type: 'erp.notFound', partId, attempt }] };
      const reason = `${erp} may still do what it was asked for at ${asked}`;
      return { postponed: { until: new Date(until).toISOString(), reason } };
    }
    case 'failed':
      return { failure: toFailure(outcome.failure) };
  }
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
