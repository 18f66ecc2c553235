/** A hold without its subject: `over-shipment` of `over-shipment/1`, `customerMaster` of `customerMaster/2`. */
export function causeOf(hold = ''): string {
  return hold.split('/')[0] ?? '';
}
