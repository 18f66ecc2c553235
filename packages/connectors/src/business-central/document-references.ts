import type { Reference } from '@dist/canonical';

/** Our reference and the buyer's, as far as a posted document holds them. */
export function documentReferences(document: {
  readonly externalDocumentNumber?: string | undefined;
  readonly customerPurchaseOrderReference?: string | undefined;
}): Reference[] {
  const { externalDocumentNumber: ours, customerPurchaseOrderReference: buyers } = document;
  return [
    ...(ours === undefined ? [] : [{ type: 'externalReference', value: ours }]),
    ...(buyers === undefined ? [] : [{ type: 'purchaseOrder', value: buyers }]),
  ];
}
