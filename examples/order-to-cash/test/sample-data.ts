import { readdirSync, readFileSync } from 'node:fs';
import { Invoice, Order, OrderAcknowledgment, Shipment } from '@dist/canonical';
import { compile, type Overlay, type PartnerMap, type Result } from '@dist/mapping';
import { x12 } from '@dist/mapping/x12';
import type { MasterData } from '@dist/orchestration';
import { type OutgoingInterchange, read } from '@dist/x12';
import { invoice810, purchaseOrder850, purchaseOrderAcknowledgment855, shipNotice856 } from '@dist/x12/004010';

/** A partner's profile as it lies in `partners/`. */
export interface SamplePartner {
  readonly id: 'northfield' | 'harborline' | 'cedarpoint';
  readonly interchange: { readonly theirs: Address; readonly ours: Address };
  readonly group: { readonly theirs: string; readonly ours: string };
  readonly usage: 'P';
  readonly version: string;
  readonly delimiters: NonNullable<OutgoingInterchange['delimiters']>;
  readonly lineBreak: '' | '\n';
  readonly overlays: Readonly<Record<'850' | '855' | '856' | '810', readonly Overlay[]>>;
}

interface Address {
  readonly qualifier: string;
  readonly id: string;
}

const root = new URL('..', import.meta.url);
const json = <Content>(path: string): Content => JSON.parse(readFileSync(new URL(path, root), 'utf8')) as Content;

export const sampleNames: readonly string[] = readdirSync(new URL('samples', root)).filter((name) =>
  name.endsWith('.edi'),
);

export const malformed = 'harborline-850-002-malformed.edi';

export const partners: readonly SamplePartner[] = (['northfield', 'harborline', 'cedarpoint'] as const).map((id) =>
  json<SamplePartner>(`partners/${id}.json`),
);

export const masterData = json<MasterData & { readonly stock: Readonly<Record<string, string>> }>('master-data.json');

export function sampleBytes(name: string): Uint8Array {
  return new Uint8Array(readFileSync(new URL(`samples/${name}`, root)));
}

export function sampleJson(name: string): unknown {
  return json(`samples/${name}`);
}

/** An order as a person has read it from its file. */
export function goldenOrder(number: string): unknown {
  return json(`test/golden/order-${number}.json`);
}

export function readSample(name: string) {
  return read(sampleBytes(name), {
    sets: [purchaseOrder850],
    receiver: { ids: [partners[0]?.interchange.ours as Address], usage: 'P' },
  });
}

export function partnerOf(name: string): SamplePartner {
  const found = partners.find(({ id }) => name.startsWith(id));
  if (found === undefined) throw new RangeError(`${name} is of no partner`);
  return found;
}

/** The maps of a partner, each compiled when it is asked for; a fault of one is thrown with its message. */
export function mapsOf({ overlays }: SamplePartner) {
  const standard = (set: string) => json<PartnerMap>(`../../packages/mapping/maps/x12-004010/${set}.json`);
  return {
    get order() {
      const native = x12(purchaseOrder850);
      return sound(compile(standard('850'), { native, canonical: Order, overlays: overlays['850'] }));
    },
    get acknowledgment() {
      const native = x12(purchaseOrderAcknowledgment855);
      return sound(compile(standard('855'), { native, canonical: OrderAcknowledgment, overlays: overlays['855'] }));
    },
    get shipment() {
      const native = x12(shipNotice856);
      return sound(compile(standard('856'), { native, canonical: Shipment, overlays: overlays['856'] }));
    },
    get invoice() {
      const native = x12(invoice810);
      return sound(compile(standard('810'), { native, canonical: Invoice, overlays: overlays['810'] }));
    },
  };
}

function sound<Value>(result: Result<Value>): Value {
  if (result.ok && result.issues.length === 0) return result.value;
  throw new Error(result.issues.map(({ message }) => message).join('\n'));
}
