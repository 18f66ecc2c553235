import { add } from '../arithmetic/add.ts';
import { compare, equals } from '../arithmetic/compare.ts';
import { multiply } from '../arithmetic/multiply.ts';
import { divide } from '../arithmetic/round.ts';
import type { Component } from '../document/order.ts';
import type { PackedItem } from '../document/shipment.ts';
import type { DecimalString, Identifier } from '../value/value.ts';

/**
 * How many whole kits a list of packed components makes, and whether they make those and nothing beside. A row is a component
 * when they share a number and a unit.
 */
export function kitsIn(
  components: readonly Component[],
  rows: readonly Pick<PackedItem, 'ids' | 'quantity'>[],
): { whole: DecimalString; complete: boolean } {
  const places = new Map<string, number>();
  for (const [index, { ids }] of components.entries()) for (const id of ids) places.set(keyOf(id), index);
  const packed = components.map(() => '0');
  let complete = true;
  for (const { ids, quantity } of rows) {
    const place = ids.map((id) => places.get(keyOf(id))).find((one) => one !== undefined);
    const component = place === undefined ? undefined : components[place];
    if (place === undefined || component?.quantity.unit !== quantity.unit) complete = false;
    else packed[place] = add(packed[place] ?? '0', quantity.value);
  }
  const kits = components.map(({ quantity }, index) => divideDown(packed[index] ?? '0', quantity.value));
  const whole = kits.reduce((least, one) => (compare(one, least) < 0 ? one : least), kits[0] ?? '0');
  const exact = components.every(({ quantity }, index) =>
    equals(packed[index] ?? '0', multiply(quantity.value, whole)),
  );
  return { whole, complete: complete && exact };
}

const keyOf = ({ scheme, value }: Identifier): string => JSON.stringify([scheme, value]);

const divideDown = (value: DecimalString, by: DecimalString): DecimalString =>
  compare(by, '0') > 0 ? divide(value, by, 0, 'down') : '0';
