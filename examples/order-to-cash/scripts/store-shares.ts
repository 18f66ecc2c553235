const stores = ['0117', '0142', '0203', '0218', '0305', '0331'];

/** What each store gets of a line of an order for stores; the fourth line goes to half of them. */
export function storeShares(at: number): { readonly store: string; readonly quantity: number }[] {
  return stores
    .slice(0, at === 3 ? 3 : stores.length)
    .map((store, place) => ({ store, quantity: 2 + ((at + place) % 4) }));
}
