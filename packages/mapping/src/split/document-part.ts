import type { Identifier } from '@dist/canonical';

/** What one document is made of (R14). Of a shipment `truck` is the shipment as it is: several become one by merging. */
export type Per = 'order' | 'orderAndStore' | 'shipment' | 'truck' | 'pallet' | 'carton';

/** What the parts of a document are told apart by. */
export interface PartKey {
  readonly orderNumber?: string | undefined;
  readonly orderRelease?: string | undefined;
  /** The store. */
  readonly location?: Identifier | undefined;
  readonly unitId?: string | undefined;
  readonly sscc?: string | undefined;
}

/** One of the documents that a document was split into. */
export interface DocumentPart<Document> {
  readonly key: PartKey;
  readonly document: Document;
}

/** What only the whole of a document says. It is plain data, to be kept until the parts are merged. */
export interface SplitRest<Document> {
  /** The document without what went into the parts. */
  readonly document: Document;
  /** How its lines stood: of an invoice the line ids, of a shipment the number of the part that each item went to. */
  readonly lines: readonly string[];
  /** How the units of a shipment stood: their ids. */
  readonly units: readonly string[];
}

/** A document in parts, and what only the whole of it says: with that, merging gives exactly the document again. */
export interface SplitDocument<Document> {
  readonly parts: readonly DocumentPart<Document>[];
  readonly rest: SplitRest<Document>;
}
