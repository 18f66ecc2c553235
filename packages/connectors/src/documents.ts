export { aesGcm, type DocumentKeys } from './document-store/aes-gcm.ts';
export type {
  DocumentPage,
  DocumentQuery,
  DocumentRecord,
  DocumentStore,
  KeptDocument,
  LegalHold,
  NewDocument,
  PutResult,
} from './document-store/document-store.ts';
export { type DocumentEncryption, encryptedDocuments } from './document-store/encrypted-documents.ts';
export { memoryDocuments } from './document-store/memory-documents.ts';
export {
  type DocumentBytes,
  type DocumentQueries,
  type DocumentValue,
  type PostgresDocumentsOptions,
  postgresDocuments,
} from './document-store/postgres-documents.ts';
export {
  isDueForRemoval,
  keptUntil,
  type RemovedDocuments,
  type RetentionRule,
  removeDueDocuments,
} from './document-store/retention.ts';
