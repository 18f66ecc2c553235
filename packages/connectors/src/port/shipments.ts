import type { Shipment } from '@dist/canonical';
import type { WriteCall } from './call.ts';
import type { PublishOutcome } from './publish.ts';

/** Shipments of a channel: what its buyer is told. */
export interface Shipments {
  /** `channelOrderId` is the channel's own id of the order. The same shipment again is `already`. */
  publish(
    notice: { readonly channelOrderId: string; readonly shipment: Shipment },
    call: WriteCall,
  ): Promise<PublishOutcome>;
}
