import type { Invoice } from '@dist/canonical';
import type { Call, WriteCall } from './call.ts';
import type { ListStart, Page } from './page.ts';
import type { PublishOutcome } from './publish.ts';

/** Invoices and credit memos of a system. */
export interface Invoices {
  /** Tells a channel. `channelOrderId` is its own id of the order. The same invoice again replaces itself. */
  publish(
    notice: { readonly channelOrderId: string; readonly invoice: Invoice },
    call: WriteCall,
  ): Promise<PublishOutcome>;
  /** What was invoiced, by the time of its last change; `orderNumber` of a document is the system's own number. */
  list(start?: ListStart, call?: Call): AsyncIterable<Page<Invoice>>;
}
