import type { DocumentEffect } from '@dist/orchestration';
import type { Definition } from '@dist/x12';
import {
  invoice810,
  purchaseOrderAcknowledgment855,
  purchaseOrderChangeAcknowledgment865,
  shipNotice856,
} from '@dist/x12/004010';

/** The definition that each document of an order is written by. */
export const sentDefinitions: Readonly<Record<DocumentEffect['document'], Definition>> = {
  '855': purchaseOrderAcknowledgment855,
  '856': shipNotice856,
  '810': invoice810,
  '865': purchaseOrderChangeAcknowledgment865,
};
