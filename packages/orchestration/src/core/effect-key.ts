/**
 * Keys of effects: a public contract, because they travel to the outside as idempotency keys and name stored documents.
 * A golden file in the tests holds them.
 */
export const effectKey = {
  enrich: (order: string, round: number): string => (round === 1 ? `${order}/enrich` : `${order}/enrich/${round}`),
  submit: (order: string, partId: string): string => `${order}/erp.submit/${partId}`,
  find: (order: string, partId: string, attempt: number): string => `${order}/erp.find/${partId}/${attempt}`,
  cancel: (order: string, cancel: string, partId: string): string => `${order}/erp.cancel/${cancel}/${partId}`,
  acknowledgment: (order: string): string => `${order}/855`,
  /** The answer to a purchase order that came again and asks for one. */
  acknowledgmentAgain: (order: string, event: string): string => `${order}/855/${event}`,
  shipNotice: (order: string, shipmentId: string): string => `${order}/856/${shipmentId}`,
  invoice: (order: string, number: string): string => `${order}/810/${number}`,
  shopFulfillment: (order: string, shipmentId: string): string => `${order}/fulfillment/${shipmentId}`,
  shopInvoice: (order: string, number: string): string => `${order}/invoice/${number}`,
  /** The same document as a new one: `…#2`, `…#3`. */
  again: (key: string): string => {
    const [, root = key, times = '1'] = /^(.*?)(?:#(\d+))?$/s.exec(key) ?? [];
    return `${root}#${Number(times) + 1}`;
  },
};
