import { ApplicationAdvice, FulfillmentRequest, Invoice, OrderAcknowledgment, Shipment } from '@dist/canonical';
import {
  type CompiledMap,
  compile,
  type MappingIssue,
  type Overlay,
  type PartnerMap,
  type Result,
} from '@dist/mapping';
import { x12 } from '@dist/mapping/x12';
import type { Definition } from '@dist/x12';
import {
  applicationAdvice824,
  invoice810,
  purchaseOrderAcknowledgment855,
  purchaseOrderChangeAcknowledgment865,
  shipNotice856,
  warehouseShippingOrder940,
} from '@dist/x12/004010';
import type * as z from 'zod';
import type { PartnerMaps } from '../partner-maps.ts';
import type { PartnerDocument } from '../trading-partner.ts';
import { guidedMap } from './guided-map.ts';

/** The maps of what we send; a document that a partner is never sent needs none. */
export type SentMaps = Readonly<Partial<Record<PartnerDocument, PartnerMap | undefined>>>;

type Sent = Omit<PartnerMaps, '850' | 'received'>;

/** What was given a map, ready to run. */
export type CompiledSent = { readonly [Name in keyof Required<Sent>]: Sent[Name] | undefined };

/** What is laid over the maps of a partner, by set. */
export interface LaidOver {
  readonly overlays: Readonly<Partial<Record<PartnerDocument, readonly Overlay[] | undefined>>>;
  /** Companion guides as JSON. */
  readonly guides: Readonly<Partial<Record<PartnerDocument, unknown>>>;
}

/** Compiles the maps of what we send, each with its overlays and its guide. A map that is not given is undefined. */
export function compileSent(maps: SentMaps, laid: LaidOver): Result<CompiledSent> {
  const made = <Native, Canonical>(
    set: SentDocument,
    definition: Definition<string, Native>,
    canonical: z.ZodType<Canonical>,
  ): Result<CompiledMap<Native, Canonical>> | undefined => {
    const [map, guide] = [maps[set], laid.guides[set]];
    if (map === undefined) return undefined;
    const compiled = compile(map, { native: x12(definition), canonical, overlays: laid.overlays[set] ?? [] });
    return compiled.ok && guide !== undefined ? guidedMap(compiled.value, definition, guide) : compiled;
  };
  const results: Results = {
    '855': made('855', purchaseOrderAcknowledgment855, OrderAcknowledgment),
    '856': made('856', shipNotice856, Shipment),
    '810': made('810', invoice810, Invoice),
    '865': made('865', purchaseOrderChangeAcknowledgment865, OrderAcknowledgment),
    '940': made('940', warehouseShippingOrder940, FulfillmentRequest),
    '824': made('824', applicationAdvice824, ApplicationAdvice),
  };
  const all = Object.values(results);
  const issues: readonly MappingIssue[] = all.flatMap((result) => result?.issues ?? []);
  if (all.some((result) => result?.ok === false)) return { ok: false, issues };
  const value = {
    '855': results['855']?.value,
    '856': results['856']?.value,
    '810': results['810']?.value,
    '865': results['865']?.value,
    '940': results['940']?.value,
    '824': results['824']?.value,
  };
  return { ok: true, value, issues };
}

/** Sets that are sent, for which a guide may be given. */
export const sentSets = ['855', '856', '810', '865', '940', '824'] as const;

type SentDocument = (typeof sentSets)[number];

type Results = { readonly [Name in keyof Required<Sent>]: Result<NonNullable<Sent[Name]>> | undefined };
