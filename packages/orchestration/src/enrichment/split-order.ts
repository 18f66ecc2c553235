import type { OrderLine, Quantity } from '@dist/canonical';
import { add, compare, convert } from '@dist/canonical/arithmetic';
import { externalReference } from '../identity/external-reference.ts';
import { routeOf } from '../policy/fits.ts';
import type { EnrichedLine, LineQuantity, OrderPart, Provenance } from '../word/event.ts';
import type { Failure } from '../word/failure.ts';
import { chooseCarrier } from './choose-carrier.ts';
import { chooseWarehouse } from './choose-warehouse.ts';
import type { Context } from './context.ts';
import { type Destination, destinationOf } from './destination.ts';
import type { LineDestination } from './line-destinations.ts';

/** A line with all that is known of it. */
export interface SplitLine {
  readonly line: OrderLine;
  readonly known: EnrichedLine;
  readonly destinations: readonly LineDestination[];
}

interface Draft {
  readonly name: string;
  readonly destination: Destination;
  readonly warehouse: string | undefined;
  /** In the base unit, by line. */
  readonly lines: Map<string, { readonly known: EnrichedLine; base: string; isInOrderedUnit: boolean }>;
}

interface Split {
  readonly parts: readonly OrderPart[];
  readonly used: readonly Provenance[];
  readonly failures: readonly Failure[];
}

/**
 * The ERP orders that a purchase order becomes (R16): one for each store and warehouse, or one for all. A part is called
 * by its store, what goes with the order `rest` when there are stores and `1` when there are none; where one of these
 * ships from several warehouses, a hyphen and the warehouse follow.
 */
export function splitOrder(context: Context, lines: readonly SplitLine[]): Split {
  const drafts = new Map<string, Draft>();
  const used: Provenance[] = [];
  const failures: Failure[] = [];
  const hasStores = lines.some(({ destinations }) => destinations.some(({ store }) => store !== undefined));
  for (const split of lines) {
    const shares = sharesOf(split);
    failures.push(...shares.failures);
    for (const { destination: to, base, isInOrderedUnit } of shares.shares) {
      const destination = destinationOf(context, to.place, to.store !== undefined);
      const warehouse = chooseWarehouse(context, destination, split.known);
      used.push(...warehouse.used);
      failures.push(...warehouse.failures);
      const name = to.store ?? (hasStores ? 'rest' : '1');
      put(drafts, { name, destination, warehouse: warehouse.value }, { known: split.known, base, isInOrderedUnit });
    }
  }
  const made = partsOf(context, [...drafts.values()]);
  return {
    parts: made.parts,
    used: [...used, ...made.used],
    failures: distinct([...failures, ...made.failures]),
  };
}

interface Share {
  readonly destination: LineDestination;
  readonly base: string;
  readonly isInOrderedUnit: boolean;
}

function sharesOf({ line, known, destinations }: SplitLine): {
  readonly shares: readonly Share[];
  readonly failures: readonly Failure[];
} {
  const { lineId, quantity } = line;
  const failures: Failure[] = [];
  const shares = destinations.flatMap((destination): Share[] => {
    const { allocated = quantity } = destination;
    const isInOrderedUnit = allocated.unit === quantity.unit;
    const base = inUnit(allocated, known.base.unit, known);
    if (base !== undefined) return [{ destination, base: base.value, isInOrderedUnit }];
    const message = `line ${lineId}: ${allocated.unit} of an allocation does not convert to ${quantity.unit}`;
    failures.push({ class: 'unitOfMeasure', code: 'unit-unknown', message, lineId });
    return [];
  });
  // A store that nobody knows, or one in a strange unit, is told by itself: the sum would only repeat it.
  const isWhole = failures.length === 0 && destinations.length === (line.allocations?.length || destinations.length);
  const total = shares.reduce((sum, { base }) => add(sum, base), '0');
  if (isWhole && destinations.length > 0 && compare(total, known.base.value) !== 0) {
    const sum = inUnit({ value: total, unit: known.base.unit }, quantity.unit, known);
    const told = sum?.value ?? `${total} ${known.base.unit}`;
    const message = `line ${lineId}: allocations sum to ${told}, the line says ${quantity.value} ${quantity.unit}`;
    failures.push({ class: 'partnerFormat', code: 'allocation-sum', message, lineId });
  }
  return { shares, failures };
}

/** The same store twice for one line is added up: allocations may go on in a second segment. */
function put(
  drafts: Map<string, Draft>,
  of: Omit<Draft, 'lines'>,
  { known, base, isInOrderedUnit }: { known: EnrichedLine; base: string; isInOrderedUnit: boolean },
): void {
  const { customerNumber, shipToNumber } = of.destination;
  const key = JSON.stringify([of.name, customerNumber, shipToNumber, of.warehouse ?? null]);
  const draft = drafts.get(key) ?? { ...of, lines: new Map() };
  const before = draft.lines.get(known.lineId);
  draft.lines.set(known.lineId, {
    known,
    base: add(before?.base ?? '0', base),
    isInOrderedUnit: isInOrderedUnit && (before?.isInOrderedUnit ?? true),
  });
  drafts.set(key, draft);
}

function partsOf(context: Context, drafts: readonly Draft[]): Split {
  const { partner, order } = context;
  const used: Provenance[] = [];
  const failures: Failure[] = [];
  const parts = drafts.map((draft): OrderPart => {
    const { name, destination, warehouse } = draft;
    const isShared = drafts.filter((other) => other.name === name).length > 1;
    const partId = isShared && warehouse !== undefined ? `${name}-${warehouse}` : name;
    const erp = route(context, warehouse);
    const carrier = chooseCarrier(context, loadOf(draft));
    used.push(...erp.used, ...carrier.used);
    failures.push(...erp.failures, ...carrier.failures);
    return {
      partId,
      externalReference: externalReference(
        partner,
        order.number,
        order.release,
        drafts.length > 1 ? partId : undefined,
      ),
      erp: erp.erp,
      customerNumber: destination.customerNumber,
      shipToNumber: destination.shipToNumber,
      ...(warehouse !== undefined && { warehouse }),
      ...(carrier.value !== undefined && { carrier: carrier.value }),
      lines: [...draft.lines].map(([lineId, line]) => ({ lineId, quantity: quantityOf(line) })),
    };
  });
  // An order of one line whose item is not known has no part yet: which ERP it goes to is told all the same.
  if (drafts.length === 0) failures.push(...route(context, undefined).failures);
  return { parts, used, failures: [...failures, ...sameNames(parts)] };
}

function route(
  { partner, order, policy, receivedAt }: Context,
  warehouse: string | undefined,
): { readonly erp: string; readonly used: readonly Provenance[]; readonly failures: readonly Failure[] } {
  const erp = routeOf(policy, partner, order, { receivedAt, warehouse });
  if (erp !== undefined) return { erp, used: [{ record: 'routing', key: erp, version: policy.version }], failures: [] };
  const failure: Failure = { class: 'configuration', code: 'no-route', message: 'no routing rule fits' };
  return { erp: '', used: [], failures: [failure] };
}

function loadOf({ destination, warehouse, lines }: Draft): Parameters<typeof chooseCarrier>[1] {
  const items = [...lines.values()].map(({ known, base }) => ({
    sku: known.sku,
    base: { value: base, unit: known.base.unit },
  }));
  return { destination, warehouse, items };
}

/** In the unit ordered, unless it was allocated in another one and would not be whole: half a case is six pieces. */
function quantityOf({ known, base, isInOrderedUnit }: { known: EnrichedLine; base: string; isInOrderedUnit: boolean }) {
  const inBase: LineQuantity['quantity'] = { value: base, unit: known.base.unit };
  const ordered = inUnit(inBase, known.ordered.unit, known);
  if (ordered === undefined) return inBase;
  return isInOrderedUnit || !ordered.value.includes('.') ? ordered : inBase;
}

/** Two parts of one name would be one order at the ERP, and one would be lost. */
function sameNames(parts: readonly OrderPart[]): readonly Failure[] {
  const names = parts.map(({ partId }) => partId);
  const twice = [...new Set(names.filter((name, index) => names.indexOf(name) !== index))];
  return twice.map((name) => {
    const message = `two parts are called ${name}: one number stands for two places`;
    return { class: 'customerMaster', code: 'part-id-repeated', message };
  });
}

function inUnit(quantity: Quantity, unit: string, { base, units }: EnrichedLine): Quantity | undefined {
  return convert(quantity, unit, { baseUnit: base.unit, conversions: [...units] });
}

function distinct(failures: readonly Failure[]): readonly Failure[] {
  return [...new Map(failures.map((failure) => [failure.message, failure])).values()];
}
