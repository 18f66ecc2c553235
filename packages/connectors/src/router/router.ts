import type { Order } from '@dist/canonical';
import { sellerNumbers } from '../order/seller-numbers.ts';
import type { Call } from '../port/call.ts';
import { failure } from '../port/failure.ts';
import type { Inventory } from '../port/inventory.ts';
import type { Invoices } from '../port/invoices.ts';
import type { ErpOrderStatus, FindOutcome, Orders, SubmitOutcome } from '../port/orders.ts';
import type { Shipments } from '../port/shipments.ts';
import { chooseSystem } from './choose-system.ts';
import { inquiryParts } from './inquiry-parts.ts';
import { mergedAvailability } from './merged-availability.ts';
import { mergedPages } from './merged-pages.ts';
import type { RouteDirectory } from './route-directory.ts';
import type { RoutePolicy } from './route-policy.ts';
import { type Shadow, shadowing } from './shadowing.ts';
import { systemNumber } from './system-number.ts';

type RoutedOrders = Pick<Orders, 'submit' | 'find' | 'status' | 'cancel' | 'change'>;

/** One ERP of an estate. */
export interface RoutedSystem {
  readonly orders: RoutedOrders;
  readonly inventory: Pick<Inventory, 'availability'>;
  readonly shipments: Pick<Shipments, 'list'>;
  readonly invoices: Pick<Invoices, 'list'>;
}

export interface RouterSettings {
  readonly systems: Readonly<Record<string, RoutedSystem>>;
  readonly policy: RoutePolicy;
  readonly directory: RouteDirectory;
  /** Asks a second system what the first is asked, and tells where they differ. Only what reads is asked twice. */
  readonly shadow?: Shadow | undefined;
  /** Milliseconds since 1970. */
  readonly now?: (() => number) | undefined;
}

/**
 * Several ERPs as one, service by service, by a policy. An order stays with the system that it was submitted to, whatever
 * the policy says later: that is remembered before it is submitted. Its number is `<system>/<the system's own>`.
 * Throws a RangeError where the policy names a system that there is not.
 */
export function router(settings: RouterSettings): RoutedSystem {
  const { policy, systems, directory, shadow, now = Date.now } = settings;
  for (const { to } of policy.rules) system(systems, to);
  if (shadow !== undefined) system(systems, shadow.system);
  const ordersOf = (name: string) => system(systems, name).orders;
  return {
    orders: {
      submit: async (order, call) => {
        const { externalReference } = call;
        const chosen = chooseSystem(policy, 'orders', { now: now(), ...factsOf(order) });
        const name = await directory.remember(externalReference, chosen);
        return inSystem(name, await ordersOf(name).submit(order, call));
      },
      find: (externalReference, call) => find(settings, externalReference, call),
      status: async (number, call) => {
        const place = placeOf(systems, number);
        if (place === undefined) return { status: 'notFound' };
        return inSystem(place.system, await ordersOf(place.system).status(place.number, call));
      },
      cancel: async (order, call) => {
        const place = placeOf(systems, order.number);
        if (place === undefined) return notRouted(order.number);
        const outcome = await ordersOf(place.system).cancel({ ...order, number: place.number }, call);
        return outcome.status === 'cancelled' ? { ...outcome, number: order.number } : outcome;
      },
      change: async (revision, call) => {
        const place = placeOf(systems, revision.number);
        if (place === undefined) return notRouted(revision.number);
        return inSystem(place.system, await ordersOf(place.system).change({ ...revision, number: place.number }, call));
      },
    },
    inventory: {
      availability: async (query, call) => {
        const parts = inquiryParts(query, (item, warehouse) =>
          chooseSystem(policy, 'inventory', { now: now(), item, warehouse }),
        );
        const ask = (name: string, part: typeof query) => system(systems, name).inventory.availability(part, call);
        const about = { service: 'inventory', operation: 'inventory.availability' } as const;
        return mergedAvailability(
          await Promise.all(
            parts.map(({ system: name, query: part }) =>
              shadowing((one) => ask(one, part), name, shadow, { ...about, subject: part.items.join(', ') }),
            ),
          ),
        );
      },
    },
    shipments: {
      list: (start, call) =>
        mergedPages(Object.keys(systems), (name, own) => system(systems, name).shipments.list(own, call), start),
    },
    invoices: {
      list: (start, call) =>
        mergedPages(Object.keys(systems), (name, own) => system(systems, name).invoices.list(own, call), start),
    },
  };
}

/** The system that an order went to. One that nobody remembers is looked for in all of them, and in two it is a conflict. */
async function find(
  { systems, directory, shadow }: RouterSettings,
  externalReference: string,
  call: Call | undefined,
): Promise<FindOutcome> {
  const ask = (name: string) => system(systems, name).orders.find(externalReference, call);
  const about = { service: 'orders', operation: 'orders.find', subject: externalReference } as const;
  const known = await directory.find(externalReference);
  if (known !== undefined) return inSystem(known, await shadowing(ask, known, shadow, about));
  const names = Object.keys(systems);
  const answers = await Promise.all(names.map(ask));
  const failed = answers.find((answer) => answer.status === 'failed');
  if (failed !== undefined) return failed;
  const found = answers.flatMap((answer, at) => {
    const name = names[at];
    return answer.status === 'found' && name !== undefined ? [inSystem(name, answer)] : [];
  });
  const [one, second] = found;
  if (second === undefined) return one ?? { status: 'notFound' };
  const text = `${found.length} systems have an order ${externalReference}`;
  return { status: 'failed', failure: failure('conflict', text, { safeToReplay: true }) };
}

function factsOf(order: Order) {
  const warehouse = order.parties.shipFrom?.ids.find(({ scheme }) => scheme === 'erp')?.value;
  return { customer: sellerNumbers(order).customer, warehouse };
}

function system(systems: Readonly<Record<string, RoutedSystem>>, name: string): RoutedSystem {
  const found = Object.hasOwn(systems, name) ? systems[name] : undefined;
  if (found === undefined)
    throw new RangeError(`there is no system ${name}; there are ${Object.keys(systems).join(', ')}`);
  return found;
}

function placeOf(systems: Readonly<Record<string, RoutedSystem>>, text: string) {
  const place = systemNumber.read(text);
  return place !== undefined && Object.hasOwn(systems, place.system) ? place : undefined;
}

function notRouted(number: string) {
  return { status: 'failed', failure: failure('not-found', `${number} names no system of the router`) } as const;
}

/** The outcome with the system in front of the number. */
function inSystem<Outcome extends FindOutcome | SubmitOutcome | { readonly status: string }>(
  name: string,
  outcome: Outcome,
): Outcome {
  if (!('order' in outcome) || outcome.order === undefined) return outcome;
  const order = outcome.order as ErpOrderStatus;
  return { ...outcome, order: { ...order, number: systemNumber.write(name, order.number) } };
}
