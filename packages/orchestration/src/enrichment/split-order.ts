import type { Order, OrderLine } from '@dist/canonical';
import { add, compare, convert } from '@dist/canonical/arithmetic';
import { externalReference } from '../identity/external-reference.ts';
import { routeOf } from '../policy/fits.ts';
import type { Policy } from '../policy/policy.ts';
import type { EnrichedLine, LineQuantity, OrderPart } from '../word/event.ts';
import type { Failure } from '../word/failure.ts';
import type { Place, PlaceMatcher } from './match-place.ts';

interface SplitInput {
  readonly partner: string;
  readonly order: Order;
  readonly lines: readonly EnrichedLine[];
  readonly places: PlaceMatcher;
  readonly policy: Policy;
}

interface Draft {
  readonly place: Place;
  readonly lines: Map<string, LineQuantity>;
}

/**
 * The ERP orders that a purchase order becomes (R16): one for each store of an SDQ, or one for all. A part of an
 * allocated order is called by its store, what is not allocated `rest`, an order that is not split `1`.
 */
export function splitOrder(input: SplitInput): {
  readonly parts: readonly OrderPart[];
  readonly failures: readonly Failure[];
} {
  const { partner, order, policy } = input;
  const failures: Failure[] = [];
  const erp = routeOf(policy, partner, order);
  if (erp === undefined) failures.push({ class: 'configuration', code: 'no-route', message: 'no routing rule fits' });
  const drafts = new Map<string, Draft>();
  const enriched = new Map(input.lines.map((line) => [line.lineId, line]));
  for (const line of order.lines) {
    const known = enriched.get(line.lineId);
    if (known === undefined) continue;
    failures.push(
      ...(line.allocations?.length ? allocate(input, line, known, drafts) : takeWhole(input, line, drafts)),
    );
  }
  const split = drafts.size > 1;
  const parts = [...drafts].map(([partId, { place, lines }]) => ({
    partId,
    externalReference: externalReference(partner, order.number, order.release, split ? partId : undefined),
    erp: erp ?? '',
    customerNumber: place.customerNumber,
    shipToNumber: place.shipToNumber,
    lines: [...lines.values()],
  }));
  return { parts, failures: distinct(failures) };
}

function allocate({ places }: SplitInput, line: OrderLine, known: EnrichedLine, drafts: Map<string, Draft>): Failure[] {
  const failures: Failure[] = [];
  const { lineId, quantity } = line;
  let total = '0';
  for (const allocation of line.allocations ?? []) {
    const item = { baseUnit: known.base.unit, conversions: [...known.units] };
    const share = convert(allocation.quantity, quantity.unit, item);
    const match = places.byIds([allocation.location]);
    if ('failure' in match) failures.push({ ...match.failure, lineId });
    if (share === undefined) {
      const message = `line ${lineId}: ${allocation.quantity.unit} of an allocation does not convert to ${quantity.unit}`;
      failures.push({ class: 'unitOfMeasure', code: 'unit-unknown', message, lineId });
      continue;
    }
    total = add(total, share.value);
    if ('place' in match) put(drafts, allocation.location.value, match.place, { lineId, quantity: share });
  }
  if (failures.length === 0 && compare(total, quantity.value) !== 0) {
    const message = `line ${lineId}: allocations sum to ${total}, the line says ${quantity.value} ${quantity.unit}`;
    failures.push({ class: 'partnerFormat', code: 'allocation-sum', message, lineId });
  }
  return failures;
}

function takeWhole(
  { order, places }: SplitInput,
  { lineId, quantity }: OrderLine,
  drafts: Map<string, Draft>,
): Failure[] {
  const match = places.ofOrder(order);
  if ('failure' in match) return [match.failure];
  const allocated = order.lines.some((line) => line.allocations?.length);
  put(drafts, allocated ? 'rest' : '1', match.place, { lineId, quantity });
  return [];
}

/** The same store twice for one line is added up: allocations may go on in a second segment. */
function put(drafts: Map<string, Draft>, partId: string, place: Place, share: LineQuantity): void {
  const draft = drafts.get(partId) ?? { place, lines: new Map() };
  const before = draft.lines.get(share.lineId)?.quantity.value ?? '0';
  const quantity = { ...share.quantity, value: add(before, share.quantity.value) };
  draft.lines.set(share.lineId, { lineId: share.lineId, quantity });
  drafts.set(partId, draft);
}

function distinct(failures: readonly Failure[]): readonly Failure[] {
  return [...new Map(failures.map((failure) => [failure.message, failure])).values()];
}
