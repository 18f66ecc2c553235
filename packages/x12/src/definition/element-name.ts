/**
 * The property names of a segment's elements, from their names in the standard's tables: `Purchase order number` is
 * `purchaseOrderNumber`. A name that comes again is numbered from 2 on: `productId`, `productId2`, `productId3`.
 */
export function elementNames(names: readonly string[]): string[] {
  const used = new Set<string>();
  return names.map((name) => {
    const base = toCamelCase(name);
    let unique = base;
    for (let number = 2; used.has(unique); number++) unique = `${base}${number}`;
    used.add(unique);
    return unique;
  });
}

function toCamelCase(name: string): string {
  const words = name.replace(/[.']/g, '').split(/[^A-Za-z0-9]+/);
  return words.map((word, index) => (index === 0 ? word.toLowerCase() : capitalized(word.toLowerCase()))).join('');
}

const capitalized = (word: string): string => word.charAt(0).toUpperCase() + word.slice(1);
