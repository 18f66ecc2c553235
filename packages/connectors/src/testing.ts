export { type ConnectorCase, contract } from './testing/contract.ts';
export type {
  ContractAdapter,
  ContractConnector,
  ContractRuntime,
  ContractSamples,
  ContractWebhooks,
} from './testing/contract-adapter.ts';
export { type DocumentStoreCase, documentStoreContract } from './testing/document-store-contract.ts';
export type { Fake, ListCapability } from './testing/fake.ts';
