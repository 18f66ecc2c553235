import type { Invoice, Return } from '@dist/canonical';

/** What an advice takes off an invoice. */
export interface Deduction {
  /** `shortage`, `pricing`, `chargeback`, or the buyer's own code. */
  readonly reason: string;
  /** Positive: what was kept back. */
  readonly amount: string;
  readonly note?: string | undefined;
}

/** Invoices, credit, money and returns. */
export type MoneyWords =
  /** An invoice, or with type `creditMemo` a credit memo. */
  | {
      readonly type: 'invoice.posted';
      readonly partId: string;
      readonly invoice: Invoice;
      /** Number of the invoice that a credit memo is for, or that this invoice takes the place of. */
      readonly of?: string | undefined;
      /** The return that a credit memo is for. */
      readonly rma?: string | undefined;
    }
  | { readonly type: 'invoice.voided'; readonly invoice: string; readonly reason: string }
  /** A line of an 820 (R24): what the buyer says that it pays. An advice is not cash. `payment` is payer and trace number. */
  | {
      readonly type: 'payment.advised';
      readonly payment: string;
      readonly invoice: string;
      readonly amount: string;
      readonly deductions?: readonly Deduction[] | undefined;
    }
  /** Bank or ERP confirms money for an invoice. `payment` names it, so that it counts once; the event's key when absent. */
  | {
      readonly type: 'payment.applied';
      readonly invoice: string;
      readonly amount: string;
      readonly payment?: string | undefined;
    }
  /** What becomes of a deduction: `accepted` writes it off, `disputed` keeps it owed. */
  | {
      readonly type: 'deduction.decided';
      readonly payment: string;
      readonly invoice: string;
      readonly decision: 'accepted' | 'disputed';
      readonly by: string;
      readonly reason?: string | undefined;
    }
  /** Each state of a return is a fact of its own (R25): authorized, received, inspected; `content.number` names the return. */
  | { readonly type: 'return.reported'; readonly content: Return };
