import type { Identifier, Item, OrderLine } from '@dist/canonical';
import type { Provenance } from '../word/event.ts';
import type { Failure } from '../word/failure.ts';
import { type Finding, failed, found } from './finding.ts';
import { countsOn, type Tables } from './tables.ts';

/** Finds our item for the numbers of a line, from tables that are read once. */
type ItemMatcher = (line: OrderLine) => Finding<Item>;

interface Lead {
  readonly sku: string;
  /** The cross-reference that leads there; none for numbers that are the item's own. */
  readonly used?: Provenance | undefined;
}

/**
 * The partner's cross-reference comes first, then numbers that mean the same to everybody. Numbers that lead to two
 * items are a fault of somebody's tables; none is chosen.
 */
export function itemMatcher(partner: string, tables: Tables): ItemMatcher {
  const { items } = tables.masterData;
  const bySku = new Map(items.map((item) => [item.sku, item]));
  const leads = leadsOf(partner, tables);
  return (line) => {
    const numbers = line.ids.map((id) => `${id.scheme} ${id.value}`).join(', ') || 'no number';
    const followed = line.ids.flatMap((id) => leads.get(keyOf(id)) ?? []).filter(({ sku }) => bySku.has(sku));
    const skus = [...new Set(followed.map(({ sku }) => sku))].sort();
    const item = bySku.get(skus[0] ?? '');
    if (item === undefined) return failed(failureOf(line, 'item-unknown', `no item for ${numbers}`));
    if (skus.length > 1) {
      return failed(failureOf(line, 'item-ambiguous', `${numbers} lead to ${skus.join(' and ')}`));
    }
    return found(item, [...followed.flatMap(({ used }) => used ?? []), tables.use('item', item.sku)]);
  };
}

function leadsOf(partner: string, tables: Tables): ReadonlyMap<string, readonly Lead[]> {
  const leads = new Map<string, Lead[]>();
  const learn = (id: Pick<Identifier, 'scheme' | 'value'>, lead: Lead) => {
    leads.set(keyOf(id), [...(leads.get(keyOf(id)) ?? []), lead]);
  };
  const crossed = [
    ...tables.rows('itemCrossReferences'),
    ...tables.masterData.items.flatMap(({ sku, crossReferences = [] }) =>
      crossReferences.filter((row) => countsOn(row, tables.day)).map((row) => ({ ...row, sku })),
    ),
  ];
  for (const row of crossed) {
    if (row.partner !== partner) continue;
    learn(row, { sku: row.sku, used: tables.use('itemCrossReference', `${row.scheme} ${row.value}`, row) });
  }
  const own = new Set(leads.keys());
  for (const { sku, ids } of tables.masterData.items) {
    learn({ scheme: 'seller', value: sku }, { sku });
    for (const id of ids) if (isGlobal(id) && !own.has(keyOf(id))) learn(id, { sku });
  }
  return leads;
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
