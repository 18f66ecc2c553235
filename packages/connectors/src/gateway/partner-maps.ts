import type {
  ApplicationAdvice,
  FulfillmentRequest,
  Invoice,
  Order,
  OrderAcknowledgment,
  Shipment,
} from '@dist/canonical';
import type { CompiledMap, MappingIssue, Overlay, PartnerMap } from '@dist/mapping';
import type {
  ApplicationAdvice824,
  Invoice810,
  PurchaseOrder850,
  PurchaseOrderAcknowledgment855,
  PurchaseOrderChangeAcknowledgment865,
  ShipNotice856,
  WarehouseShippingOrder940,
} from '@dist/x12/004010';
import { compileReceived } from './partner/compile-received.ts';
import { compileSent, sentSets } from './partner/compile-sent.ts';
import type { ReceivedVersion } from './partner/received-version.ts';
import type { PartnerDocument, TradingPartner } from './trading-partner.ts';

/** The maps of one partner, ready to run. */
export interface PartnerMaps {
  readonly '850': CompiledMap<PurchaseOrder850, Order>;
  readonly '855': CompiledMap<PurchaseOrderAcknowledgment855, OrderAcknowledgment>;
  readonly '856': CompiledMap<ShipNotice856, Shipment>;
  readonly '810': CompiledMap<Invoice810, Invoice>;
  /** Answers to change orders; a partner that sends none needs no map. */
  readonly '865'?: CompiledMap<PurchaseOrderChangeAcknowledgment865, OrderAcknowledgment> | undefined;
  /** Requests to a warehouse. */
  readonly '940'?: CompiledMap<WarehouseShippingOrder940, FulfillmentRequest> | undefined;
  /** What we say of documents that only the partner's guide faults (R10). */
  readonly '824'?: CompiledMap<ApplicationAdvice824, ApplicationAdvice> | undefined;
  /**
   * How what it sends is read: of each format the version in force first, then those before it that may still be meant
   * (R27). The 850 of release 004010 alone when absent.
   */
  readonly received?: readonly ReceivedVersion[] | undefined;
}

/**
 * The maps that every partner starts from: `@dist/mapping/maps/x12-004010/850.json` and its neighbours. `more` are maps of
 * received documents besides: of another release, or of a set that none is shipped for.
 */
export type StandardMaps = Readonly<Record<'850' | '855' | '856' | '810', PartnerMap>> &
  Readonly<Partial<Record<PartnerDocument, PartnerMap>>> & { readonly more?: readonly PartnerMap[] | undefined };

/** The maps, or what is wrong with them. */
export type PartnerMapsResult =
  | { readonly ok: true; readonly value: PartnerMaps; readonly issues: readonly MappingIssue[] }
  | { readonly ok: false; readonly issues: readonly MappingIssue[] };

/**
 * Lays a partner's overlays over the standard maps and compiles them, and reads its guides; every fault of a map or a guide
 * is an issue. What is received of a set that no map is given for is acknowledged and waits for a person.
 */
export function compilePartnerMaps(
  standard: StandardMaps,
  { overlays = {}, guides = {} }: Pick<TradingPartner, 'overlays' | 'guides'>,
): PartnerMapsResult {
  const sent = compileSent(standard, { overlays, guides: sentGuides(guides) });
  const incoming = [...receivedSets.flatMap((set) => standard[set] ?? []), ...(standard.more ?? [])];
  const read = incoming.map((map) => {
    const guide = Object.hasOwn(guides, map.native) ? guides[map.native] : undefined;
    return compileReceived({ map, overlays: overlaysOf(map, overlays), guide });
  });
  const issues = [...sent.issues, ...read.flatMap((result) => result.issues), ...strayGuides(guides, incoming)];
  const received = read.flatMap(({ value }) => value ?? []);
  const order = received.find(({ native }) => native === standard['850'].native)?.map as PartnerMaps['850'] | undefined;
  const { '855': acknowledgment, '856': notice, '810': invoice, ...rest } = sent.value ?? {};
  if (!acknowledgment || !notice || !invoice || !order || received.length < read.length) return { ok: false, issues };
  const value = { ...rest, '850': order, '855': acknowledgment, '856': notice, '810': invoice, received };
  return { ok: true, value, issues };
}

/** What a seller receives: orders, and all that follows from them. */
const receivedSets = ['850', '860', '820', '824', '864', '846', '945', '214', '180', '812'] as const;

/** The overlays of a set that are laid over this map, be it of one release or another. */
function overlaysOf(map: PartnerMap, overlays: NonNullable<TradingPartner['overlays']>): readonly Overlay[] {
  const set = map.native.slice(-3) as PartnerDocument;
  const given = (Object.hasOwn(overlays, set) ? overlays[set] : undefined) ?? [];
  const under = new Set([map.id]);
  const laid = given.filter(({ id, base }) => under.has(base) && under.add(id));
  // What is laid over no map of the set is told as the fault that it is.
  return laid.length > 0 ? laid : given.filter(({ base }) => !/^x12\/\d{6}\/\d{3}$/.test(base));
}

/** Guides of what we send, by set; it is written in release 004010. */
function sentGuides(guides: Readonly<Record<string, unknown>>): Readonly<Partial<Record<PartnerDocument, unknown>>> {
  return Object.fromEntries(
    sentSets.flatMap((set) => {
      const native = sentNative(set);
      return Object.hasOwn(guides, native) ? [[set, guides[native]]] : [];
    }),
  );
}

const sentNative = (set: string): string => `x12/004010/${set}`;

/** A guide for a format that nothing is read or written in would never be asked. */
function strayGuides(guides: Readonly<Record<string, unknown>>, maps: readonly PartnerMap[]): readonly MappingIssue[] {
  const known = new Set([...maps.map(({ native }) => native), ...sentSets.map(sentNative)]);
  return Object.keys(guides).flatMap((native) => {
    if (known.has(native)) return [];
    const message = `There is a guide for ${native}, and no map for it`;
    return [{ code: 'guide-without-map', severity: 'warning', message, path: ['guides', native] } as const];
  });
}
