import { type Item, makeSscc } from '@dist/canonical';
import { add, compare, divide, maximum, multiply, subtract, sum } from '@dist/canonical/arithmetic';

/** A quantity of one order line that leaves now. */
export interface Leaving {
  readonly line: string;
  readonly item: string;
  readonly quantity: string;
  readonly unit: string;
}

/** A pallet or carton; `parent` is the pallet that a carton stands on. */
export interface Unit {
  readonly id: string;
  readonly type: 'pallet' | 'carton';
  readonly sscc: string;
  readonly parent?: string | undefined;
  readonly weight: { readonly value: string; readonly unit: 'LBR' };
}

export interface Packed {
  readonly units: readonly Unit[];
  /** What lies in which carton: a bag, so that one carton may hold an item twice. */
  readonly items: readonly (Leaving & { readonly unitId: string })[];
  /** Pounds. */
  readonly weight: string;
}

interface PackOptions {
  readonly item: (sku: string) => Item | undefined;
  readonly pallets: boolean;
  /** The next serial number of a logistic unit, from 1; never the same again. */
  readonly serial: () => number;
}

interface Carton {
  readonly contents: Leaving[];
  /** How much of it is taken, of 1. */
  full: string;
}

/** The company prefix of this made-up seller: GS1 keeps prefix 952 for demonstrations. */
export const companyPrefix = '9529000';

const cartonsOnPallet = 24;
/** So many cartons at most in a shipment; larger quantities go in larger cartons. */
const mostCartons = 2000;
const pounds = { unitOfItem: '0.75', carton: '1.5', pallet: '40' };

/** Packs what leaves: full cartons by the item's carton size, the remainders together, all on pallets where agreed. */
export function pack(leaving: readonly Leaving[], options: PackOptions): Packed {
  const cartons = fillCartons(leaving, options.item);
  const pallets = options.pallets ? Math.ceil(cartons.length / cartonsOnPallet) : 0;
  const weights = cartons.map(({ contents }) => weightOf(contents));
  const sscc = (extension: number) => makeSscc(companyPrefix, extension, options.serial());
  const palletUnits = Array.from({ length: pallets }, (_, index): Unit => {
    const on = weights.slice(index * cartonsOnPallet, (index + 1) * cartonsOnPallet);
    return { id: `P${index + 1}`, type: 'pallet', sscc: sscc(1), weight: inPounds(sum([pounds.pallet, ...on])) };
  });
  const cartonUnits = weights.map((weight, index): Unit => {
    const parent = palletUnits[Math.floor(index / cartonsOnPallet)]?.id;
    const unit = { id: `C${index + 1}`, type: 'carton' as const, sscc: sscc(0), weight: inPounds(weight) };
    return parent === undefined ? unit : { ...unit, parent };
  });
  return {
    units: [...palletUnits, ...cartonUnits],
    items: cartons.flatMap(({ contents }, index) => contents.map((piece) => ({ ...piece, unitId: `C${index + 1}` }))),
    weight: sum([...weights, ...palletUnits.map(() => pounds.pallet)]),
  };
}

function fillCartons(leaving: readonly Leaving[], item: PackOptions['item']): Carton[] {
  const most = Math.max(1, Math.floor(mostCartons / leaving.length));
  const full: Carton[] = [];
  const mixed: Carton[] = [];
  for (const piece of leaving) {
    const size = maximum(cartonSize(item(piece.item)), divide(piece.quantity, String(most), 0, 'up'));
    let rest = piece.quantity;
    for (; compare(rest, size) >= 0; rest = subtract(rest, size))
      full.push({ contents: [{ ...piece, quantity: size }], full: '1' });
    if (compare(rest, '0') > 0) addRemainder(mixed, { ...piece, quantity: rest }, divide(rest, size, 6, 'up'));
  }
  return [...full, ...mixed];
}

/** Base units in the item's carton, case or other package; 24 where the item knows none. */
function cartonSize(item: Item | undefined): string {
  const packages = item?.conversions.filter(({ unit, baseUnits }) => /^X/.test(unit) && compare(baseUnits, '0') > 0);
  const ranked = ['XCT', 'XCS'].map((code) => packages?.find(({ unit }) => unit === code));
  return [...ranked, packages?.[0]].find((found) => found !== undefined)?.baseUnits ?? '24';
}

/** Only the carton that was opened last is looked at, so that packing stays linear. */
function addRemainder(mixed: Carton[], piece: Leaving, share: string): void {
  const last = mixed.at(-1);
  if (last === undefined || compare(add(last.full, share), '1') > 0) {
    mixed.push({ contents: [piece], full: share });
    return;
  }
  last.contents.push(piece);
  last.full = add(last.full, share);
}

function weightOf(contents: readonly Leaving[]): string {
  const goods = contents.map(({ quantity, unit }) =>
    unit === 'LBR' ? quantity : multiply(quantity, pounds.unitOfItem),
  );
  return sum([pounds.carton, ...goods]);
}

function inPounds(value: string): Unit['weight'] {
  return { value, unit: 'LBR' };
}
