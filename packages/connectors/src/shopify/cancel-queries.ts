import * as z from 'zod';
import type { Operation } from './admin-client.ts';
import { type UserErrors, userErrors } from './user-errors.ts';

/** Begins to cancel an order: what it gives is a job. */
export const cancelOrder: Operation<{
  orderCancel?:
    | { job?: { id: string; done: boolean } | null | undefined; orderCancelUserErrors: UserErrors }
    | null
    | undefined;
}> = {
  kind: 'write',
  name: 'CancelOrder',
  cost: 13,
  text: `mutation CancelOrder($orderId: ID!, $reason: OrderCancelReason!, $restock: Boolean!, $refundMethod: OrderCancelRefundMethodInput, $notifyCustomer: Boolean, $staffNote: String) {
  orderCancel(orderId: $orderId, reason: $reason, restock: $restock, refundMethod: $refundMethod, notifyCustomer: $notifyCustomer, staffNote: $staffNote) {
    job { id done }
    orderCancelUserErrors { field message code }
  }
}`,
  data: z.object({
    orderCancel: z
      .object({
        job: z.object({ id: z.string(), done: z.boolean() }).nullish(),
        orderCancelUserErrors: userErrors,
      })
      .nullish(),
  }),
};

/** Whether a job has ended. */
export const jobState: Operation<{ job?: { done: boolean } | null | undefined }> = {
  kind: 'read',
  name: 'JobState',
  cost: 1,
  text: `query JobState($id: ID!) {
  job(id: $id) { done }
}`,
  data: z.object({ job: z.object({ done: z.boolean() }).nullish() }),
};
