/** Units of items by the seller's number, which the overlay `shopify/units-by-item` asks for: `{ 'AX-100': 'XCS' }`. */
export type UnitsByItem = Readonly<Record<string, string>>;

/** In which unit an order tells what the shop counts as pieces of an item: pieces, where nothing else is said. */
export function unitOfItem(units: UnitsByItem = {}, sku = ''): string {
  return (Object.hasOwn(units, sku) ? units[sku] : undefined) ?? 'C62';
}
