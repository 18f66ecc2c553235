import { type Codec, type CodecContext, type CodecValue, refuse } from '@dist/mapping';

const native = 'an item and a unit that the facts of lookup itemUnit hold, as item|unit';
const canonical = 'an item and a unit of it that the facts of lookup itemUnit hold, as item|unit';

/**
 * The ERP's item and its unit ↔ our item and its unit (UN/ECE), by the facts of lookup `itemUnit`:
 * `{ "4711|3": "AX-100|XCS" }`. Items differ in how many a case holds, so that a unit means something with its item
 * only; one that the item is not known in is refused, and the order waits for a person.
 */
export const itemUnit: Codec = {
  native,
  canonical,
  arity: { native: 2, canonical: 2 },
  decode: (value, context) => apart(join(value), context, 'canonicalOf') ?? refuse(native),
  encode: (value, context) => apart(join(value), context, 'nativeOf') ?? refuse(canonical),
};

function join(value: CodecValue): string | undefined {
  const [item, unit] = Array.isArray(value) ? value : [];
  return typeof item === 'string' && typeof unit === 'string' ? `${item}|${unit}` : undefined;
}

/** The unit is what follows the last `|`: an item's number may contain one, a unit's may not. */
function apart(
  key: string | undefined,
  context: CodecContext,
  side: 'canonicalOf' | 'nativeOf',
): [string, string] | undefined {
  const found = key === undefined ? undefined : context[side]('itemUnit', key);
  const cut = found?.lastIndexOf('|') ?? -1;
  return found === undefined || cut < 1 || cut === found.length - 1
    ? undefined
    : [found.slice(0, cut), found.slice(cut + 1)];
}
