import type { Shipment } from '@dist/canonical';
import type { Call, WriteCall } from './call.ts';
import type { ListStart, Page } from './page.ts';
import type { PublishOutcome } from './publish.ts';

/** Shipments of a system. */
export interface Shipments {
  /**
   * Tells a channel what has left. `channelOrderId` is the channel's own id of the order. The same shipment again is
   * `already`.
   */
  publish(
    notice: { readonly channelOrderId: string; readonly shipment: Shipment },
    call: WriteCall,
  ): Promise<PublishOutcome>;
  /** What has left, by the time of its last change; `orderNumber` of a document is the system's own number. */
  list(start?: ListStart, call?: Call): AsyncIterable<Page<Shipment>>;
}
