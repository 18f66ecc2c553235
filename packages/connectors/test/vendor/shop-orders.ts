import type { Order } from '@dist/canonical';
import type { CompiledMap, MapResult, Overlay } from '@dist/mapping';
import { goldenOf } from './golden.ts';
import { openVendorMap, type System } from './vendor-map.ts';

export type Document = Record<string, unknown>;

const maps: ReadonlyMap<System, CompiledMap<unknown, Order>> = new Map(
  (['shopify', 'bigcommerce', 'adobe-commerce'] as const).map((system) => [system as System, openVendorMap(system)]),
);

/** The golden document of a shop by its name, to be changed freely. */
export function native(system: System, name: string): Document {
  const golden = goldenOf(system).find((one) => one.name === name);
  if (golden === undefined) throw new Error(`no golden pair ${system}/${name}`);
  return structuredClone(golden.native);
}

/** The golden document with changes, as the map reads it. */
export function read(system: System, name: string, change: Document = {}): MapResult<Order> {
  const map = maps.get(system) ?? openVendorMap(system);
  return map.read({ ...native(system, name), ...change });
}

/** The golden document as the map with overlays reads it. */
export function withOverlays(system: System, name: string, overlays: readonly Overlay[], facts = {}): MapResult<Order> {
  return openVendorMap(system, overlays).read(native(system, name), { facts });
}
