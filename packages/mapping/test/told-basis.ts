const codes: Readonly<Record<string, string>> = { '12': 'PD', '100': 'HP', '1000': 'TP' };
const pieces: readonly unknown[] = ['EA', 'C62', 'H87'];

/**
 * The same document with the basis that X12 maps write where a price for a dozen, a hundred or a thousand pieces comes
 * without one: a price of 250 for a hundred must not read as 250 for each (gotcha 12).
 */
export function withToldBasis(value: unknown): unknown {
  if (Array.isArray(value)) return value.map(withToldBasis);
  if (typeof value !== 'object' || value === null) return value;
  const node = Object.fromEntries(Object.entries(value).map(([key, inner]) => [key, withToldBasis(inner)]));
  const { price, quantity } = node as { price?: Record<string, string>; quantity?: Record<string, string> };
  const basis = codes[price?.['per'] ?? ''];
  if (price === undefined || basis === undefined || price['basis'] !== undefined) return node;
  const isOfPieces = pieces.includes(quantity?.['unit']) || price['unit'] === 'EA';
  return isOfPieces ? { ...node, price: { ...price, basis } } : node;
}
