import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { Order } from '@dist/canonical';
import {
  type CompiledMap,
  compile,
  type Format,
  json,
  loadMap,
  loadOverlay,
  type Overlay,
  type PartnerMap,
  type Result,
} from '@dist/mapping';
import * as z from 'zod';
import { vendorCodecs } from '../../src/codecs.ts';

export type System = 'shopify' | 'bigcommerce' | 'adobe-commerce' | 'netsuite' | 'sap-s4';

/** The map of each system, by its place in the sources. */
export const mapNames: Readonly<Record<System, string>> = {
  shopify: 'shopify/order',
  bigcommerce: 'bigcommerce/order',
  'adobe-commerce': 'adobe-commerce/order',
  netsuite: 'netsuite/sales-order',
  'sap-s4': 's4hana/sales-order',
};

/** What a system's order looks like, as far as the maps use it: a JSON Schema. */
export function shapeOf(system: System): z.core.JSONSchema.JSONSchema {
  return JSON.parse(readFileSync(join(import.meta.dirname, `shapes/${system}.json`), 'utf8'));
}

/** A map that ships; with its shape, so that a path that the system does not have is an issue. */
export function compileVendorMap(system: System, overlays: readonly Overlay[] = []) {
  const native = formats.get(system) ?? json({ schema: z.fromJSONSchema(shapeOf(system)) });
  formats.set(system, native);
  return compile(vendorMap(system), { native, canonical: Order, overlays, codecs: vendorCodecs });
}

// To make a schema of a shape takes longer than everything else here.
const formats = new Map<System, Format>();

/** The map, with a place for fields of an account that the system itself does not have. */
export function openVendorMap(system: System, overlays: readonly Overlay[] = []): CompiledMap<unknown, Order> {
  return must(compile(vendorMap(system), { native: json(), canonical: Order, overlays, codecs: vendorCodecs }));
}

export function vendorMap(system: System): PartnerMap {
  return must(loadMap(source(mapNames[system])));
}

export function vendorOverlay(name: string): Overlay {
  return must(loadOverlay(source(name)));
}

function source(name: string): unknown {
  return JSON.parse(readFileSync(join(import.meta.dirname, `../../src/${name}.json`), 'utf8'));
}

function must<T>(result: Result<T>): T {
  if (!result.ok) throw new Error(result.issues.map(({ message }) => message).join('\n'));
  return result.value;
}
