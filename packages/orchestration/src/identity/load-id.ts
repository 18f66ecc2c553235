/**
 * Identity of a load (R15): its partner and its number (bill of lading, or the carrier's). The colon is in no id of an order.
 */
export function loadId(partner: string, load: string): string {
  return `${encodeURIComponent(partner)}/load:${encodeURIComponent(load)}`;
}
