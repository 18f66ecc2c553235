import type { ReceiptIssue, SentAcknowledgment } from '@dist/connectors/gateway';
import { type OrderState, type Policy, phase, waiting } from '@dist/orchestration';
import { type Journal, loadOrder } from '@dist/orchestration/runtime';
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
  /** Null while no order of that number could be read. */
  readonly channel: 'edi' | 'shop' | null;
  readonly phase: string;
  readonly erpOrders: readonly { readonly erp: string; readonly number: string }[];
  readonly documents: readonly DocumentReport[];
  readonly waitingFor: string | null;
}

/** One interchange or shop order of an input file. */
export interface FileReport {
  readonly file: string;
  readonly status: string;
  readonly partner: string | null;
  readonly acknowledgment: (SentAcknowledgment & { readonly file: string }) | null;
  readonly orders: readonly string[];
  readonly issues: readonly ReceiptIssue[];
}

export interface RunReport {
  readonly orders: readonly OrderReport[];
  readonly files: readonly FileReport[];
}

/** Everything a machine may want to know of a run. */
export async function toReport(journal: Journal, inputs: readonly InputReport[], policy: Policy): Promise<RunReport> {
  const orders: OrderReport[] = [];
  for await (const id of journal.orders()) {
    const stored = await loadOrder(journal, id, policy);
    if (stored) orders.push(toOrder(stored.state, policy));
  }
  return { orders, files: inputs.map(toFile) };
}

function toOrder(state: OrderState, policy: Policy): OrderReport {
  const facts = Object.values(state.facts);
  const captured = facts.find((event) => event.type === 'order.captured');
  const { on, what } = waiting(state, policy);
  const erpOrders = facts.flatMap((event) =>
    event.type === 'erp.accepted' ? [{ erp: event.erp, number: event.number }] : [],
  );
  // Before its order came, only the id says whose it is: something of that number was received.
  const [partner = '', number = ''] = state.id.split('/').map(decodeURIComponent);
  return {
    order: captured?.order.number ?? number,
    id: state.id,
    partner: captured?.partner ?? partner,
    channel: captured?.order.channel ?? null,
    phase: phase(state),
    erpOrders,
    documents: documentsOf(state),
    waitingFor: on === 'nothing' ? null : on === 'payment' ? what : `${on}: ${what}`,
  };
}

function documentsOf(state: OrderState): DocumentReport[] {
  const documents = Object.values(state.effects).flatMap(({ effect, sent }): DocumentReport[] => {
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
  // As they left: numbers of one partner rise.
  return documents.sort((a, b) => ((a.controlNumber ?? '') < (b.controlNumber ?? '') ? -1 : 1));
}

function toFile({ file, status, partner, acknowledgment, orders, issues }: InputReport): FileReport {
  const answer = acknowledgment ? { ...acknowledgment, file: `documents/${acknowledgment.file}` } : null;
  return { file, status, partner: partner ?? null, acknowledgment: answer, orders, issues };
}
