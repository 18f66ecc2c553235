import * as z from 'zod';
import type { Operation } from './admin-client.ts';
import { type PageInfo, pageInfo } from './page-info.ts';
import { type UserErrors, userErrors } from './user-errors.ts';

const linesPage = z.object({ nodes: z.array(z.object({ id: z.string(), quantity: z.int() })), pageInfo });

type LinesPage = { nodes: { id: string; quantity: number }[]; pageInfo: PageInfo };

/** Opens an edit. Nothing of the order changes before it is committed. */
export const beginEdit: Operation<{
  orderEditBegin?:
    | { calculatedOrder?: { id: string; lineItems: LinesPage } | null | undefined; userErrors: UserErrors }
    | null
    | undefined;
}> = {
  kind: 'read',
  name: 'BeginEdit',
  cost: 265,
  text: `mutation BeginEdit($id: ID!) {
  orderEditBegin(id: $id) {
    calculatedOrder {
      id
      lineItems(first: 250) {
        nodes { id quantity }
        pageInfo { hasNextPage endCursor }
      }
    }
    userErrors { field message }
  }
}`,
  data: z.object({
    orderEditBegin: z
      .object({ calculatedOrder: z.object({ id: z.string(), lineItems: linesPage }).nullish(), userErrors })
      .nullish(),
  }),
};

/** Sets the quantity of a line in an edit. */
export const setEditQuantity: Operation<{ orderEditSetQuantity?: { userErrors: UserErrors } | null | undefined }> = {
  kind: 'read',
  name: 'SetEditQuantity',
  cost: 12,
  text: `mutation SetEditQuantity($id: ID!, $lineItemId: ID!, $quantity: Int!, $restock: Boolean) {
  orderEditSetQuantity(id: $id, lineItemId: $lineItemId, quantity: $quantity, restock: $restock) {
    userErrors { field message }
  }
}`,
  data: z.object({ orderEditSetQuantity: z.object({ userErrors }).nullish() }),
};

/** Makes an edit the order. */
export const commitEdit: Operation<{
  orderEditCommit?: { order?: { id: string } | null | undefined; userErrors: UserErrors } | null | undefined;
}> = {
  kind: 'write',
  name: 'CommitEdit',
  cost: 13,
  text: `mutation CommitEdit($id: ID!, $notifyCustomer: Boolean, $staffNote: String) {
  orderEditCommit(id: $id, notifyCustomer: $notifyCustomer, staffNote: $staffNote) {
    order { id }
    userErrors { field message }
  }
}`,
  data: z.object({
    orderEditCommit: z.object({ order: z.object({ id: z.string() }).nullish(), userErrors }).nullish(),
  }),
};
