import type { Invoice } from './invoice.ts';
import type { Order } from './order.ts';
import type { OrderAcknowledgment } from './order-acknowledgment.ts';
import type { Shipment } from './shipment.ts';

/** A business document, told apart by its `kind`. */
export type CanonicalDocument = Order | OrderAcknowledgment | Shipment | Invoice;
