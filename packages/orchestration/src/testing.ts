export {
  type CarrierContractOptions,
  type CarrierContractTest,
  type CarrierUnderTest,
  carrierContract,
} from './testing/carrier-contract.ts';
export type {
  Flow,
  FlowGiven,
  FlowIssue,
  FlowNever,
  FlowParked,
  FlowSent,
  FlowStory,
  FlowThen,
} from './testing/flow/flow.ts';
export type {
  FlowAmount,
  FlowChange,
  FlowEvent,
  FlowLine,
  FlowShippedAmount,
  FlowWeight,
} from './testing/flow/flow-event.ts';
export { playFlow } from './testing/flow/play-flow.ts';
export { type FlowTest, type FlowTestOptions, flowTests } from './testing/flow-tests.ts';
export { given, type Story, type StoryEvent, type StoryOptions } from './testing/given.ts';
export {
  type HostContractOptions,
  type HostContractTest,
  type HostSetting,
  type HostUnderTest,
  hostContract,
} from './testing/host-contract.ts';
export {
  durability,
  type JournalContractOptions,
  type JournalContractTest,
  journalContract,
} from './testing/journal-contract.ts';
export { type MemoryHost, memoryHost } from './testing/memory-host.ts';
