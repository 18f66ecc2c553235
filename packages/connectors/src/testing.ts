export { type ConnectorCase, connectorContract } from './testing/connector-contract.ts';
export type { ContractSubject, OrderSystem, Vendor } from './testing/contract-subject.ts';
