import { Invoice, Order, OrderAcknowledgment, Shipment } from '@dist/canonical';
import { type CompiledMap, compile, type MappingIssue, type PartnerMap } from '@dist/mapping';
import { x12 } from '@dist/mapping/x12';
import type {
  Invoice810,
  PurchaseOrder850,
  PurchaseOrderAcknowledgment855,
  PurchaseOrderChangeAcknowledgment865,
  ShipNotice856,
} from '@dist/x12/004010';
import { invoice810, purchaseOrder850, purchaseOrderAcknowledgment855, shipNotice856 } from '@dist/x12/004010';
import type { PartnerDocument, TradingPartner } from './trading-partner.ts';

/** The maps of one partner, ready to run. */
export interface PartnerMaps {
  readonly '850': CompiledMap<PurchaseOrder850, Order>;
  readonly '855': CompiledMap<PurchaseOrderAcknowledgment855, OrderAcknowledgment>;
  readonly '856': CompiledMap<ShipNotice856, Shipment>;
  readonly '810': CompiledMap<Invoice810, Invoice>;
  /** Answers to change orders; a partner that sends none needs no map. */
  readonly '865'?: CompiledMap<PurchaseOrderChangeAcknowledgment865, OrderAcknowledgment> | undefined;
}

/** The maps that every partner starts from: `@dist/mapping/maps/x12-004010/850.json` and its neighbours. */
export type StandardMaps = Readonly<Record<PartnerDocument, PartnerMap>>;

/** The maps, or what is wrong with them. */
export type PartnerMapsResult =
  | { readonly ok: true; readonly value: PartnerMaps; readonly issues: readonly MappingIssue[] }
  | { readonly ok: false; readonly issues: readonly MappingIssue[] };

/** Lays a partner's overlays over the standard maps and compiles them; every fault of a map is an issue. */
export function compilePartnerMaps(
  standard: StandardMaps,
  partner: Pick<TradingPartner, 'overlays'>,
): PartnerMapsResult {
  const overlays = (set: PartnerDocument) => ({ overlays: partner.overlays?.[set] ?? [] });
  const order = compile(standard['850'], { native: x12(purchaseOrder850), canonical: Order, ...overlays('850') });
  const acknowledgment = compile(standard['855'], {
    native: x12(purchaseOrderAcknowledgment855),
    canonical: OrderAcknowledgment,
    ...overlays('855'),
  });
  const shipment = compile(standard['856'], { native: x12(shipNotice856), canonical: Shipment, ...overlays('856') });
  const invoice = compile(standard['810'], { native: x12(invoice810), canonical: Invoice, ...overlays('810') });
  const issues = [order, acknowledgment, shipment, invoice].flatMap((result) => result.issues);
  if (!order.ok || !acknowledgment.ok || !shipment.ok || !invoice.ok) return { ok: false, issues };
  const value = { '850': order.value, '855': acknowledgment.value, '856': shipment.value, '810': invoice.value };
  return { ok: true, value, issues };
}
