import type { Order, OrderLine } from '@dist/canonical';
import type { CompiledMap, Overlay } from '@dist/mapping';
import { type Golden, goldenOf } from './golden.ts';
import { openVendorMap, type System } from './vendor-map.ts';

/** The maps as they ship, compiled once. */
export const erpMaps: ReadonlyMap<System, CompiledMap<unknown, Order>> = new Map(
  (['netsuite', 'sap-s4'] as const).map((system) => [system as System, openVendorMap(system)]),
);

/** A golden pair of an ERP by its name. */
export function golden(system: System, name = 'store'): Golden {
  const found = goldenOf(system).find((one) => one.name === name);
  if (found === undefined) throw new Error(`no golden pair ${system}/${name}`);
  return found;
}

/** The golden order `store` with changes, as the map writes it. */
export function write(system: System, change: Partial<Order> = {}, overlays: readonly Overlay[] = []) {
  const { canonical, facts } = golden(system);
  const map = overlays.length === 0 ? (erpMaps.get(system) ?? openVendorMap(system)) : openVendorMap(system, overlays);
  const { value, issues } = map.write({ ...canonical, ...change }, { facts });
  return { body: value as Record<string, unknown> | undefined, issues };
}

/** The lines of the golden order `store`, the first of them changed. */
export function linesWith(system: System, change: Partial<OrderLine>): OrderLine[] {
  const [first, ...others] = golden(system).canonical.lines;
  if (first === undefined) throw new Error('no line');
  return [{ ...first, ...change }, ...others];
}
