import type {
  ApplicationAdvice,
  FulfillmentConfirmation,
  InventoryAvailability,
  Order,
  OrderChange,
  Remittance,
  ShipmentStatus,
  TextMessage,
} from '@dist/canonical';
import type { MapResult } from '@dist/mapping';
import type { Definition } from '@dist/x12';
import type { Captured } from '../capture-order.ts';
import { maySay } from '../partner/partner-role.ts';
import { nativeId } from '../partner/received-definitions.ts';
import type { ReceivedVersion } from '../partner/received-version.ts';
import { versionsOf } from '../partner/versions-of.ts';
import { checkedDispatches } from './checked-dispatches.ts';
import type { IntakeSource } from './intake-source.ts';
import { takeApplicationAdvice } from './take-application-advice.ts';
import { takeConfirmation } from './take-confirmation.ts';
import { takeInventory } from './take-inventory.ts';
import { takeOrder } from './take-order.ts';
import { takeOrderChange } from './take-order-change.ts';
import { takeRemittance } from './take-remittance.ts';
import { takeShipmentStatus } from './take-shipment-status.ts';
import { takeTextMessage } from './take-text-message.ts';
import { toWorklist, worklistIssue } from './worklist.ts';

/**
 * What one accepted transaction set leads to: its map makes a canonical document of it, and that is told to what it is about.
 * What has no map, what the map refuses and what nobody knows waits on the worklist: the partner was told that it is
 * accepted, so that it is never lost.
 */
export async function intakeSet(source: IntakeSource, definition: Definition, document: unknown): Promise<Captured> {
  const { partner, set } = source;
  const { id, role = 'customer' } = partner.profile;
  const native = nativeId(definition);
  const versions = versionsOf(partner).filter((version) => version.native === native);
  const [version] = versions;
  if (version === undefined) {
    const message = `There is no map of ${id} for ${native}. Add one and take the document up, or release the hold.`;
    return toWorklist(id, source, 'map-missing', [worklistIssue('map-missing', message)]);
  }
  const take = Object.hasOwn(takers, version.canonical) ? takers[version.canonical] : undefined;
  if (take === undefined || !maySay(role, version.canonical)) {
    const reason = take === undefined ? 'no-use' : 'role';
    const why = take === undefined ? 'nothing here acts on one' : `it is a ${role}`;
    return toWorklist(id, source, reason, [
      worklistIssue(reason, `${id} sent a ${set} (${version.canonical}): ${why}.`),
    ]);
  }
  const mapped = readWith(versions, document);
  const captured = await take(source, mapped);
  const found = captured.dispatches.length > 0 || mapped.ok ? captured : unread(source, captured);
  return checkedDispatches(id, source, found);
}

/** Read by the version in force, or by an earlier one inside its overlap where only that one can read it (R27). */
function readWith(versions: readonly ReceivedVersion[], document: unknown): MapResult<unknown> {
  const results = versions.map(
    ({ map }) =>
      () =>
        map.read(document),
  );
  const first = results[0]?.();
  if (first === undefined) throw new TypeError('a set is read with at least one version');
  if (first.ok) return first;
  for (const read of results.slice(1)) {
    const result = read();
    if (result.ok) return result;
  }
  return first;
}

/** The map could not make a document of it, and there is no order that could be held for it. */
function unread(source: IntakeSource, { issues }: Captured): Captured {
  const faults = issues.filter(({ severity }) => severity === 'error');
  return { ...toWorklist(source.partner.profile.id, source, 'not-mapped', faults), issues };
}

type Take = (source: IntakeSource, mapped: MapResult<unknown>) => Captured | Promise<Captured>;

/** Who acts on a canonical document, by its kind; the map's schema has made sure that it is one. */
const takers: Readonly<Record<string, Take>> = {
  order: (source, mapped) => takeOrder(source, mapped as MapResult<Order>),
  orderChange: (source, mapped) => takeOrderChange(source, mapped as MapResult<OrderChange>),
  remittance: (source, mapped) => takeRemittance(source, mapped as MapResult<Remittance>),
  applicationAdvice: (source, mapped) => takeApplicationAdvice(source, mapped as MapResult<ApplicationAdvice>),
  textMessage: (source, mapped) => takeTextMessage(source, mapped as MapResult<TextMessage>),
  fulfillmentConfirmation: (source, mapped) => takeConfirmation(source, mapped as MapResult<FulfillmentConfirmation>),
  inventoryAvailability: (source, mapped) => takeInventory(source, mapped as MapResult<InventoryAvailability>),
  shipmentStatus: (source, mapped) => takeShipmentStatus(source, mapped as MapResult<ShipmentStatus>),
};
