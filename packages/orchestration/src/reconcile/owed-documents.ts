import { effectKey } from '../kernel/effect-key.ts';
import { later } from '../kernel/instant.ts';
import { phase, terminalPhases } from '../order/phase.ts';
import type { IssuedEffect } from '../word/state.ts';
import { type Comparison, found, viewNow } from './comparison.ts';

/** Reports what is overdue between us and the partner: shipped without 856, invoiced without 810, sent without 997. */
export function owedDocuments(comparison: Comparison): void {
  if (terminalPhases.includes(phase(comparison.state))) return;
  const { captured, shipments, invoices } = viewNow(comparison);
  const { id } = comparison.state;
  const edi = captured?.order.channel === 'edi';
  for (const [shipmentId, { fact }] of shipments) {
    const keys = edi
      ? [effectKey.shipNotice(id, shipmentId), effectKey.joinLoad(id, shipmentId)]
      : [effectKey.shopFulfillment(id, shipmentId)];
    const what = edi ? 'an 856' : 'its fulfillment at the shop';
    if (wasToldHere(comparison, fact.key) || isSent(comparison, keys)) continue;
    const late = { kind: 'shippedWithout856', name: shipmentId, since: fact.at, timer: `856/${shipmentId}` } as const;
    reportLate(comparison, late, `Shipment ${shipmentId} of ${id} left without ${what}${whyOf(comparison, keys)}.`);
  }
  for (const [number, { fact }] of invoices) {
    const keys = edi
      ? [effectKey.invoice(id, number)]
      : [effectKey.shopInvoice(id, number), effectKey.shopRefund(id, number)];
    const what = edi ? 'an 810' : 'being told to the shop';
    if (wasToldHere(comparison, fact.key) || isSent(comparison, keys)) continue;
    const late = { kind: 'invoicedWithout810', name: number, since: fact.at, timer: `810/${number}` } as const;
    reportLate(comparison, late, `Invoice ${number} of ${id} was posted without ${what}${whyOf(comparison, keys)}.`);
  }
  for (const [awaited, since] of Object.entries(comparison.state.awaited)) {
    if (!awaited.startsWith('997/')) continue;
    const name = awaited.slice('997/'.length);
    const late = { kind: 'sentWithout997', name, since, timer: awaited } as const;
    reportLate(comparison, late, `${name} was sent ${since} and the partner has not acknowledged it.`);
  }
}

interface Late {
  readonly kind: 'shippedWithout856' | 'invoicedWithout810' | 'sentWithout997';
  readonly name: string;
  readonly since: string;
  readonly timer: string;
}

/** What has its deadline before it, or is on its way for a short time only, is not late. */
function reportLate(comparison: Comparison, { kind, name, since, timer }: Late, sentence: string): void {
  const { at, own, state } = comparison;
  const deadline = Object.hasOwn(state.timers, timer) ? state.timers[timer] : undefined;
  if ((deadline ?? later(since, own.authority.graceSeconds)) > at) return;
  found(comparison, { kind, action: 'reported', name, sentence });
}

/** What this comparison told the order is in its report, and its document is on its way. */
function wasToldHere({ events }: Comparison, key: string): boolean {
  return events.some((event) => event.key === key);
}

function isSent(comparison: Comparison, keys: readonly string[]): boolean {
  return keys.some((key) => newest(comparison, key)?.status === 'done');
}

function whyOf(comparison: Comparison, keys: readonly string[]): string {
  for (const key of keys) {
    const entry = newest(comparison, key);
    if (entry !== undefined)
      return `: ${entry.effect.key} is ${entry.status}${entry.message ? `, ${entry.message}` : ''}`;
  }
  const holds = Object.keys(comparison.state.holds);
  return holds.length > 0 ? `: it waits for ${holds.join(', ')}` : '';
}

function newest(comparison: Comparison, key: string): IssuedEffect | undefined {
  const name = viewNow(comparison).ledger.newest.get(key) ?? key;
  const { effects } = comparison.state;
  return Object.hasOwn(effects, name) ? effects[name] : undefined;
}
