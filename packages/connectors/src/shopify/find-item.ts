import type { Item } from '@dist/canonical';
import type { Call } from '../port/call.ts';
import type { ItemKey, LookUp } from '../port/look-up.ts';
import type { Found } from '../port/page.ts';
import type { AdminClient, LookedUp } from './admin-client.ts';
import { decodeItem } from './decode-item.ts';
import { globalId } from './global-id.ts';
import { searchText } from './search-text.ts';
import { type VariantNode, variantById, variantsByText } from './variant-queries.ts';

/** An item by its SKU, its barcode or the id of its variant. Shopify lets several variants have one SKU: a conflict. */
export async function findItem(
  admin: AdminClient,
  { by, value }: LookUp<ItemKey>,
  call: Call = {},
): Promise<Found<Item>> {
  const found = by === 'id' ? await byId(admin, value, call) : await byText(admin, by, value, call);
  if (!found.ok) return { status: 'failed', failure: found.failure };
  const [variant, other] = found.data;
  if (variant === undefined) return { status: 'notFound' };
  if (other === undefined) return { status: 'found', value: decodeItem(variant) };
  return {
    status: 'failed',
    failure: admin.fail('conflict', `${found.data.length} variants have the ${by} ${value}`),
  };
}

async function byId(admin: AdminClient, value: string, call: Call): Promise<LookedUp<readonly VariantNode[]>> {
  const id = globalId('ProductVariant', value);
  if (id === undefined) return { ok: true, data: [] };
  const answer = await admin.run(variantById, { id }, call);
  if (!answer.ok) return answer;
  const { productVariant } = answer.data;
  return { ok: true, data: productVariant ? [productVariant] : [] };
}

/** The search takes words apart and knows no case: only what is equal counts. */
async function byText(
  admin: AdminClient,
  by: 'sku' | 'gtin',
  value: string,
  call: Call,
): Promise<LookedUp<readonly VariantNode[]>> {
  const search = `${by === 'sku' ? 'sku' : 'barcode'}:${searchText(value)}`;
  const answer = await admin.run(variantsByText, { search }, call);
  if (!answer.ok) return answer;
  const { nodes } = answer.data.productVariants;
  return { ok: true, data: nodes.filter(({ sku, barcode }) => (by === 'sku' ? sku : barcode) === value) };
}
