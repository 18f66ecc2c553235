import type { Invoice } from '@dist/canonical';
import type { WriteCall } from './call.ts';
import type { PublishOutcome } from './publish.ts';

/** Invoices of a channel: what its buyer is told. */
export interface Invoices {
  /** `channelOrderId` is the channel's own id of the order. The same invoice again replaces itself. */
  publish(
    notice: { readonly channelOrderId: string; readonly invoice: Invoice },
    call: WriteCall,
  ): Promise<PublishOutcome>;
}
