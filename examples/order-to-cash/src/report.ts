import { type OrderState, type Policy, phase, waiting } from '@dist/orchestration';
import type { Journal } from '@dist/orchestration/runtime';
import type { InputReport } from './receive-inputs.ts';

/** A document that left: an X12 file, or a message to the shop. */
export interface DocumentReport {
  readonly type: string;
  readonly controlNumber: string | null;
  /** Relative to the output folder; null for what is no file. */
  readonly file: string | null;
}

export interface OrderReport {
  /** The buyer's purchase order number, unaltered. */
  readonly order: string;
  readonly id: string;
  readonly partner: string;
  readonly channel: 'edi' | 'shop';
  readonly phase: string;
  readonly erpOrders: readonly { readonly erp: string; readonly number: string }[];
  readonly documents: readonly DocumentReport[];
  readonly waitingFor: string | null;
}

export interface RunReport {
  readonly orders: readonly OrderReport[];
  readonly files: readonly { readonly file: string; readonly [more: string]: unknown }[];
}

/** Everything a machine may want to know of a run. */
export async function toReport(journal: Journal, inputs: readonly InputReport[], policy: Policy): Promise<RunReport> {
  const orders: OrderReport[] = [];
  for await (const id of journal.orders()) {
    const stored = await journal.load(id);
    if (stored) orders.push(...toOrder(stored.state, policy));
  }
  return { orders, files: inputs.map(toFile) };
}

function toOrder(state: OrderState, policy: Policy): OrderReport[] {
  const facts = Object.values(state.facts);
  const captured = facts.find((event) => event.type === 'order.captured');
  if (captured?.type !== 'order.captured') return [];
  const { on, what } = waiting(state, policy);
  const erpOrders = facts.flatMap((event) =>
    event.type === 'erp.accepted' ? [{ erp: event.erp, number: event.number }] : [],
  );
  return [
    {
      order: captured.order.number,
      id: state.id,
      partner: captured.partner,
      channel: captured.order.channel,
      phase: phase(state),
      erpOrders,
      documents: documentsOf(state),
      waitingFor: on === 'nothing' ? null : `${on}: ${what}`,
    },
  ];
}

function documentsOf(state: OrderState): DocumentReport[] {
  return Object.values(state.effects).flatMap(({ effect, sent }): DocumentReport[] => {
    if (sent === undefined) return [];
    const { body } = effect;
    const controlNumber = sent.controlNumber ?? null;
    switch (body.type) {
      case 'document.send':
        return [{ type: body.document, controlNumber, file: sent.file ? `documents/${sent.file}` : null }];
      case 'shop.fulfillment':
        return [{ type: 'fulfillment', controlNumber, file: null }];
      case 'shop.invoice':
        return [{ type: 'invoice', controlNumber, file: null }];
      default:
        return [];
    }
  });
}

function toFile({ file, status, partner, acknowledgment, orders, issues }: InputReport): RunReport['files'][number] {
  const answer = acknowledgment ? { ...acknowledgment, file: `documents/${acknowledgment.file}` } : null;
  return { file, status, partner: partner ?? null, acknowledgment: answer, orders, issues };
}
