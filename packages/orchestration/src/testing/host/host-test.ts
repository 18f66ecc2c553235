import type { HostSetting, HostUnderTest } from '../host-contract.ts';

/** Makes a host. */
export type OpenHost = (setting: HostSetting) => Promise<HostUnderTest>;

/** One thing that every host keeps to. `run` rejects when it does not. */
export interface HostTest {
  readonly name: string;
  readonly run: (open: OpenHost) => Promise<void>;
}
