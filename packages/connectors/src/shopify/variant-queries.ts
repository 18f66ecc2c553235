import * as z from 'zod';
import { optionalText } from '../wire/optional-text.ts';
import type { Operation } from './admin-client.ts';

const variant = z.object({
  id: z.string(),
  sku: optionalText,
  barcode: optionalText,
  displayName: z.string(),
  price: z.string(),
  product: z.object({ status: z.string() }),
  inventoryItem: z.object({ id: z.string(), countryCodeOfOrigin: optionalText }),
});

/** A variant as it is asked for. */
export type VariantNode = z.output<typeof variant>;

const selection = 'id sku barcode displayName price product { status } inventoryItem { id countryCodeOfOrigin }';

/** A variant of a product: what can be ordered. */
export const variantById: Operation<{ productVariant?: VariantNode | null | undefined }> = {
  kind: 'read',
  name: 'VariantById',
  cost: 3,
  text: `query VariantById($id: ID!) {
  productVariant(id: $id) { ${selection} }
}`,
  data: z.object({ productVariant: variant.nullish() }),
};

/** Variants of a search. */
export const variantsByText: Operation<{ productVariants: { nodes: VariantNode[] } }> = {
  kind: 'read',
  name: 'VariantsByText',
  cost: 152,
  text: `query VariantsByText($search: String!) {
  productVariants(first: 50, query: $search) { nodes { ${selection} } }
}`,
  data: z.object({ productVariants: z.object({ nodes: z.array(variant) }) }),
};
