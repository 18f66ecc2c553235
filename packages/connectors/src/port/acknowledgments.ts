import type { OrderAcknowledgment } from '@dist/canonical';
import type { WriteCall } from './call.ts';
import type { PublishOutcome } from './publish.ts';

/** Answers to orders of a channel: what of each line is taken. */
export interface Acknowledgments {
  /** `channelOrderId` is the channel's own id of the order. The same answer again changes nothing. */
  publish(
    notice: { readonly channelOrderId: string; readonly acknowledgment: OrderAcknowledgment },
    call: WriteCall,
  ): Promise<PublishOutcome>;
}
