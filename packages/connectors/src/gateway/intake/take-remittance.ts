import { check, type Remittance } from '@dist/canonical';
import type { MapResult } from '@dist/mapping';
import { type OrderEvent, type OrderState, remittanceId } from '@dist/orchestration';
import type { Captured } from '../capture-order.ts';
import { eventBase } from './event-base.ts';
import type { IntakeSource } from './intake-source.ts';
import { sentDocuments } from './sent-documents.ts';

/** A remittance (820), under payer and trace number (R24): each invoice of ours is its order's; one that is not holds. */
export async function takeRemittance(source: IntakeSource, mapped: MapResult<Remittance>): Promise<Captured> {
  const { value: content, issues } = mapped;
  if (content === undefined) return { dispatches: [], issues };
  const { id: partner } = source.partner.profile;
  const event: OrderEvent = {
    ...eventBase(source),
    type: 'remittance.received',
    partner,
    content,
    owners: await ownersOf(source, content),
    document: source.document,
  };
  const decide = (state: OrderState) => (isKnown(state, content) ? [] : [event]);
  const dispatch = { id: remittanceId(partner, content.traceNumber), events: [], decide };
  return { dispatches: [dispatch], decided: [event], issues: [...issues, ...check(content)] };
}

async function ownersOf({ gateway, partner }: IntakeSource, { lines }: Remittance) {
  const invoices = new Set(lines.filter(({ type }) => type !== 'order').map(({ number }) => number));
  const owners: { invoice: string; order: string }[] = [];
  for (const invoice of invoices) {
    const sent = await sentDocuments.find(gateway.journal, partner.profile.id, '810', invoice);
    if (sent !== undefined) owners.push({ invoice, order: sent.order });
  }
  return owners;
}

/** The same payment advised again under new control numbers; other lines under its trace number are a conflict. */
function isKnown({ facts }: OrderState, content: Remittance): boolean {
  const known = facts['remittance.received'];
  return known?.type === 'remittance.received' && JSON.stringify(known.content) === JSON.stringify(content);
}
