import { check, type InventoryAvailability } from '@dist/canonical';
import type { MapResult } from '@dist/mapping';
import type { Captured } from '../capture-order.ts';
import type { IntakeSource } from './intake-source.ts';
import { toWorklist, worklistIssue } from './worklist.ts';

/**
 * A stock report (846). No order waits for one: it goes to whoever keeps availability (`GatewayOptions.inventory`), before
 * the interchange is committed and under a key, so that it is told at least once and a repetition is known.
 */
export async function takeInventory(
  source: IntakeSource,
  { value, issues }: MapResult<InventoryAvailability>,
): Promise<Captured> {
  if (value === undefined) return { dispatches: [], issues };
  const { gateway, partner, key, receivedAt } = source;
  const { id } = partner.profile;
  if (gateway.inventory === undefined) {
    const message = `A stock report of ${id}, and nobody here keeps availability: give the gateway \`inventory\`.`;
    const item = toWorklist(id, source, 'no-use', [worklistIssue('no-use', message)]);
    return { dispatches: item.dispatches, issues: [...issues, ...item.issues] };
  }
  await gateway.inventory(value, { partner: id, key, receivedAt });
  return { dispatches: [], issues: [...issues, ...check(value)] };
}
