/**
 * Keys of effects: a public contract, because they travel to the outside as idempotency keys and name stored documents.
 * A golden file in the tests holds them. A name from outside that holds `/`, `#` or `%` is percent-encoded, so that no two
 * effects of an order have one key; `orderId` makes ids of which none continues another.
 */
export const effectKey = {
  enrich: (order: string, round: number): string => (round === 1 ? `${order}/enrich` : `${order}/enrich/${round}`),
  creditCheck: (order: string): string => `${order}/credit.check`,
  submit: (order: string, partId: string): string => `${order}/erp.submit/${plain(partId)}`,
  find: (order: string, partId: string, attempt: number): string => `${order}/erp.find/${plain(partId)}/${attempt}`,
  cancel: (order: string, cancel: string, partId: string): string =>
    `${order}/erp.cancel/${plain(cancel)}/${plain(partId)}`,
  change: (order: string, change: string, partId: string): string =>
    `${order}/erp.change/${plain(change)}/${plain(partId)}`,
  postShipment: (order: string, shipmentId: string): string => `${order}/erp.shipment/${plain(shipmentId)}`,
  askInvoice: (order: string, shipmentId: string): string => `${order}/erp.invoice/${plain(shipmentId)}`,
  askCredit: (order: string, rma: string): string => `${order}/erp.credit/${plain(rma)}`,
  applyCash: (order: string, payment: string, invoice: string): string =>
    `${order}/erp.cash/${plain(payment)}/${plain(invoice)}`,
  release: (order: string, partId: string): string => `${order}/warehouse.release/${plain(partId)}`,
  /** What a change has taken back from the warehouse, as the change leaves it. */
  releaseAgain: (order: string, partId: string, change: string): string =>
    `${order}/warehouse.release/${plain(partId)}/${plain(change)}`,
  withdraw: (order: string, cancel: string, partId: string): string =>
    `${order}/warehouse.cancel/${plain(cancel)}/${plain(partId)}`,
  acknowledgment: (order: string): string => `${order}/855`,
  /** The answer to a purchase order that came again and asks for one. */
  acknowledgmentAgain: (order: string, event: string): string => `${order}/855/${plain(event)}`,
  changeAcknowledgment: (order: string, change: string): string => `${order}/865/${plain(change)}`,
  shipNotice: (order: string, shipmentId: string): string => `${order}/856/${plain(shipmentId)}`,
  invoice: (order: string, number: string): string => `${order}/810/${plain(number)}`,
  shopFulfillment: (order: string, shipmentId: string): string => `${order}/fulfillment/${plain(shipmentId)}`,
  shopInvoice: (order: string, number: string): string => `${order}/invoice/${plain(number)}`,
  shopCancel: (order: string, cancel: string): string => `${order}/shop.cancel/${plain(cancel)}`,
  joinLoad: (order: string, shipmentId: string): string => `${order}/load.join/${plain(shipmentId)}`,
  /** The one notice of a load. */
  loadNotice: (load: string): string => `${load}/856`,
  /** `round` counts from 1: the notice may go out again after a rejection, and be rejected again. */
  reportNotice: (load: string, order: string, shipmentId: string, status: string, round = 1): string =>
    `${load}/notice/${plain(order)}/${plain(shipmentId)}/${status}${round === 1 ? '' : `#${round}`}`,
  advisePayment: (remittance: string, invoice: string): string => `${remittance}/advice/${plain(invoice)}`,
  shopRefund: (order: string, number: string): string => `${order}/refund/${plain(number)}`,
  /** The same document as a new one: `…#2`, `…#3`. */
  again: (key: string): string => `${rootOf(key)}#${timesOf(key) + 1}`,
  /** The key that a repetition began with; the key itself when it is none. */
  root: rootOf,
};

const [hash, percent, slash] = [35, 37, 47];

function plain(name: string): string {
  return isPlain(name) ? name : name.replace(/[%/#]/g, (sign) => encodeURIComponent(sign));
}

/** A regular expression takes five times as long for a short name. */
function isPlain(name: string): boolean {
  for (let index = 0; index < name.length; index++) {
    const code = name.charCodeAt(index);
    if (code === hash || code === percent || code === slash) return false;
  }
  return true;
}

function rootOf(key: string): string {
  const at = repetitionAt(key);
  return at < 0 ? key : key.slice(0, at);
}

function timesOf(key: string): number {
  const at = repetitionAt(key);
  return at < 0 ? 1 : Number(key.slice(at + 1));
}

const [zero, nine] = [48, 57];

/** Where the `#` of a repetition stands, with nothing but digits behind it; -1 in a key that is none. */
function repetitionAt(key: string): number {
  let at = key.length - 1;
  while (at >= 0 && key.charCodeAt(at) >= zero && key.charCodeAt(at) <= nine) at--;
  return at >= 0 && at < key.length - 1 && key.charCodeAt(at) === hash ? at : -1;
}
