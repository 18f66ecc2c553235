import { Invoice, Order, OrderAcknowledgment, Shipment } from '@dist/canonical';
import { invoice810, purchaseOrder850, purchaseOrderAcknowledgment855, shipNotice856 } from '@dist/x12/004010';
import type * as z from 'zod';
import json810 from '../maps/x12-004010/810.json' with { type: 'json' };
import json850 from '../maps/x12-004010/850.json' with { type: 'json' };
import json855 from '../maps/x12-004010/855.json' with { type: 'json' };
import json856 from '../maps/x12-004010/856.json' with { type: 'json' };
import { type CompiledMap, compile, loadMap, type Overlay, type Result } from '../src/index.ts';
import { type X12Definition, x12 } from '../src/x12.ts';
import { mustHave } from './compiled.ts';

/** A map that compiled, with the warnings that it has nevertheless. */
function ready<T>(result: Result<T>): { value: T; issues: Result<T>['issues'] } {
  return { value: mustHave(result), issues: result.issues };
}

/** The maps that the package ships, compiled. */
export const standardMaps = {
  '850': (overlays: readonly Overlay[] = []) =>
    ready(compile(mustHave(loadMap(json850)), { native: x12(purchaseOrder850), canonical: Order, overlays })),
  '855': (overlays: readonly Overlay[] = []) =>
    ready(
      compile(mustHave(loadMap(json855)), {
        native: x12(purchaseOrderAcknowledgment855),
        canonical: OrderAcknowledgment,
        overlays,
      }),
    ),
  '856': (overlays: readonly Overlay[] = []) =>
    ready(compile(mustHave(loadMap(json856)), { native: x12(shipNotice856), canonical: Shipment, overlays })),
  '810': (overlays: readonly Overlay[] = []) =>
    ready(compile(mustHave(loadMap(json810)), { native: x12(invoice810), canonical: Invoice, overlays })),
};

/** The same maps for documents of any form, by transaction set. */
export const openMaps: Readonly<Record<string, CompiledMap>> = {
  '850': open(json850, purchaseOrder850, Order),
  '855': open(json855, purchaseOrderAcknowledgment855, OrderAcknowledgment),
  '856': open(json856, shipNotice856, Shipment),
  '810': open(json810, invoice810, Invoice),
};

function open(map: unknown, definition: X12Definition, canonical: z.ZodType<unknown>): CompiledMap {
  return mustHave(compile(mustHave(loadMap(map)), { native: x12(definition), canonical }));
}
