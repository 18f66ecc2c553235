import * as z from 'zod';
import type { Operation } from './admin-client.ts';
import { type UserErrors, userErrors } from './user-errors.ts';

/** Writes metafields, or writes them over. */
export const setMetafields: Operation<{
  metafieldsSet?: { metafields?: { id: string }[] | null | undefined; userErrors: UserErrors } | null | undefined;
}> = {
  kind: 'write',
  name: 'SetMetafields',
  cost: 13,
  text: `mutation SetMetafields($metafields: [MetafieldsSetInput!]!) {
  metafieldsSet(metafields: $metafields) {
    metafields { id }
    userErrors { field message code }
  }
}`,
  data: z.object({
    metafieldsSet: z.object({ metafields: z.array(z.object({ id: z.string() })).nullish(), userErrors }).nullish(),
  }),
};
