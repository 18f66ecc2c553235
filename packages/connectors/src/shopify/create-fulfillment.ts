import * as z from 'zod';
import type { Operation } from './admin-client.ts';
import { type UserErrors, userErrors } from './user-errors.ts';

/** Says that goods have left. */
export const createFulfillment: Operation<{
  fulfillmentCreate?: { fulfillment?: { id: string } | null | undefined; userErrors: UserErrors } | null | undefined;
}> = {
  kind: 'write',
  name: 'CreateFulfillment',
  cost: 13,
  text: `mutation CreateFulfillment($fulfillment: FulfillmentInput!, $message: String) {
  fulfillmentCreate(fulfillment: $fulfillment, message: $message) {
    fulfillment { id }
    userErrors { field message }
  }
}`,
  data: z.object({
    fulfillmentCreate: z.object({ fulfillment: z.object({ id: z.string() }).nullish(), userErrors }).nullish(),
  }),
};
