import type { Order } from '@dist/canonical';
import type { ReceiptIssue } from './receipt.ts';

/** An order that was read, as a map's result has it: the order where no issue is an error, else what of it could be read. */
export interface OrderRead {
  readonly value?: Order | undefined;
  readonly partial?: unknown;
  readonly issues: readonly ReceiptIssue[];
}
