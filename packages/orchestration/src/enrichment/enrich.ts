import type { Carrier, Order, OrderLine } from '@dist/canonical';
import { compare } from '@dist/canonical/arithmetic';
import type { Policy } from '../policy/policy.ts';
import type { Approval, EnrichedExtras, EnrichedLine, OrderPart, Provenance, Substitution } from '../word/event.ts';
import type { Failure } from '../word/failure.ts';
import { checkCredit } from './check-credit.ts';
import type { Context } from './context.ts';
import { dayOf } from './day-of.ts';
import { destinationOf } from './destination.ts';
import { enrichLine } from './enrich-line.ts';
import { lineDestinations } from './line-destinations.ts';
import { lineKeys } from './line-keys.ts';
import type { MasterData } from './master-data.ts';
import { itemMatcher } from './match-item.ts';
import { type PlaceMatcher, placeMatcher } from './match-place.ts';
import { type SplitLine, splitOrder } from './split-order.ts';
import { tablesOn } from './tables.ts';
import { type Movement, tradeHolds } from './trade-holds.ts';

/** What is enriched: the order, whose numbers it speaks in, and when it was received. */
export interface EnrichmentRequest {
  readonly partner: string;
  readonly order: Order;
  /** ISO instant, by which rows with dates are chosen; without it an order that meets such tables waits for a person. */
  readonly receivedAt?: string | undefined;
  /** What a person has let pass. */
  readonly approvals?: readonly Approval[] | undefined;
}

/**
 * `unresolved` waits for a person: master data or an agreement lacks something, and enriching again may succeed.
 * `invalid` can never be right, whatever master data says.
 */
export type Enriched =
  | ({
      readonly type: 'enriched';
      readonly lines: readonly EnrichedLine[];
      readonly parts: readonly OrderPart[];
      readonly used: readonly Provenance[];
    } & EnrichedExtras)
  | { readonly type: 'unresolved'; readonly failures: readonly Failure[] }
  | { readonly type: 'invalid'; readonly failures: readonly Failure[] };

/**
 * Puts an order into the seller's words: items, base units, prices, customer and ship-to, the ERP orders it becomes with
 * their warehouses and carriers; and asks for credit and holds. Pure, and the same for every channel. Nothing is
 * guessed: what is not in the tables is a failure with its class, and all failures are told at once.
 */
export function enrich(request: EnrichmentRequest, masterData: MasterData, policy: Policy): Enriched {
  const invalid = neverRight(request.order);
  if (invalid.length > 0) return { type: 'invalid', failures: invalid };
  const context = contextOf(request, masterData, policy);
  const lines = enrichLines(context);
  const split = splitOrder(context, lines.split);
  const enriched = lines.split.map(({ known }) => known);
  const credit = checkCredit(context, split.parts, enriched);
  const failures = [
    ...unknownReceipt(context),
    ...repeatedLines(context),
    ...lines.failures,
    ...split.failures,
    ...tradeHolds(context, movementsOf(context, lines.split)),
    ...credit.failures,
  ].filter((failure) => !isApproved(failure, context));
  if (failures.length > 0) return { type: 'unresolved', failures: distinct(failures) };
  const { substitutions } = lines;
  const carrier = sameCarrier(split.parts);
  return {
    type: 'enriched',
    lines: enriched,
    parts: split.parts,
    used: distinctUses([...lines.used, ...split.used, ...credit.used]),
    ...(substitutions.length > 0 && { substitutions }),
    ...(carrier !== undefined && { carrier }),
  };
}

function neverRight(order: Order): readonly Failure[] {
  if (order.lines.length === 0)
    return [{ class: 'partnerFormat', code: 'no-lines', message: 'the order has no lines' }];
  return order.lines.flatMap(({ lineId, quantity }) => {
    if (compare(quantity.value, '0') > 0) return [];
    const message = `line ${lineId}: the quantity is ${quantity.value}`;
    return [{ class: 'partnerFormat' as const, code: 'quantity-not-positive', message, lineId }];
  });
}

function contextOf(request: EnrichmentRequest, masterData: MasterData, policy: Policy): Context {
  const { partner, order, receivedAt, approvals = [] } = request;
  const day = receivedAt === undefined ? undefined : dayOf(receivedAt, policy.enrichment.zone);
  return { partner, order, receivedAt, tables: tablesOn(masterData, day), policy, approvals };
}

interface EnrichedLines {
  readonly split: readonly SplitLine[];
  readonly substitutions: readonly Substitution[];
  readonly used: readonly Provenance[];
  readonly failures: readonly Failure[];
}

function enrichLines(context: Context): EnrichedLines {
  const { partner, order, tables } = context;
  const match = itemMatcher(partner, tables);
  const places = placeMatcher(partner, tables);
  const keys = lineKeys(order.lines);
  const results = order.lines.map((line, index) =>
    oneLine(context, { ...line, lineId: keys[index] ?? line.lineId }, line.lineId, match, places),
  );
  return {
    split: results.flatMap(({ split }) => split ?? []),
    substitutions: results.flatMap(({ substitution }) => substitution ?? []),
    used: results.flatMap(({ used }) => used),
    failures: results.flatMap(({ failures }) => failures),
  };
}

function oneLine(
  context: Context,
  line: OrderLine,
  buyerLineId: string,
  match: ReturnType<typeof itemMatcher>,
  places: PlaceMatcher,
): {
  readonly split?: SplitLine;
  readonly substitution?: Substitution | undefined;
  readonly used: readonly Provenance[];
  readonly failures: readonly Failure[];
} {
  const item = match(line);
  const goes = lineDestinations(line, context.order, places);
  const used = [...item.used, ...goes.used];
  const failures = [...item.failures, ...goes.failures];
  if (item.value === undefined) return { used, failures };
  const stores = goes.destinations.map(({ place }) => place);
  const result = enrichLine(context, line, item.value, goes.failures.length > 0 ? [] : stores);
  const all = { used: [...used, ...result.used], failures: [...failures, ...result.failures] };
  if (result.value === undefined) return all;
  const { line: known, substitution } = result.value;
  const named = buyerLineId === line.lineId ? known : { ...known, buyerLineId };
  return { ...all, split: { line, known: named, destinations: goes.destinations }, substitution };
}

function movementsOf(context: Context, lines: readonly SplitLine[]): readonly Movement[] {
  return lines.flatMap(({ known: { lineId, sku }, destinations }) =>
    destinations.map(({ place, store }) => {
      return { lineId, sku, destination: destinationOf(context, place, store !== undefined) };
    }),
  );
}

/** Rows with dates say nothing to an order of which nobody knows when it came. */
function unknownReceipt({ receivedAt, tables, policy }: Context): readonly Failure[] {
  const isTimed = policy.routing.some(({ validFrom, validUntil }) => (validFrom ?? validUntil) !== undefined);
  if (receivedAt !== undefined || !(tables.isDated || isTimed)) return [];
  const message = 'when the order was received is not known, and there are rows with dates';
  return [{ class: 'configuration', code: 'receipt-unknown', message }];
}

/** Answers, shipments and invoices name lines by their ids: two lines of one id could not be told apart. */
function repeatedLines({ order, policy }: Context): readonly Failure[] {
  if (policy.enrichment.repeatedLineIds === 'byOrdinal') return [];
  const seen = new Set<string>();
  return order.lines.flatMap(({ lineId }) => {
    if (!seen.has(lineId)) return seen.add(lineId) && [];
    const message = `line id ${lineId} is used twice`;
    return [{ class: 'partnerFormat' as const, code: 'line-id-repeated', message, lineId }];
  });
}

/** Whether a person has let this pass who may. */
function isApproved({ code, lineId }: Failure, { approvals, policy }: Context): boolean {
  if (!policy.enrichment.releasable.includes(code)) return false;
  // Consent is for one pair of items; what its line says to it was settled where the substitute was chosen.
  if (code === 'substitution-needs-consent') return false;
  return approvals.some((seen) => seen.code === code && seen.lineId === lineId);
}

function sameCarrier(parts: readonly OrderPart[]): Carrier | undefined {
  const [first, ...others] = parts.map(({ carrier }) => carrier);
  return others.every((carrier) => JSON.stringify(carrier) === JSON.stringify(first)) ? first : undefined;
}

function distinct(failures: readonly Failure[]): readonly Failure[] {
  return [...new Map(failures.map((failure) => [`${failure.code} ${failure.message}`, failure])).values()];
}

function distinctUses(used: readonly Provenance[]): readonly Provenance[] {
  return [...new Map(used.map((one) => [`${one.record} ${one.key}`, one])).values()];
}
