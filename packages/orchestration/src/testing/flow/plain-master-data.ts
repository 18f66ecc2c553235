import type { Item } from '@dist/canonical';
import type { MasterData } from '../../enrichment/master-data.ts';
import { unitOf } from './document/amount-of.ts';
import type { FlowEvent } from './flow-event.ts';

/** Master data that knows every item and store of a scenario, each item stocked in the unit it is first ordered in. */
export function plainMasterData(events: readonly FlowEvent[], partner: string): MasterData {
  const items = new Map<string, Item>();
  const places = new Set<string>(['*', '0012']);
  const partners = new Set([partner]);
  for (const event of events) {
    partners.add(event.partner ?? partner);
    if (event.event !== '850 received' && event.event !== 'shop order received') continue;
    if (event.shipTo !== undefined) places.add(event.shipTo);
    for (const { item, unit = 'EA', stores = [] } of event.lines) {
      const known = items.get(item);
      if (known === undefined) items.set(item, stocked(item, unitOf(unit)));
      for (const [store] of stores) places.add(store);
    }
  }
  const shipToCrossReferences = [...partners].flatMap((name) =>
    [...places].map((value) => ({
      partner: name,
      scheme: value === '*' ? ('channel' as const) : ('buyer' as const),
      value,
      customerNumber: name,
      shipToNumber: value,
    })),
  );
  return { version: '1', items: [...items.values()], customers: [], itemCrossReferences: [], shipToCrossReferences };
}

function stocked(sku: string, baseUnit: string): Item {
  return { sku, ids: [], description: sku, baseUnit, conversions: [] };
}
