import { Order } from '@dist/canonical';
import { type CompiledMap, compile, loadMap, loadOverlay, type Result } from '@dist/mapping';
import standard from '@dist/mapping/maps/x12-004010/850.json' with { type: 'json' };
import { x12 } from '@dist/mapping/x12';
import { type PurchaseOrder850, purchaseOrder850 } from '@dist/x12/004010';

/** The standard map of the 850, with the overlays of a partner laid over it in their order. Throws what is wrong with one. */
export function orderMap(overlays: readonly unknown[]): CompiledMap<PurchaseOrder850, Order> {
  const loaded = overlays.map((overlay) => must(loadOverlay(overlay)));
  const ends = { native: x12(purchaseOrder850), canonical: Order };
  return must(compile(must(loadMap(standard)), { ...ends, overlays: loaded }));
}

function must<T>(result: Result<T>): T {
  if (result.ok) return result.value;
  throw new Error(result.issues.map(({ message }) => message).join('; '));
}
