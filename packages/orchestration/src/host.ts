export type { Told } from './host/advance.ts';
export { checkedTimeout } from './host/checked-timeout.ts';
export { dispatchTo } from './host/dispatch-to.ts';
export { type Fired, fire } from './host/fire.ts';
export type { Host, HostOptions } from './host/host.ts';
export { type HostedOrder, newHostedOrder } from './host/hosted-order.ts';
export type { PartnerQueues } from './host/partner-queues.ts';
export { type Performed, performEffect } from './host/perform-effect.ts';
export { type Prepared, prepare, waitUntil } from './host/prepare.ts';
