import type { Identifier, Item, OrderLine } from '@dist/canonical';
import type { Failure } from '../word/failure.ts';
import type { MasterData } from './master-data.ts';

/** Finds our item for the numbers of a line, from tables that are read once. */
type ItemMatcher = (line: OrderLine) => { readonly item: Item } | { readonly failure: Failure };

/**
 * The partner's cross-reference comes first, then numbers that mean the same to everybody. Numbers that lead to two
 * items are a fault of somebody's tables; none is chosen.
 */
export function itemMatcher(partner: string, masterData: MasterData): ItemMatcher {
  const bySku = new Map(masterData.items.map((item) => [item.sku, item]));
  const skus = new Map<string, Set<string>>();
  const learn = (id: Identifier, sku: string) => skus.set(keyOf(id), (skus.get(keyOf(id)) ?? new Set()).add(sku));
  for (const row of masterData.itemCrossReferences) if (row.partner === partner) learn(row, row.sku);
  const own = new Set(skus.keys());
  for (const item of masterData.items) {
    learn({ scheme: 'seller', value: item.sku }, item.sku);
    for (const id of item.ids) if (isGlobal(id) && !own.has(keyOf(id))) learn(id, item.sku);
  }
  return (line) => {
    const found = new Set(line.ids.flatMap((id) => [...(skus.get(keyOf(id)) ?? [])]));
    const items = [...found].flatMap((sku) => bySku.get(sku) ?? []);
    const [item] = items;
    const numbers = line.ids.map((id) => `${id.scheme} ${id.value}`).join(', ') || 'no number';
    if (item === undefined) return { failure: failureOf(line, 'item-unknown', `no item for ${numbers}`) };
    if (items.length > 1) {
      const names = items.map(({ sku }) => sku).join(' and ');
      return { failure: failureOf(line, 'item-ambiguous', `${numbers} lead to ${names}`) };
    }
    if (item.status !== 'discontinued') return { item };
    const failure = failureOf(line, 'item-discontinued', `item ${item.sku} is discontinued`);
    return { failure: { ...failure, class: 'inventory' } };
  };
}

function failureOf({ lineId }: OrderLine, code: string, message: string): Failure {
  return { class: 'itemCrossReference', code, message: `line ${lineId}: ${message}`, lineId };
}

function keyOf({ scheme, value }: Pick<Identifier, 'scheme' | 'value'>): string {
  // A GTIN is the same number with 8, 12, 13 or 14 digits.
  return scheme === 'gtin' ? `gtin/${value.padStart(14, '0')}` : `${scheme}/${value}`;
}

/** Buyer's and channel's numbers mean something only with a partner; these stand in the cross-references. */
function isGlobal({ scheme }: Identifier): boolean {
  return scheme === 'gtin' || scheme === 'manufacturer' || scheme === 'seller';
}
