export { type DbosHost, dbosHost } from './dbos/dbos-host.ts';
export type { DbosOptions } from './dbos/dbos-options.ts';
export type {
  DbosClient,
  DbosEnqueueOptions,
  DbosQueueOptions,
  DbosSdk,
  DbosStepConfig,
} from './dbos/dbos-sdk.ts';
export { dispatchTo } from './host/dispatch-to.ts';
export type { Host, HostOptions } from './host/host.ts';
