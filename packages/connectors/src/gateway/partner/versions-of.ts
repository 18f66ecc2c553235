import type { GatewayPartner } from '../partner-directory.ts';
import type { ReceivedVersion } from './received-version.ts';

/** How what a partner sends is read, by format and newest first. */
export function versionsOf({ maps }: GatewayPartner): readonly ReceivedVersion[] {
  return (
    maps.received ?? [{ native: 'x12/004010/850', canonical: 'order', map: maps['850'] as ReceivedVersion['map'] }]
  );
}
