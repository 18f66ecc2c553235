export { dispatchTo } from './host/dispatch-to.ts';
export type { Host, HostOptions } from './host/host.ts';
export { type RestateHostOptions, restateHost } from './restate/restate-host.ts';
export { type RestateNames, restateNames } from './restate/restate-names.ts';
export type {
  RestateCall,
  RestateContext,
  RestateMethod,
  RestateObjectContext,
  RestateSdk,
  RestateSendOptions,
  RestateSerde,
  RestateServiceOptions,
  RestateSharedContext,
} from './restate/restate-sdk.ts';
export { type RestateOptions, restateServices } from './restate/restate-services.ts';
