// Generated from the schemas of @dist/canonical by scripts/generate-canonical-paths.ts. Not edited by hand.

/** The place that the paths of each kind of document start from. */
export interface CanonicalKinds {
  applicationAdvice: 'applicationAdvice';
  fulfillmentConfirmation: 'fulfillmentConfirmation';
  fulfillmentRequest: 'fulfillmentRequest';
  inventoryAvailability: 'inventoryAvailability';
  invoice: 'invoice';
  order: 'order';
  orderAcknowledgment: 'orderAcknowledgment';
  orderChange: 'orderChange';
  remittance: 'remittance';
  return: 'return';
  shipment: 'shipment';
  shipmentStatus: 'shipmentStatus';
  textMessage: 'textMessage';
}

/** Each place of the canonical documents: paths of its values, objects and lists, the two latter with their own place. */
export interface CanonicalPlaces {
  'applicationAdvice': {
    values: 'kind' | 'version' | 'purpose' | 'number' | 'issuedOn' | 'parties.buyer.name' | 'parties.buyer.additionalName' | 'parties.buyer.address.city' | 'parties.buyer.address.region' | 'parties.buyer.address.postalCode' | 'parties.buyer.address.country' | 'parties.seller.name' | 'parties.seller.additionalName' | 'parties.seller.address.city' | 'parties.seller.address.region' | 'parties.seller.address.postalCode' | 'parties.seller.address.country' | 'parties.billTo.name' | 'parties.billTo.additionalName' | 'parties.billTo.address.city' | 'parties.billTo.address.region' | 'parties.billTo.address.postalCode' | 'parties.billTo.address.country' | 'parties.shipTo.name' | 'parties.shipTo.additionalName' | 'parties.shipTo.address.city' | 'parties.shipTo.address.region' | 'parties.shipTo.address.postalCode' | 'parties.shipTo.address.country' | 'parties.shipFrom.name' | 'parties.shipFrom.additionalName' | 'parties.shipFrom.address.city' | 'parties.shipFrom.address.region' | 'parties.shipFrom.address.postalCode' | 'parties.shipFrom.address.country' | 'parties.markFor.name' | 'parties.markFor.additionalName' | 'parties.markFor.address.city' | 'parties.markFor.address.region' | 'parties.markFor.address.postalCode' | 'parties.markFor.address.country' | 'parties.remitTo.name' | 'parties.remitTo.additionalName' | 'parties.remitTo.address.city' | 'parties.remitTo.address.region' | 'parties.remitTo.address.postalCode' | 'parties.remitTo.address.country' | `ext.${string}`;
    objects: {
      'parties': 'applicationAdvice.parties';
      'parties.buyer': 'applicationAdvice.parties.buyer';
      'parties.buyer.address': 'applicationAdvice.parties.buyer.address';
      'parties.seller': 'applicationAdvice.parties.buyer';
      'parties.seller.address': 'applicationAdvice.parties.buyer.address';
      'parties.billTo': 'applicationAdvice.parties.buyer';
      'parties.billTo.address': 'applicationAdvice.parties.buyer.address';
      'parties.shipTo': 'applicationAdvice.parties.buyer';
      'parties.shipTo.address': 'applicationAdvice.parties.buyer.address';
      'parties.shipFrom': 'applicationAdvice.parties.buyer';
      'parties.shipFrom.address': 'applicationAdvice.parties.buyer.address';
      'parties.markFor': 'applicationAdvice.parties.buyer';
      'parties.markFor.address': 'applicationAdvice.parties.buyer.address';
      'parties.remitTo': 'applicationAdvice.parties.buyer';
      'parties.remitTo.address': 'applicationAdvice.parties.buyer.address';
      'ext': 'applicationAdvice.documents.ext';
    };
    lists: {
      'parties.buyer.ids': 'applicationAdvice.parties.buyer.ids';
      'parties.buyer.address.lines': 'value';
      'parties.buyer.contacts': 'applicationAdvice.parties.buyer.contacts';
      'parties.buyer.taxIds': 'applicationAdvice.parties.buyer.taxIds';
      'parties.seller.ids': 'applicationAdvice.parties.buyer.ids';
      'parties.seller.address.lines': 'value';
      'parties.seller.contacts': 'applicationAdvice.parties.buyer.contacts';
      'parties.seller.taxIds': 'applicationAdvice.parties.buyer.taxIds';
      'parties.billTo.ids': 'applicationAdvice.parties.buyer.ids';
      'parties.billTo.address.lines': 'value';
      'parties.billTo.contacts': 'applicationAdvice.parties.buyer.contacts';
      'parties.billTo.taxIds': 'applicationAdvice.parties.buyer.taxIds';
      'parties.shipTo.ids': 'applicationAdvice.parties.buyer.ids';
      'parties.shipTo.address.lines': 'value';
      'parties.shipTo.contacts': 'applicationAdvice.parties.buyer.contacts';
      'parties.shipTo.taxIds': 'applicationAdvice.parties.buyer.taxIds';
      'parties.shipFrom.ids': 'applicationAdvice.parties.buyer.ids';
      'parties.shipFrom.address.lines': 'value';
      'parties.shipFrom.contacts': 'applicationAdvice.parties.buyer.contacts';
      'parties.shipFrom.taxIds': 'applicationAdvice.parties.buyer.taxIds';
      'parties.markFor.ids': 'applicationAdvice.parties.buyer.ids';
      'parties.markFor.address.lines': 'value';
      'parties.markFor.contacts': 'applicationAdvice.parties.buyer.contacts';
      'parties.markFor.taxIds': 'applicationAdvice.parties.buyer.taxIds';
      'parties.remitTo.ids': 'applicationAdvice.parties.buyer.ids';
      'parties.remitTo.address.lines': 'value';
      'parties.remitTo.contacts': 'applicationAdvice.parties.buyer.contacts';
      'parties.remitTo.taxIds': 'applicationAdvice.parties.buyer.taxIds';
      'documents': 'applicationAdvice.documents';
    };
  };
  'applicationAdvice.documents': {
    values: 'status' | 'level' | 'reference.type' | 'reference.value' | 'reference.description' | 'document' | 'date' | 'sender' | 'receiver' | 'groupControlNumber' | 'setControlNumber' | `ext.${string}`;
    objects: {
      'reference': 'applicationAdvice.parties.buyer.taxIds';
      'ext': 'applicationAdvice.documents.ext';
    };
    lists: {
      'references': 'applicationAdvice.parties.buyer.taxIds';
      'errors': 'applicationAdvice.documents.errors';
    };
  };
  'applicationAdvice.documents.errors': {
    values: 'code' | 'message' | 'segment' | 'segmentPosition' | 'elementPosition' | 'found' | 'corrected';
    objects: Record<never, never>;
    lists: {
      'notes': 'value';
    };
  };
  'applicationAdvice.documents.ext': {
    values: `${string}`;
    objects: Record<never, never>;
    lists: Record<never, never>;
  };
  'applicationAdvice.parties': {
    values: 'buyer.name' | 'buyer.additionalName' | 'buyer.address.city' | 'buyer.address.region' | 'buyer.address.postalCode' | 'buyer.address.country' | 'seller.name' | 'seller.additionalName' | 'seller.address.city' | 'seller.address.region' | 'seller.address.postalCode' | 'seller.address.country' | 'billTo.name' | 'billTo.additionalName' | 'billTo.address.city' | 'billTo.address.region' | 'billTo.address.postalCode' | 'billTo.address.country' | 'shipTo.name' | 'shipTo.additionalName' | 'shipTo.address.city' | 'shipTo.address.region' | 'shipTo.address.postalCode' | 'shipTo.address.country' | 'shipFrom.name' | 'shipFrom.additionalName' | 'shipFrom.address.city' | 'shipFrom.address.region' | 'shipFrom.address.postalCode' | 'shipFrom.address.country' | 'markFor.name' | 'markFor.additionalName' | 'markFor.address.city' | 'markFor.address.region' | 'markFor.address.postalCode' | 'markFor.address.country' | 'remitTo.name' | 'remitTo.additionalName' | 'remitTo.address.city' | 'remitTo.address.region' | 'remitTo.address.postalCode' | 'remitTo.address.country';
    objects: {
      'buyer': 'applicationAdvice.parties.buyer';
      'buyer.address': 'applicationAdvice.parties.buyer.address';
      'seller': 'applicationAdvice.parties.buyer';
      'seller.address': 'applicationAdvice.parties.buyer.address';
      'billTo': 'applicationAdvice.parties.buyer';
      'billTo.address': 'applicationAdvice.parties.buyer.address';
      'shipTo': 'applicationAdvice.parties.buyer';
      'shipTo.address': 'applicationAdvice.parties.buyer.address';
      'shipFrom': 'applicationAdvice.parties.buyer';
      'shipFrom.address': 'applicationAdvice.parties.buyer.address';
      'markFor': 'applicationAdvice.parties.buyer';
      'markFor.address': 'applicationAdvice.parties.buyer.address';
      'remitTo': 'applicationAdvice.parties.buyer';
      'remitTo.address': 'applicationAdvice.parties.buyer.address';
    };
    lists: {
      'buyer.ids': 'applicationAdvice.parties.buyer.ids';
      'buyer.address.lines': 'value';
      'buyer.contacts': 'applicationAdvice.parties.buyer.contacts';
      'buyer.taxIds': 'applicationAdvice.parties.buyer.taxIds';
      'seller.ids': 'applicationAdvice.parties.buyer.ids';
      'seller.address.lines': 'value';
      'seller.contacts': 'applicationAdvice.parties.buyer.contacts';
      'seller.taxIds': 'applicationAdvice.parties.buyer.taxIds';
      'billTo.ids': 'applicationAdvice.parties.buyer.ids';
      'billTo.address.lines': 'value';
      'billTo.contacts': 'applicationAdvice.parties.buyer.contacts';
      'billTo.taxIds': 'applicationAdvice.parties.buyer.taxIds';
      'shipTo.ids': 'applicationAdvice.parties.buyer.ids';
      'shipTo.address.lines': 'value';
      'shipTo.contacts': 'applicationAdvice.parties.buyer.contacts';
      'shipTo.taxIds': 'applicationAdvice.parties.buyer.taxIds';
      'shipFrom.ids': 'applicationAdvice.parties.buyer.ids';
      'shipFrom.address.lines': 'value';
      'shipFrom.contacts': 'applicationAdvice.parties.buyer.contacts';
      'shipFrom.taxIds': 'applicationAdvice.parties.buyer.taxIds';
      'markFor.ids': 'applicationAdvice.parties.buyer.ids';
      'markFor.address.lines': 'value';
      'markFor.contacts': 'applicationAdvice.parties.buyer.contacts';
      'markFor.taxIds': 'applicationAdvice.parties.buyer.taxIds';
      'remitTo.ids': 'applicationAdvice.parties.buyer.ids';
      'remitTo.address.lines': 'value';
      'remitTo.contacts': 'applicationAdvice.parties.buyer.contacts';
      'remitTo.taxIds': 'applicationAdvice.parties.buyer.taxIds';
    };
  };
  'applicationAdvice.parties.buyer': {
    values: 'name' | 'additionalName' | 'address.city' | 'address.region' | 'address.postalCode' | 'address.country';
    objects: {
      'address': 'applicationAdvice.parties.buyer.address';
    };
    lists: {
      'ids': 'applicationAdvice.parties.buyer.ids';
      'address.lines': 'value';
      'contacts': 'applicationAdvice.parties.buyer.contacts';
      'taxIds': 'applicationAdvice.parties.buyer.taxIds';
    };
  };
  'applicationAdvice.parties.buyer.address': {
    values: 'city' | 'region' | 'postalCode' | 'country';
    objects: Record<never, never>;
    lists: {
      'lines': 'value';
    };
  };
  'applicationAdvice.parties.buyer.contacts': {
    values: 'role' | 'name' | 'phone' | 'fax' | 'email';
    objects: Record<never, never>;
    lists: Record<never, never>;
  };
  'applicationAdvice.parties.buyer.ids': {
    values: 'scheme' | 'value';
    objects: Record<never, never>;
    lists: Record<never, never>;
  };
  'applicationAdvice.parties.buyer.taxIds': {
    values: 'type' | 'value' | 'description';
    objects: Record<never, never>;
    lists: Record<never, never>;
  };
  'fulfillmentConfirmation': {
    values: 'kind' | 'version' | 'extent' | 'requestNumber' | 'orderNumber' | 'orderRelease' | 'shipmentId' | 'shippedOn' | 'carrier.scac' | 'carrier.name' | 'carrier.mode' | 'carrier.service' | 'carrier.trackingNumber' | 'carrier.account' | 'equipment.type' | 'equipment.initial' | 'equipment.number' | 'equipment.seal' | 'freight.payment' | 'freight.place' | 'freight.description' | 'freight.incoterm' | 'parties.buyer.name' | 'parties.buyer.additionalName' | 'parties.buyer.address.city' | 'parties.buyer.address.region' | 'parties.buyer.address.postalCode' | 'parties.buyer.address.country' | 'parties.seller.name' | 'parties.seller.additionalName' | 'parties.seller.address.city' | 'parties.seller.address.region' | 'parties.seller.address.postalCode' | 'parties.seller.address.country' | 'parties.billTo.name' | 'parties.billTo.additionalName' | 'parties.billTo.address.city' | 'parties.billTo.address.region' | 'parties.billTo.address.postalCode' | 'parties.billTo.address.country' | 'parties.shipTo.name' | 'parties.shipTo.additionalName' | 'parties.shipTo.address.city' | 'parties.shipTo.address.region' | 'parties.shipTo.address.postalCode' | 'parties.shipTo.address.country' | 'parties.shipFrom.name' | 'parties.shipFrom.additionalName' | 'parties.shipFrom.address.city' | 'parties.shipFrom.address.region' | 'parties.shipFrom.address.postalCode' | 'parties.shipFrom.address.country' | 'parties.markFor.name' | 'parties.markFor.additionalName' | 'parties.markFor.address.city' | 'parties.markFor.address.region' | 'parties.markFor.address.postalCode' | 'parties.markFor.address.country' | 'parties.remitTo.name' | 'parties.remitTo.additionalName' | 'parties.remitTo.address.city' | 'parties.remitTo.address.region' | 'parties.remitTo.address.postalCode' | 'parties.remitTo.address.country' | 'packageCount' | 'grossWeight.value' | 'grossWeight.unit' | 'unitsShipped' | `ext.${string}`;
    objects: {
      'carrier': 'fulfillmentConfirmation.carrier';
      'equipment': 'fulfillmentConfirmation.equipment';
      'freight': 'fulfillmentConfirmation.freight';
      'parties': 'applicationAdvice.parties';
      'parties.buyer': 'applicationAdvice.parties.buyer';
      'parties.buyer.address': 'applicationAdvice.parties.buyer.address';
      'parties.seller': 'applicationAdvice.parties.buyer';
      'parties.seller.address': 'applicationAdvice.parties.buyer.address';
      'parties.billTo': 'applicationAdvice.parties.buyer';
      'parties.billTo.address': 'applicationAdvice.parties.buyer.address';
      'parties.shipTo': 'applicationAdvice.parties.buyer';
      'parties.shipTo.address': 'applicationAdvice.parties.buyer.address';
      'parties.shipFrom': 'applicationAdvice.parties.buyer';
      'parties.shipFrom.address': 'applicationAdvice.parties.buyer.address';
      'parties.markFor': 'applicationAdvice.parties.buyer';
      'parties.markFor.address': 'applicationAdvice.parties.buyer.address';
      'parties.remitTo': 'applicationAdvice.parties.buyer';
      'parties.remitTo.address': 'applicationAdvice.parties.buyer.address';
      'grossWeight': 'fulfillmentConfirmation.packages.weight';
      'ext': 'applicationAdvice.documents.ext';
    };
    lists: {
      'parties.buyer.ids': 'applicationAdvice.parties.buyer.ids';
      'parties.buyer.address.lines': 'value';
      'parties.buyer.contacts': 'applicationAdvice.parties.buyer.contacts';
      'parties.buyer.taxIds': 'applicationAdvice.parties.buyer.taxIds';
      'parties.seller.ids': 'applicationAdvice.parties.buyer.ids';
      'parties.seller.address.lines': 'value';
      'parties.seller.contacts': 'applicationAdvice.parties.buyer.contacts';
      'parties.seller.taxIds': 'applicationAdvice.parties.buyer.taxIds';
      'parties.billTo.ids': 'applicationAdvice.parties.buyer.ids';
      'parties.billTo.address.lines': 'value';
      'parties.billTo.contacts': 'applicationAdvice.parties.buyer.contacts';
      'parties.billTo.taxIds': 'applicationAdvice.parties.buyer.taxIds';
      'parties.shipTo.ids': 'applicationAdvice.parties.buyer.ids';
      'parties.shipTo.address.lines': 'value';
      'parties.shipTo.contacts': 'applicationAdvice.parties.buyer.contacts';
      'parties.shipTo.taxIds': 'applicationAdvice.parties.buyer.taxIds';
      'parties.shipFrom.ids': 'applicationAdvice.parties.buyer.ids';
      'parties.shipFrom.address.lines': 'value';
      'parties.shipFrom.contacts': 'applicationAdvice.parties.buyer.contacts';
      'parties.shipFrom.taxIds': 'applicationAdvice.parties.buyer.taxIds';
      'parties.markFor.ids': 'applicationAdvice.parties.buyer.ids';
      'parties.markFor.address.lines': 'value';
      'parties.markFor.contacts': 'applicationAdvice.parties.buyer.contacts';
      'parties.markFor.taxIds': 'applicationAdvice.parties.buyer.taxIds';
      'parties.remitTo.ids': 'applicationAdvice.parties.buyer.ids';
      'parties.remitTo.address.lines': 'value';
      'parties.remitTo.contacts': 'applicationAdvice.parties.buyer.contacts';
      'parties.remitTo.taxIds': 'applicationAdvice.parties.buyer.taxIds';
      'references': 'applicationAdvice.parties.buyer.taxIds';
      'packages': 'fulfillmentConfirmation.packages';
      'notes': 'value';
    };
  };
  'fulfillmentConfirmation.carrier': {
    values: 'scac' | 'name' | 'mode' | 'service' | 'trackingNumber' | 'account';
    objects: Record<never, never>;
    lists: Record<never, never>;
  };
  'fulfillmentConfirmation.equipment': {
    values: 'type' | 'initial' | 'number' | 'seal';
    objects: Record<never, never>;
    lists: Record<never, never>;
  };
  'fulfillmentConfirmation.freight': {
    values: 'payment' | 'place' | 'description' | 'incoterm';
    objects: Record<never, never>;
    lists: Record<never, never>;
  };
  'fulfillmentConfirmation.packages': {
    values: 'type' | 'sscc' | 'trackingNumber' | 'weight.value' | 'weight.unit';
    objects: {
      'weight': 'fulfillmentConfirmation.packages.weight';
    };
    lists: {
      'ids': 'applicationAdvice.parties.buyer.ids';
      'lines': 'fulfillmentConfirmation.packages.lines';
    };
  };
  'fulfillmentConfirmation.packages.lines': {
    values: 'lineId' | 'description' | 'status' | 'ordered' | 'quantity.value' | 'quantity.unit' | 'difference' | 'reason' | 'weight.value' | 'weight.unit' | 'lot' | 'expiresOn' | 'countryOfOrigin' | `ext.${string}`;
    objects: {
      'quantity': 'fulfillmentConfirmation.packages.weight';
      'weight': 'fulfillmentConfirmation.packages.weight';
      'ext': 'applicationAdvice.documents.ext';
    };
    lists: {
      'ids': 'applicationAdvice.parties.buyer.ids';
      'substitutedIds': 'applicationAdvice.parties.buyer.ids';
      'serials': 'value';
      'references': 'applicationAdvice.parties.buyer.taxIds';
    };
  };
  'fulfillmentConfirmation.packages.weight': {
    values: 'value' | 'unit';
    objects: Record<never, never>;
    lists: Record<never, never>;
  };
  'fulfillmentRequest': {
    values: 'kind' | 'version' | 'purpose' | 'number' | 'orderNumber' | 'orderRelease' | 'orderDate' | 'type' | 'currency' | 'dates.ordered' | 'dates.requestedShip' | 'dates.shipNotBefore' | 'dates.shipNotAfter' | 'dates.deliverBy' | 'dates.cancelAfter' | 'parties.buyer.name' | 'parties.buyer.additionalName' | 'parties.buyer.address.city' | 'parties.buyer.address.region' | 'parties.buyer.address.postalCode' | 'parties.buyer.address.country' | 'parties.seller.name' | 'parties.seller.additionalName' | 'parties.seller.address.city' | 'parties.seller.address.region' | 'parties.seller.address.postalCode' | 'parties.seller.address.country' | 'parties.billTo.name' | 'parties.billTo.additionalName' | 'parties.billTo.address.city' | 'parties.billTo.address.region' | 'parties.billTo.address.postalCode' | 'parties.billTo.address.country' | 'parties.shipTo.name' | 'parties.shipTo.additionalName' | 'parties.shipTo.address.city' | 'parties.shipTo.address.region' | 'parties.shipTo.address.postalCode' | 'parties.shipTo.address.country' | 'parties.shipFrom.name' | 'parties.shipFrom.additionalName' | 'parties.shipFrom.address.city' | 'parties.shipFrom.address.region' | 'parties.shipFrom.address.postalCode' | 'parties.shipFrom.address.country' | 'parties.markFor.name' | 'parties.markFor.additionalName' | 'parties.markFor.address.city' | 'parties.markFor.address.region' | 'parties.markFor.address.postalCode' | 'parties.markFor.address.country' | 'parties.remitTo.name' | 'parties.remitTo.additionalName' | 'parties.remitTo.address.city' | 'parties.remitTo.address.region' | 'parties.remitTo.address.postalCode' | 'parties.remitTo.address.country' | 'carrier.scac' | 'carrier.name' | 'carrier.mode' | 'carrier.service' | 'carrier.trackingNumber' | 'carrier.account' | 'freight.payment' | 'freight.place' | 'freight.description' | 'freight.incoterm' | `ext.${string}`;
    objects: {
      'dates': 'fulfillmentRequest.dates';
      'parties': 'applicationAdvice.parties';
      'parties.buyer': 'applicationAdvice.parties.buyer';
      'parties.buyer.address': 'applicationAdvice.parties.buyer.address';
      'parties.seller': 'applicationAdvice.parties.buyer';
      'parties.seller.address': 'applicationAdvice.parties.buyer.address';
      'parties.billTo': 'applicationAdvice.parties.buyer';
      'parties.billTo.address': 'applicationAdvice.parties.buyer.address';
      'parties.shipTo': 'applicationAdvice.parties.buyer';
      'parties.shipTo.address': 'applicationAdvice.parties.buyer.address';
      'parties.shipFrom': 'applicationAdvice.parties.buyer';
      'parties.shipFrom.address': 'applicationAdvice.parties.buyer.address';
      'parties.markFor': 'applicationAdvice.parties.buyer';
      'parties.markFor.address': 'applicationAdvice.parties.buyer.address';
      'parties.remitTo': 'applicationAdvice.parties.buyer';
      'parties.remitTo.address': 'applicationAdvice.parties.buyer.address';
      'carrier': 'fulfillmentConfirmation.carrier';
      'freight': 'fulfillmentConfirmation.freight';
      'ext': 'applicationAdvice.documents.ext';
    };
    lists: {
      'parties.buyer.ids': 'applicationAdvice.parties.buyer.ids';
      'parties.buyer.address.lines': 'value';
      'parties.buyer.contacts': 'applicationAdvice.parties.buyer.contacts';
      'parties.buyer.taxIds': 'applicationAdvice.parties.buyer.taxIds';
      'parties.seller.ids': 'applicationAdvice.parties.buyer.ids';
      'parties.seller.address.lines': 'value';
      'parties.seller.contacts': 'applicationAdvice.parties.buyer.contacts';
      'parties.seller.taxIds': 'applicationAdvice.parties.buyer.taxIds';
      'parties.billTo.ids': 'applicationAdvice.parties.buyer.ids';
      'parties.billTo.address.lines': 'value';
      'parties.billTo.contacts': 'applicationAdvice.parties.buyer.contacts';
      'parties.billTo.taxIds': 'applicationAdvice.parties.buyer.taxIds';
      'parties.shipTo.ids': 'applicationAdvice.parties.buyer.ids';
      'parties.shipTo.address.lines': 'value';
      'parties.shipTo.contacts': 'applicationAdvice.parties.buyer.contacts';
      'parties.shipTo.taxIds': 'applicationAdvice.parties.buyer.taxIds';
      'parties.shipFrom.ids': 'applicationAdvice.parties.buyer.ids';
      'parties.shipFrom.address.lines': 'value';
      'parties.shipFrom.contacts': 'applicationAdvice.parties.buyer.contacts';
      'parties.shipFrom.taxIds': 'applicationAdvice.parties.buyer.taxIds';
      'parties.markFor.ids': 'applicationAdvice.parties.buyer.ids';
      'parties.markFor.address.lines': 'value';
      'parties.markFor.contacts': 'applicationAdvice.parties.buyer.contacts';
      'parties.markFor.taxIds': 'applicationAdvice.parties.buyer.taxIds';
      'parties.remitTo.ids': 'applicationAdvice.parties.buyer.ids';
      'parties.remitTo.address.lines': 'value';
      'parties.remitTo.contacts': 'applicationAdvice.parties.buyer.contacts';
      'parties.remitTo.taxIds': 'applicationAdvice.parties.buyer.taxIds';
      'references': 'applicationAdvice.parties.buyer.taxIds';
      'lines': 'fulfillmentRequest.lines';
      'notes': 'value';
    };
  };
  'fulfillmentRequest.dates': {
    values: 'ordered' | 'requestedShip' | 'shipNotBefore' | 'shipNotAfter' | 'deliverBy' | 'cancelAfter';
    objects: Record<never, never>;
    lists: Record<never, never>;
  };
  'fulfillmentRequest.lines': {
    values: 'lineId' | 'description' | 'quantity.value' | 'quantity.unit' | 'packSize' | 'lot' | 'price.amount' | 'price.per' | 'price.unit' | 'price.basis' | `ext.${string}`;
    objects: {
      'quantity': 'fulfillmentConfirmation.packages.weight';
      'price': 'fulfillmentRequest.lines.price';
      'ext': 'applicationAdvice.documents.ext';
    };
    lists: {
      'ids': 'applicationAdvice.parties.buyer.ids';
      'allocations': 'fulfillmentRequest.lines.allocations';
      'references': 'applicationAdvice.parties.buyer.taxIds';
      'notes': 'value';
    };
  };
  'fulfillmentRequest.lines.allocations': {
    values: 'location.scheme' | 'location.value' | 'quantity.value' | 'quantity.unit';
    objects: {
      'location': 'applicationAdvice.parties.buyer.ids';
      'quantity': 'fulfillmentConfirmation.packages.weight';
    };
    lists: Record<never, never>;
  };
  'fulfillmentRequest.lines.price': {
    values: 'amount' | 'per' | 'unit' | 'basis';
    objects: Record<never, never>;
    lists: Record<never, never>;
  };
  'inventoryAvailability': {
    values: 'kind' | 'version' | 'purpose' | 'number' | 'type' | 'extent' | 'channel' | 'asOf' | 'expiresAt' | 'currency' | 'parties.buyer.name' | 'parties.buyer.additionalName' | 'parties.buyer.address.city' | 'parties.buyer.address.region' | 'parties.buyer.address.postalCode' | 'parties.buyer.address.country' | 'parties.seller.name' | 'parties.seller.additionalName' | 'parties.seller.address.city' | 'parties.seller.address.region' | 'parties.seller.address.postalCode' | 'parties.seller.address.country' | 'parties.billTo.name' | 'parties.billTo.additionalName' | 'parties.billTo.address.city' | 'parties.billTo.address.region' | 'parties.billTo.address.postalCode' | 'parties.billTo.address.country' | 'parties.shipTo.name' | 'parties.shipTo.additionalName' | 'parties.shipTo.address.city' | 'parties.shipTo.address.region' | 'parties.shipTo.address.postalCode' | 'parties.shipTo.address.country' | 'parties.shipFrom.name' | 'parties.shipFrom.additionalName' | 'parties.shipFrom.address.city' | 'parties.shipFrom.address.region' | 'parties.shipFrom.address.postalCode' | 'parties.shipFrom.address.country' | 'parties.markFor.name' | 'parties.markFor.additionalName' | 'parties.markFor.address.city' | 'parties.markFor.address.region' | 'parties.markFor.address.postalCode' | 'parties.markFor.address.country' | 'parties.remitTo.name' | 'parties.remitTo.additionalName' | 'parties.remitTo.address.city' | 'parties.remitTo.address.region' | 'parties.remitTo.address.postalCode' | 'parties.remitTo.address.country' | `ext.${string}`;
    objects: {
      'parties': 'applicationAdvice.parties';
      'parties.buyer': 'applicationAdvice.parties.buyer';
      'parties.buyer.address': 'applicationAdvice.parties.buyer.address';
      'parties.seller': 'applicationAdvice.parties.buyer';
      'parties.seller.address': 'applicationAdvice.parties.buyer.address';
      'parties.billTo': 'applicationAdvice.parties.buyer';
      'parties.billTo.address': 'applicationAdvice.parties.buyer.address';
      'parties.shipTo': 'applicationAdvice.parties.buyer';
      'parties.shipTo.address': 'applicationAdvice.parties.buyer.address';
      'parties.shipFrom': 'applicationAdvice.parties.buyer';
      'parties.shipFrom.address': 'applicationAdvice.parties.buyer.address';
      'parties.markFor': 'applicationAdvice.parties.buyer';
      'parties.markFor.address': 'applicationAdvice.parties.buyer.address';
      'parties.remitTo': 'applicationAdvice.parties.buyer';
      'parties.remitTo.address': 'applicationAdvice.parties.buyer.address';
      'ext': 'applicationAdvice.documents.ext';
    };
    lists: {
      'parties.buyer.ids': 'applicationAdvice.parties.buyer.ids';
      'parties.buyer.address.lines': 'value';
      'parties.buyer.contacts': 'applicationAdvice.parties.buyer.contacts';
      'parties.buyer.taxIds': 'applicationAdvice.parties.buyer.taxIds';
      'parties.seller.ids': 'applicationAdvice.parties.buyer.ids';
      'parties.seller.address.lines': 'value';
      'parties.seller.contacts': 'applicationAdvice.parties.buyer.contacts';
      'parties.seller.taxIds': 'applicationAdvice.parties.buyer.taxIds';
      'parties.billTo.ids': 'applicationAdvice.parties.buyer.ids';
      'parties.billTo.address.lines': 'value';
      'parties.billTo.contacts': 'applicationAdvice.parties.buyer.contacts';
      'parties.billTo.taxIds': 'applicationAdvice.parties.buyer.taxIds';
      'parties.shipTo.ids': 'applicationAdvice.parties.buyer.ids';
      'parties.shipTo.address.lines': 'value';
      'parties.shipTo.contacts': 'applicationAdvice.parties.buyer.contacts';
      'parties.shipTo.taxIds': 'applicationAdvice.parties.buyer.taxIds';
      'parties.shipFrom.ids': 'applicationAdvice.parties.buyer.ids';
      'parties.shipFrom.address.lines': 'value';
      'parties.shipFrom.contacts': 'applicationAdvice.parties.buyer.contacts';
      'parties.shipFrom.taxIds': 'applicationAdvice.parties.buyer.taxIds';
      'parties.markFor.ids': 'applicationAdvice.parties.buyer.ids';
      'parties.markFor.address.lines': 'value';
      'parties.markFor.contacts': 'applicationAdvice.parties.buyer.contacts';
      'parties.markFor.taxIds': 'applicationAdvice.parties.buyer.taxIds';
      'parties.remitTo.ids': 'applicationAdvice.parties.buyer.ids';
      'parties.remitTo.address.lines': 'value';
      'parties.remitTo.contacts': 'applicationAdvice.parties.buyer.contacts';
      'parties.remitTo.taxIds': 'applicationAdvice.parties.buyer.taxIds';
      'references': 'applicationAdvice.parties.buyer.taxIds';
      'items': 'inventoryAvailability.items';
    };
  };
  'inventoryAvailability.items': {
    values: 'lineId' | 'description' | 'location.scheme' | 'location.value' | 'status' | 'price.amount' | 'price.per' | 'price.unit' | 'price.basis' | `ext.${string}`;
    objects: {
      'location': 'applicationAdvice.parties.buyer.ids';
      'price': 'fulfillmentRequest.lines.price';
      'ext': 'applicationAdvice.documents.ext';
    };
    lists: {
      'ids': 'applicationAdvice.parties.buyer.ids';
      'quantities': 'inventoryAvailability.items.quantities';
      'references': 'applicationAdvice.parties.buyer.taxIds';
    };
  };
  'inventoryAvailability.items.quantities': {
    values: 'type' | 'quantity.value' | 'quantity.unit' | 'on';
    objects: {
      'quantity': 'fulfillmentConfirmation.packages.weight';
    };
    lists: Record<never, never>;
  };
  'invoice': {
    values: 'kind' | 'version' | 'number' | 'type' | 'date' | 'originalInvoice.number' | 'originalInvoice.date' | 'returnNumber' | 'reason' | 'orderNumber' | 'orderRelease' | 'orderDate' | 'shippedOn' | 'currency' | 'parties.buyer.name' | 'parties.buyer.additionalName' | 'parties.buyer.address.city' | 'parties.buyer.address.region' | 'parties.buyer.address.postalCode' | 'parties.buyer.address.country' | 'parties.seller.name' | 'parties.seller.additionalName' | 'parties.seller.address.city' | 'parties.seller.address.region' | 'parties.seller.address.postalCode' | 'parties.seller.address.country' | 'parties.billTo.name' | 'parties.billTo.additionalName' | 'parties.billTo.address.city' | 'parties.billTo.address.region' | 'parties.billTo.address.postalCode' | 'parties.billTo.address.country' | 'parties.shipTo.name' | 'parties.shipTo.additionalName' | 'parties.shipTo.address.city' | 'parties.shipTo.address.region' | 'parties.shipTo.address.postalCode' | 'parties.shipTo.address.country' | 'parties.shipFrom.name' | 'parties.shipFrom.additionalName' | 'parties.shipFrom.address.city' | 'parties.shipFrom.address.region' | 'parties.shipFrom.address.postalCode' | 'parties.shipFrom.address.country' | 'parties.markFor.name' | 'parties.markFor.additionalName' | 'parties.markFor.address.city' | 'parties.markFor.address.region' | 'parties.markFor.address.postalCode' | 'parties.markFor.address.country' | 'parties.remitTo.name' | 'parties.remitTo.additionalName' | 'parties.remitTo.address.city' | 'parties.remitTo.address.region' | 'parties.remitTo.address.postalCode' | 'parties.remitTo.address.country' | 'terms.type' | 'terms.basis' | 'terms.discountPercent' | 'terms.discountDays' | 'terms.discountDueOn' | 'terms.discountAmount' | 'terms.netDays' | 'terms.netDueOn' | 'terms.description' | 'carrier.scac' | 'carrier.name' | 'carrier.mode' | 'carrier.service' | 'carrier.trackingNumber' | 'carrier.account' | 'freight.payment' | 'freight.place' | 'freight.description' | 'freight.incoterm' | 'total' | 'discountAmounts.discountable' | 'discountAmounts.discounted' | 'discountAmounts.discount' | 'unitsShipped.value' | 'unitsShipped.unit' | 'grossWeight.value' | 'grossWeight.unit' | `ext.${string}`;
    objects: {
      'originalInvoice': 'invoice.originalInvoice';
      'parties': 'applicationAdvice.parties';
      'parties.buyer': 'applicationAdvice.parties.buyer';
      'parties.buyer.address': 'applicationAdvice.parties.buyer.address';
      'parties.seller': 'applicationAdvice.parties.buyer';
      'parties.seller.address': 'applicationAdvice.parties.buyer.address';
      'parties.billTo': 'applicationAdvice.parties.buyer';
      'parties.billTo.address': 'applicationAdvice.parties.buyer.address';
      'parties.shipTo': 'applicationAdvice.parties.buyer';
      'parties.shipTo.address': 'applicationAdvice.parties.buyer.address';
      'parties.shipFrom': 'applicationAdvice.parties.buyer';
      'parties.shipFrom.address': 'applicationAdvice.parties.buyer.address';
      'parties.markFor': 'applicationAdvice.parties.buyer';
      'parties.markFor.address': 'applicationAdvice.parties.buyer.address';
      'parties.remitTo': 'applicationAdvice.parties.buyer';
      'parties.remitTo.address': 'applicationAdvice.parties.buyer.address';
      'terms': 'invoice.terms';
      'carrier': 'fulfillmentConfirmation.carrier';
      'freight': 'fulfillmentConfirmation.freight';
      'discountAmounts': 'invoice.discountAmounts';
      'unitsShipped': 'fulfillmentConfirmation.packages.weight';
      'grossWeight': 'fulfillmentConfirmation.packages.weight';
      'ext': 'applicationAdvice.documents.ext';
    };
    lists: {
      'shipmentIds': 'value';
      'parties.buyer.ids': 'applicationAdvice.parties.buyer.ids';
      'parties.buyer.address.lines': 'value';
      'parties.buyer.contacts': 'applicationAdvice.parties.buyer.contacts';
      'parties.buyer.taxIds': 'applicationAdvice.parties.buyer.taxIds';
      'parties.seller.ids': 'applicationAdvice.parties.buyer.ids';
      'parties.seller.address.lines': 'value';
      'parties.seller.contacts': 'applicationAdvice.parties.buyer.contacts';
      'parties.seller.taxIds': 'applicationAdvice.parties.buyer.taxIds';
      'parties.billTo.ids': 'applicationAdvice.parties.buyer.ids';
      'parties.billTo.address.lines': 'value';
      'parties.billTo.contacts': 'applicationAdvice.parties.buyer.contacts';
      'parties.billTo.taxIds': 'applicationAdvice.parties.buyer.taxIds';
      'parties.shipTo.ids': 'applicationAdvice.parties.buyer.ids';
      'parties.shipTo.address.lines': 'value';
      'parties.shipTo.contacts': 'applicationAdvice.parties.buyer.contacts';
      'parties.shipTo.taxIds': 'applicationAdvice.parties.buyer.taxIds';
      'parties.shipFrom.ids': 'applicationAdvice.parties.buyer.ids';
      'parties.shipFrom.address.lines': 'value';
      'parties.shipFrom.contacts': 'applicationAdvice.parties.buyer.contacts';
      'parties.shipFrom.taxIds': 'applicationAdvice.parties.buyer.taxIds';
      'parties.markFor.ids': 'applicationAdvice.parties.buyer.ids';
      'parties.markFor.address.lines': 'value';
      'parties.markFor.contacts': 'applicationAdvice.parties.buyer.contacts';
      'parties.markFor.taxIds': 'applicationAdvice.parties.buyer.taxIds';
      'parties.remitTo.ids': 'applicationAdvice.parties.buyer.ids';
      'parties.remitTo.address.lines': 'value';
      'parties.remitTo.contacts': 'applicationAdvice.parties.buyer.contacts';
      'parties.remitTo.taxIds': 'applicationAdvice.parties.buyer.taxIds';
      'references': 'applicationAdvice.parties.buyer.taxIds';
      'lines': 'invoice.lines';
      'allowancesCharges': 'invoice.lines.allowancesCharges';
      'taxes': 'invoice.lines.taxes';
      'notes': 'value';
    };
  };
  'invoice.discountAmounts': {
    values: 'discountable' | 'discounted' | 'discount';
    objects: Record<never, never>;
    lists: Record<never, never>;
  };
  'invoice.lines': {
    values: 'lineId' | 'description' | 'quantity.value' | 'quantity.unit' | 'pricedQuantity.value' | 'pricedQuantity.unit' | 'packSize' | 'price.amount' | 'price.per' | 'price.unit' | 'price.basis' | 'net' | `ext.${string}`;
    objects: {
      'quantity': 'fulfillmentConfirmation.packages.weight';
      'pricedQuantity': 'fulfillmentConfirmation.packages.weight';
      'price': 'fulfillmentRequest.lines.price';
      'ext': 'applicationAdvice.documents.ext';
    };
    lists: {
      'ids': 'applicationAdvice.parties.buyer.ids';
      'allowancesCharges': 'invoice.lines.allowancesCharges';
      'taxes': 'invoice.lines.taxes';
      'components': 'invoice.lines.components';
      'references': 'applicationAdvice.parties.buyer.taxIds';
    };
  };
  'invoice.lines.allowancesCharges': {
    values: 'kind' | 'code' | 'amount' | 'rate' | 'quantity.value' | 'quantity.unit' | 'percent' | 'method' | 'agreement' | 'description';
    objects: {
      'quantity': 'fulfillmentConfirmation.packages.weight';
    };
    lists: Record<never, never>;
  };
  'invoice.lines.components': {
    values: 'lineId' | 'description' | 'quantity.value' | 'quantity.unit' | 'price.amount' | 'price.per' | 'price.unit' | 'price.basis';
    objects: {
      'quantity': 'fulfillmentConfirmation.packages.weight';
      'price': 'fulfillmentRequest.lines.price';
    };
    lists: {
      'ids': 'applicationAdvice.parties.buyer.ids';
    };
  };
  'invoice.lines.taxes': {
    values: 'category' | 'rate' | 'amount' | 'taxable' | 'jurisdiction' | 'included' | 'taxId';
    objects: Record<never, never>;
    lists: Record<never, never>;
  };
  'invoice.originalInvoice': {
    values: 'number' | 'date';
    objects: Record<never, never>;
    lists: Record<never, never>;
  };
  'invoice.terms': {
    values: 'type' | 'basis' | 'discountPercent' | 'discountDays' | 'discountDueOn' | 'discountAmount' | 'netDays' | 'netDueOn' | 'description';
    objects: Record<never, never>;
    lists: Record<never, never>;
  };
  'order': {
    values: 'kind' | 'version' | 'purpose' | 'number' | 'release' | 'type' | 'channel' | 'currency' | 'placedAt' | 'dates.ordered' | 'dates.requestedShip' | 'dates.shipNotBefore' | 'dates.shipNotAfter' | 'dates.deliverBy' | 'dates.cancelAfter' | 'parties.buyer.name' | 'parties.buyer.additionalName' | 'parties.buyer.address.city' | 'parties.buyer.address.region' | 'parties.buyer.address.postalCode' | 'parties.buyer.address.country' | 'parties.seller.name' | 'parties.seller.additionalName' | 'parties.seller.address.city' | 'parties.seller.address.region' | 'parties.seller.address.postalCode' | 'parties.seller.address.country' | 'parties.billTo.name' | 'parties.billTo.additionalName' | 'parties.billTo.address.city' | 'parties.billTo.address.region' | 'parties.billTo.address.postalCode' | 'parties.billTo.address.country' | 'parties.shipTo.name' | 'parties.shipTo.additionalName' | 'parties.shipTo.address.city' | 'parties.shipTo.address.region' | 'parties.shipTo.address.postalCode' | 'parties.shipTo.address.country' | 'parties.shipFrom.name' | 'parties.shipFrom.additionalName' | 'parties.shipFrom.address.city' | 'parties.shipFrom.address.region' | 'parties.shipFrom.address.postalCode' | 'parties.shipFrom.address.country' | 'parties.markFor.name' | 'parties.markFor.additionalName' | 'parties.markFor.address.city' | 'parties.markFor.address.region' | 'parties.markFor.address.postalCode' | 'parties.markFor.address.country' | 'parties.remitTo.name' | 'parties.remitTo.additionalName' | 'parties.remitTo.address.city' | 'parties.remitTo.address.region' | 'parties.remitTo.address.postalCode' | 'parties.remitTo.address.country' | 'terms.type' | 'terms.basis' | 'terms.discountPercent' | 'terms.discountDays' | 'terms.discountDueOn' | 'terms.discountAmount' | 'terms.netDays' | 'terms.netDueOn' | 'terms.description' | 'freight.payment' | 'freight.place' | 'freight.description' | 'freight.incoterm' | 'routing.scac' | 'routing.name' | 'routing.mode' | 'routing.service' | 'routing.trackingNumber' | 'routing.account' | 'total' | `ext.${string}`;
    objects: {
      'dates': 'fulfillmentRequest.dates';
      'parties': 'applicationAdvice.parties';
      'parties.buyer': 'applicationAdvice.parties.buyer';
      'parties.buyer.address': 'applicationAdvice.parties.buyer.address';
      'parties.seller': 'applicationAdvice.parties.buyer';
      'parties.seller.address': 'applicationAdvice.parties.buyer.address';
      'parties.billTo': 'applicationAdvice.parties.buyer';
      'parties.billTo.address': 'applicationAdvice.parties.buyer.address';
      'parties.shipTo': 'applicationAdvice.parties.buyer';
      'parties.shipTo.address': 'applicationAdvice.parties.buyer.address';
      'parties.shipFrom': 'applicationAdvice.parties.buyer';
      'parties.shipFrom.address': 'applicationAdvice.parties.buyer.address';
      'parties.markFor': 'applicationAdvice.parties.buyer';
      'parties.markFor.address': 'applicationAdvice.parties.buyer.address';
      'parties.remitTo': 'applicationAdvice.parties.buyer';
      'parties.remitTo.address': 'applicationAdvice.parties.buyer.address';
      'terms': 'invoice.terms';
      'freight': 'fulfillmentConfirmation.freight';
      'routing': 'fulfillmentConfirmation.carrier';
      'ext': 'applicationAdvice.documents.ext';
    };
    lists: {
      'parties.buyer.ids': 'applicationAdvice.parties.buyer.ids';
      'parties.buyer.address.lines': 'value';
      'parties.buyer.contacts': 'applicationAdvice.parties.buyer.contacts';
      'parties.buyer.taxIds': 'applicationAdvice.parties.buyer.taxIds';
      'parties.seller.ids': 'applicationAdvice.parties.buyer.ids';
      'parties.seller.address.lines': 'value';
      'parties.seller.contacts': 'applicationAdvice.parties.buyer.contacts';
      'parties.seller.taxIds': 'applicationAdvice.parties.buyer.taxIds';
      'parties.billTo.ids': 'applicationAdvice.parties.buyer.ids';
      'parties.billTo.address.lines': 'value';
      'parties.billTo.contacts': 'applicationAdvice.parties.buyer.contacts';
      'parties.billTo.taxIds': 'applicationAdvice.parties.buyer.taxIds';
      'parties.shipTo.ids': 'applicationAdvice.parties.buyer.ids';
      'parties.shipTo.address.lines': 'value';
      'parties.shipTo.contacts': 'applicationAdvice.parties.buyer.contacts';
      'parties.shipTo.taxIds': 'applicationAdvice.parties.buyer.taxIds';
      'parties.shipFrom.ids': 'applicationAdvice.parties.buyer.ids';
      'parties.shipFrom.address.lines': 'value';
      'parties.shipFrom.contacts': 'applicationAdvice.parties.buyer.contacts';
      'parties.shipFrom.taxIds': 'applicationAdvice.parties.buyer.taxIds';
      'parties.markFor.ids': 'applicationAdvice.parties.buyer.ids';
      'parties.markFor.address.lines': 'value';
      'parties.markFor.contacts': 'applicationAdvice.parties.buyer.contacts';
      'parties.markFor.taxIds': 'applicationAdvice.parties.buyer.taxIds';
      'parties.remitTo.ids': 'applicationAdvice.parties.buyer.ids';
      'parties.remitTo.address.lines': 'value';
      'parties.remitTo.contacts': 'applicationAdvice.parties.buyer.contacts';
      'parties.remitTo.taxIds': 'applicationAdvice.parties.buyer.taxIds';
      'references': 'applicationAdvice.parties.buyer.taxIds';
      'lines': 'order.lines';
      'allowancesCharges': 'invoice.lines.allowancesCharges';
      'taxes': 'invoice.lines.taxes';
      'notes': 'value';
    };
  };
  'order.lines': {
    values: 'lineId' | 'description' | 'quantity.value' | 'quantity.unit' | 'price.amount' | 'price.per' | 'price.unit' | 'price.basis' | 'packSize' | 'retailPrice' | 'dates.ordered' | 'dates.requestedShip' | 'dates.shipNotBefore' | 'dates.shipNotAfter' | 'dates.deliverBy' | 'dates.cancelAfter' | 'parties.buyer.name' | 'parties.buyer.additionalName' | 'parties.buyer.address.city' | 'parties.buyer.address.region' | 'parties.buyer.address.postalCode' | 'parties.buyer.address.country' | 'parties.seller.name' | 'parties.seller.additionalName' | 'parties.seller.address.city' | 'parties.seller.address.region' | 'parties.seller.address.postalCode' | 'parties.seller.address.country' | 'parties.billTo.name' | 'parties.billTo.additionalName' | 'parties.billTo.address.city' | 'parties.billTo.address.region' | 'parties.billTo.address.postalCode' | 'parties.billTo.address.country' | 'parties.shipTo.name' | 'parties.shipTo.additionalName' | 'parties.shipTo.address.city' | 'parties.shipTo.address.region' | 'parties.shipTo.address.postalCode' | 'parties.shipTo.address.country' | 'parties.shipFrom.name' | 'parties.shipFrom.additionalName' | 'parties.shipFrom.address.city' | 'parties.shipFrom.address.region' | 'parties.shipFrom.address.postalCode' | 'parties.shipFrom.address.country' | 'parties.markFor.name' | 'parties.markFor.additionalName' | 'parties.markFor.address.city' | 'parties.markFor.address.region' | 'parties.markFor.address.postalCode' | 'parties.markFor.address.country' | 'parties.remitTo.name' | 'parties.remitTo.additionalName' | 'parties.remitTo.address.city' | 'parties.remitTo.address.region' | 'parties.remitTo.address.postalCode' | 'parties.remitTo.address.country' | `ext.${string}`;
    objects: {
      'quantity': 'fulfillmentConfirmation.packages.weight';
      'price': 'fulfillmentRequest.lines.price';
      'dates': 'fulfillmentRequest.dates';
      'parties': 'applicationAdvice.parties';
      'parties.buyer': 'applicationAdvice.parties.buyer';
      'parties.buyer.address': 'applicationAdvice.parties.buyer.address';
      'parties.seller': 'applicationAdvice.parties.buyer';
      'parties.seller.address': 'applicationAdvice.parties.buyer.address';
      'parties.billTo': 'applicationAdvice.parties.buyer';
      'parties.billTo.address': 'applicationAdvice.parties.buyer.address';
      'parties.shipTo': 'applicationAdvice.parties.buyer';
      'parties.shipTo.address': 'applicationAdvice.parties.buyer.address';
      'parties.shipFrom': 'applicationAdvice.parties.buyer';
      'parties.shipFrom.address': 'applicationAdvice.parties.buyer.address';
      'parties.markFor': 'applicationAdvice.parties.buyer';
      'parties.markFor.address': 'applicationAdvice.parties.buyer.address';
      'parties.remitTo': 'applicationAdvice.parties.buyer';
      'parties.remitTo.address': 'applicationAdvice.parties.buyer.address';
      'ext': 'applicationAdvice.documents.ext';
    };
    lists: {
      'ids': 'applicationAdvice.parties.buyer.ids';
      'attributes': 'applicationAdvice.parties.buyer.taxIds';
      'schedules': 'order.lines.schedules';
      'allocations': 'fulfillmentRequest.lines.allocations';
      'components': 'invoice.lines.components';
      'parties.buyer.ids': 'applicationAdvice.parties.buyer.ids';
      'parties.buyer.address.lines': 'value';
      'parties.buyer.contacts': 'applicationAdvice.parties.buyer.contacts';
      'parties.buyer.taxIds': 'applicationAdvice.parties.buyer.taxIds';
      'parties.seller.ids': 'applicationAdvice.parties.buyer.ids';
      'parties.seller.address.lines': 'value';
      'parties.seller.contacts': 'applicationAdvice.parties.buyer.contacts';
      'parties.seller.taxIds': 'applicationAdvice.parties.buyer.taxIds';
      'parties.billTo.ids': 'applicationAdvice.parties.buyer.ids';
      'parties.billTo.address.lines': 'value';
      'parties.billTo.contacts': 'applicationAdvice.parties.buyer.contacts';
      'parties.billTo.taxIds': 'applicationAdvice.parties.buyer.taxIds';
      'parties.shipTo.ids': 'applicationAdvice.parties.buyer.ids';
      'parties.shipTo.address.lines': 'value';
      'parties.shipTo.contacts': 'applicationAdvice.parties.buyer.contacts';
      'parties.shipTo.taxIds': 'applicationAdvice.parties.buyer.taxIds';
      'parties.shipFrom.ids': 'applicationAdvice.parties.buyer.ids';
      'parties.shipFrom.address.lines': 'value';
      'parties.shipFrom.contacts': 'applicationAdvice.parties.buyer.contacts';
      'parties.shipFrom.taxIds': 'applicationAdvice.parties.buyer.taxIds';
      'parties.markFor.ids': 'applicationAdvice.parties.buyer.ids';
      'parties.markFor.address.lines': 'value';
      'parties.markFor.contacts': 'applicationAdvice.parties.buyer.contacts';
      'parties.markFor.taxIds': 'applicationAdvice.parties.buyer.taxIds';
      'parties.remitTo.ids': 'applicationAdvice.parties.buyer.ids';
      'parties.remitTo.address.lines': 'value';
      'parties.remitTo.contacts': 'applicationAdvice.parties.buyer.contacts';
      'parties.remitTo.taxIds': 'applicationAdvice.parties.buyer.taxIds';
      'allowancesCharges': 'invoice.lines.allowancesCharges';
      'taxes': 'invoice.lines.taxes';
      'references': 'applicationAdvice.parties.buyer.taxIds';
      'notes': 'value';
    };
  };
  'order.lines.schedules': {
    values: 'quantity.value' | 'quantity.unit' | 'type' | 'date';
    objects: {
      'quantity': 'fulfillmentConfirmation.packages.weight';
    };
    lists: Record<never, never>;
  };
  'orderAcknowledgment': {
    values: 'kind' | 'version' | 'purpose' | 'status' | 'orderNumber' | 'orderRelease' | 'orderDate' | 'changeNumber' | 'changedOn' | 'acknowledgedOn' | 'currency' | 'dates.ordered' | 'dates.requestedShip' | 'dates.shipNotBefore' | 'dates.shipNotAfter' | 'dates.deliverBy' | 'dates.cancelAfter' | 'parties.buyer.name' | 'parties.buyer.additionalName' | 'parties.buyer.address.city' | 'parties.buyer.address.region' | 'parties.buyer.address.postalCode' | 'parties.buyer.address.country' | 'parties.seller.name' | 'parties.seller.additionalName' | 'parties.seller.address.city' | 'parties.seller.address.region' | 'parties.seller.address.postalCode' | 'parties.seller.address.country' | 'parties.billTo.name' | 'parties.billTo.additionalName' | 'parties.billTo.address.city' | 'parties.billTo.address.region' | 'parties.billTo.address.postalCode' | 'parties.billTo.address.country' | 'parties.shipTo.name' | 'parties.shipTo.additionalName' | 'parties.shipTo.address.city' | 'parties.shipTo.address.region' | 'parties.shipTo.address.postalCode' | 'parties.shipTo.address.country' | 'parties.shipFrom.name' | 'parties.shipFrom.additionalName' | 'parties.shipFrom.address.city' | 'parties.shipFrom.address.region' | 'parties.shipFrom.address.postalCode' | 'parties.shipFrom.address.country' | 'parties.markFor.name' | 'parties.markFor.additionalName' | 'parties.markFor.address.city' | 'parties.markFor.address.region' | 'parties.markFor.address.postalCode' | 'parties.markFor.address.country' | 'parties.remitTo.name' | 'parties.remitTo.additionalName' | 'parties.remitTo.address.city' | 'parties.remitTo.address.region' | 'parties.remitTo.address.postalCode' | 'parties.remitTo.address.country' | 'terms.type' | 'terms.basis' | 'terms.discountPercent' | 'terms.discountDays' | 'terms.discountDueOn' | 'terms.discountAmount' | 'terms.netDays' | 'terms.netDueOn' | 'terms.description' | 'freight.payment' | 'freight.place' | 'freight.description' | 'freight.incoterm' | 'routing.scac' | 'routing.name' | 'routing.mode' | 'routing.service' | 'routing.trackingNumber' | 'routing.account' | `ext.${string}`;
    objects: {
      'dates': 'fulfillmentRequest.dates';
      'parties': 'applicationAdvice.parties';
      'parties.buyer': 'applicationAdvice.parties.buyer';
      'parties.buyer.address': 'applicationAdvice.parties.buyer.address';
      'parties.seller': 'applicationAdvice.parties.buyer';
      'parties.seller.address': 'applicationAdvice.parties.buyer.address';
      'parties.billTo': 'applicationAdvice.parties.buyer';
      'parties.billTo.address': 'applicationAdvice.parties.buyer.address';
      'parties.shipTo': 'applicationAdvice.parties.buyer';
      'parties.shipTo.address': 'applicationAdvice.parties.buyer.address';
      'parties.shipFrom': 'applicationAdvice.parties.buyer';
      'parties.shipFrom.address': 'applicationAdvice.parties.buyer.address';
      'parties.markFor': 'applicationAdvice.parties.buyer';
      'parties.markFor.address': 'applicationAdvice.parties.buyer.address';
      'parties.remitTo': 'applicationAdvice.parties.buyer';
      'parties.remitTo.address': 'applicationAdvice.parties.buyer.address';
      'terms': 'invoice.terms';
      'freight': 'fulfillmentConfirmation.freight';
      'routing': 'fulfillmentConfirmation.carrier';
      'ext': 'applicationAdvice.documents.ext';
    };
    lists: {
      'sellerOrderNumbers': 'value';
      'parties.buyer.ids': 'applicationAdvice.parties.buyer.ids';
      'parties.buyer.address.lines': 'value';
      'parties.buyer.contacts': 'applicationAdvice.parties.buyer.contacts';
      'parties.buyer.taxIds': 'applicationAdvice.parties.buyer.taxIds';
      'parties.seller.ids': 'applicationAdvice.parties.buyer.ids';
      'parties.seller.address.lines': 'value';
      'parties.seller.contacts': 'applicationAdvice.parties.buyer.contacts';
      'parties.seller.taxIds': 'applicationAdvice.parties.buyer.taxIds';
      'parties.billTo.ids': 'applicationAdvice.parties.buyer.ids';
      'parties.billTo.address.lines': 'value';
      'parties.billTo.contacts': 'applicationAdvice.parties.buyer.contacts';
      'parties.billTo.taxIds': 'applicationAdvice.parties.buyer.taxIds';
      'parties.shipTo.ids': 'applicationAdvice.parties.buyer.ids';
      'parties.shipTo.address.lines': 'value';
      'parties.shipTo.contacts': 'applicationAdvice.parties.buyer.contacts';
      'parties.shipTo.taxIds': 'applicationAdvice.parties.buyer.taxIds';
      'parties.shipFrom.ids': 'applicationAdvice.parties.buyer.ids';
      'parties.shipFrom.address.lines': 'value';
      'parties.shipFrom.contacts': 'applicationAdvice.parties.buyer.contacts';
      'parties.shipFrom.taxIds': 'applicationAdvice.parties.buyer.taxIds';
      'parties.markFor.ids': 'applicationAdvice.parties.buyer.ids';
      'parties.markFor.address.lines': 'value';
      'parties.markFor.contacts': 'applicationAdvice.parties.buyer.contacts';
      'parties.markFor.taxIds': 'applicationAdvice.parties.buyer.taxIds';
      'parties.remitTo.ids': 'applicationAdvice.parties.buyer.ids';
      'parties.remitTo.address.lines': 'value';
      'parties.remitTo.contacts': 'applicationAdvice.parties.buyer.contacts';
      'parties.remitTo.taxIds': 'applicationAdvice.parties.buyer.taxIds';
      'references': 'applicationAdvice.parties.buyer.taxIds';
      'lines': 'orderAcknowledgment.lines';
      'allowancesCharges': 'invoice.lines.allowancesCharges';
      'notes': 'value';
    };
  };
  'orderAcknowledgment.lines': {
    values: 'lineId' | 'action' | 'description' | 'quantity.value' | 'quantity.unit' | 'price.amount' | 'price.per' | 'price.unit' | 'price.basis' | 'acceptedPrice' | `ext.${string}`;
    objects: {
      'quantity': 'fulfillmentConfirmation.packages.weight';
      'price': 'fulfillmentRequest.lines.price';
      'ext': 'applicationAdvice.documents.ext';
    };
    lists: {
      'ids': 'applicationAdvice.parties.buyer.ids';
      'responses': 'orderAcknowledgment.lines.responses';
      'references': 'applicationAdvice.parties.buyer.taxIds';
      'notes': 'value';
    };
  };
  'orderAcknowledgment.lines.responses': {
    values: 'status' | 'quantity.value' | 'quantity.unit' | 'reason' | 'shipDate' | 'deliveryDate' | 'substitutePrice.amount' | 'substitutePrice.per' | 'substitutePrice.unit' | 'substitutePrice.basis';
    objects: {
      'quantity': 'fulfillmentConfirmation.packages.weight';
      'substitutePrice': 'fulfillmentRequest.lines.price';
    };
    lists: {
      'substituteIds': 'applicationAdvice.parties.buyer.ids';
    };
  };
  'orderChange': {
    values: 'kind' | 'version' | 'purpose' | 'mode' | 'quantities' | 'orderNumber' | 'orderRelease' | 'orderDate' | 'type' | 'changeNumber' | 'changedOn' | 'currency' | 'dates.ordered' | 'dates.requestedShip' | 'dates.shipNotBefore' | 'dates.shipNotAfter' | 'dates.deliverBy' | 'dates.cancelAfter' | 'parties.buyer.name' | 'parties.buyer.additionalName' | 'parties.buyer.address.city' | 'parties.buyer.address.region' | 'parties.buyer.address.postalCode' | 'parties.buyer.address.country' | 'parties.seller.name' | 'parties.seller.additionalName' | 'parties.seller.address.city' | 'parties.seller.address.region' | 'parties.seller.address.postalCode' | 'parties.seller.address.country' | 'parties.billTo.name' | 'parties.billTo.additionalName' | 'parties.billTo.address.city' | 'parties.billTo.address.region' | 'parties.billTo.address.postalCode' | 'parties.billTo.address.country' | 'parties.shipTo.name' | 'parties.shipTo.additionalName' | 'parties.shipTo.address.city' | 'parties.shipTo.address.region' | 'parties.shipTo.address.postalCode' | 'parties.shipTo.address.country' | 'parties.shipFrom.name' | 'parties.shipFrom.additionalName' | 'parties.shipFrom.address.city' | 'parties.shipFrom.address.region' | 'parties.shipFrom.address.postalCode' | 'parties.shipFrom.address.country' | 'parties.markFor.name' | 'parties.markFor.additionalName' | 'parties.markFor.address.city' | 'parties.markFor.address.region' | 'parties.markFor.address.postalCode' | 'parties.markFor.address.country' | 'parties.remitTo.name' | 'parties.remitTo.additionalName' | 'parties.remitTo.address.city' | 'parties.remitTo.address.region' | 'parties.remitTo.address.postalCode' | 'parties.remitTo.address.country' | 'terms.type' | 'terms.basis' | 'terms.discountPercent' | 'terms.discountDays' | 'terms.discountDueOn' | 'terms.discountAmount' | 'terms.netDays' | 'terms.netDueOn' | 'terms.description' | 'freight.payment' | 'freight.place' | 'freight.description' | 'freight.incoterm' | 'routing.scac' | 'routing.name' | 'routing.mode' | 'routing.service' | 'routing.trackingNumber' | 'routing.account' | 'total' | `ext.${string}`;
    objects: {
      'dates': 'fulfillmentRequest.dates';
      'parties': 'applicationAdvice.parties';
      'parties.buyer': 'applicationAdvice.parties.buyer';
      'parties.buyer.address': 'applicationAdvice.parties.buyer.address';
      'parties.seller': 'applicationAdvice.parties.buyer';
      'parties.seller.address': 'applicationAdvice.parties.buyer.address';
      'parties.billTo': 'applicationAdvice.parties.buyer';
      'parties.billTo.address': 'applicationAdvice.parties.buyer.address';
      'parties.shipTo': 'applicationAdvice.parties.buyer';
      'parties.shipTo.address': 'applicationAdvice.parties.buyer.address';
      'parties.shipFrom': 'applicationAdvice.parties.buyer';
      'parties.shipFrom.address': 'applicationAdvice.parties.buyer.address';
      'parties.markFor': 'applicationAdvice.parties.buyer';
      'parties.markFor.address': 'applicationAdvice.parties.buyer.address';
      'parties.remitTo': 'applicationAdvice.parties.buyer';
      'parties.remitTo.address': 'applicationAdvice.parties.buyer.address';
      'terms': 'invoice.terms';
      'freight': 'fulfillmentConfirmation.freight';
      'routing': 'fulfillmentConfirmation.carrier';
      'ext': 'applicationAdvice.documents.ext';
    };
    lists: {
      'parties.buyer.ids': 'applicationAdvice.parties.buyer.ids';
      'parties.buyer.address.lines': 'value';
      'parties.buyer.contacts': 'applicationAdvice.parties.buyer.contacts';
      'parties.buyer.taxIds': 'applicationAdvice.parties.buyer.taxIds';
      'parties.seller.ids': 'applicationAdvice.parties.buyer.ids';
      'parties.seller.address.lines': 'value';
      'parties.seller.contacts': 'applicationAdvice.parties.buyer.contacts';
      'parties.seller.taxIds': 'applicationAdvice.parties.buyer.taxIds';
      'parties.billTo.ids': 'applicationAdvice.parties.buyer.ids';
      'parties.billTo.address.lines': 'value';
      'parties.billTo.contacts': 'applicationAdvice.parties.buyer.contacts';
      'parties.billTo.taxIds': 'applicationAdvice.parties.buyer.taxIds';
      'parties.shipTo.ids': 'applicationAdvice.parties.buyer.ids';
      'parties.shipTo.address.lines': 'value';
      'parties.shipTo.contacts': 'applicationAdvice.parties.buyer.contacts';
      'parties.shipTo.taxIds': 'applicationAdvice.parties.buyer.taxIds';
      'parties.shipFrom.ids': 'applicationAdvice.parties.buyer.ids';
      'parties.shipFrom.address.lines': 'value';
      'parties.shipFrom.contacts': 'applicationAdvice.parties.buyer.contacts';
      'parties.shipFrom.taxIds': 'applicationAdvice.parties.buyer.taxIds';
      'parties.markFor.ids': 'applicationAdvice.parties.buyer.ids';
      'parties.markFor.address.lines': 'value';
      'parties.markFor.contacts': 'applicationAdvice.parties.buyer.contacts';
      'parties.markFor.taxIds': 'applicationAdvice.parties.buyer.taxIds';
      'parties.remitTo.ids': 'applicationAdvice.parties.buyer.ids';
      'parties.remitTo.address.lines': 'value';
      'parties.remitTo.contacts': 'applicationAdvice.parties.buyer.contacts';
      'parties.remitTo.taxIds': 'applicationAdvice.parties.buyer.taxIds';
      'references': 'applicationAdvice.parties.buyer.taxIds';
      'lines': 'orderChange.lines';
      'allowancesCharges': 'invoice.lines.allowancesCharges';
      'taxes': 'invoice.lines.taxes';
      'notes': 'value';
    };
  };
  'orderChange.lines': {
    values: 'lineId' | 'action' | 'description' | 'quantity.value' | 'quantity.unit' | 'leftToReceive' | 'price.amount' | 'price.per' | 'price.unit' | 'price.basis' | 'packSize' | 'retailPrice' | 'dates.ordered' | 'dates.requestedShip' | 'dates.shipNotBefore' | 'dates.shipNotAfter' | 'dates.deliverBy' | 'dates.cancelAfter' | 'parties.buyer.name' | 'parties.buyer.additionalName' | 'parties.buyer.address.city' | 'parties.buyer.address.region' | 'parties.buyer.address.postalCode' | 'parties.buyer.address.country' | 'parties.seller.name' | 'parties.seller.additionalName' | 'parties.seller.address.city' | 'parties.seller.address.region' | 'parties.seller.address.postalCode' | 'parties.seller.address.country' | 'parties.billTo.name' | 'parties.billTo.additionalName' | 'parties.billTo.address.city' | 'parties.billTo.address.region' | 'parties.billTo.address.postalCode' | 'parties.billTo.address.country' | 'parties.shipTo.name' | 'parties.shipTo.additionalName' | 'parties.shipTo.address.city' | 'parties.shipTo.address.region' | 'parties.shipTo.address.postalCode' | 'parties.shipTo.address.country' | 'parties.shipFrom.name' | 'parties.shipFrom.additionalName' | 'parties.shipFrom.address.city' | 'parties.shipFrom.address.region' | 'parties.shipFrom.address.postalCode' | 'parties.shipFrom.address.country' | 'parties.markFor.name' | 'parties.markFor.additionalName' | 'parties.markFor.address.city' | 'parties.markFor.address.region' | 'parties.markFor.address.postalCode' | 'parties.markFor.address.country' | 'parties.remitTo.name' | 'parties.remitTo.additionalName' | 'parties.remitTo.address.city' | 'parties.remitTo.address.region' | 'parties.remitTo.address.postalCode' | 'parties.remitTo.address.country' | `ext.${string}`;
    objects: {
      'quantity': 'fulfillmentConfirmation.packages.weight';
      'price': 'fulfillmentRequest.lines.price';
      'dates': 'fulfillmentRequest.dates';
      'parties': 'applicationAdvice.parties';
      'parties.buyer': 'applicationAdvice.parties.buyer';
      'parties.buyer.address': 'applicationAdvice.parties.buyer.address';
      'parties.seller': 'applicationAdvice.parties.buyer';
      'parties.seller.address': 'applicationAdvice.parties.buyer.address';
      'parties.billTo': 'applicationAdvice.parties.buyer';
      'parties.billTo.address': 'applicationAdvice.parties.buyer.address';
      'parties.shipTo': 'applicationAdvice.parties.buyer';
      'parties.shipTo.address': 'applicationAdvice.parties.buyer.address';
      'parties.shipFrom': 'applicationAdvice.parties.buyer';
      'parties.shipFrom.address': 'applicationAdvice.parties.buyer.address';
      'parties.markFor': 'applicationAdvice.parties.buyer';
      'parties.markFor.address': 'applicationAdvice.parties.buyer.address';
      'parties.remitTo': 'applicationAdvice.parties.buyer';
      'parties.remitTo.address': 'applicationAdvice.parties.buyer.address';
      'ext': 'applicationAdvice.documents.ext';
    };
    lists: {
      'ids': 'applicationAdvice.parties.buyer.ids';
      'attributes': 'applicationAdvice.parties.buyer.taxIds';
      'schedules': 'order.lines.schedules';
      'allocations': 'fulfillmentRequest.lines.allocations';
      'components': 'invoice.lines.components';
      'parties.buyer.ids': 'applicationAdvice.parties.buyer.ids';
      'parties.buyer.address.lines': 'value';
      'parties.buyer.contacts': 'applicationAdvice.parties.buyer.contacts';
      'parties.buyer.taxIds': 'applicationAdvice.parties.buyer.taxIds';
      'parties.seller.ids': 'applicationAdvice.parties.buyer.ids';
      'parties.seller.address.lines': 'value';
      'parties.seller.contacts': 'applicationAdvice.parties.buyer.contacts';
      'parties.seller.taxIds': 'applicationAdvice.parties.buyer.taxIds';
      'parties.billTo.ids': 'applicationAdvice.parties.buyer.ids';
      'parties.billTo.address.lines': 'value';
      'parties.billTo.contacts': 'applicationAdvice.parties.buyer.contacts';
      'parties.billTo.taxIds': 'applicationAdvice.parties.buyer.taxIds';
      'parties.shipTo.ids': 'applicationAdvice.parties.buyer.ids';
      'parties.shipTo.address.lines': 'value';
      'parties.shipTo.contacts': 'applicationAdvice.parties.buyer.contacts';
      'parties.shipTo.taxIds': 'applicationAdvice.parties.buyer.taxIds';
      'parties.shipFrom.ids': 'applicationAdvice.parties.buyer.ids';
      'parties.shipFrom.address.lines': 'value';
      'parties.shipFrom.contacts': 'applicationAdvice.parties.buyer.contacts';
      'parties.shipFrom.taxIds': 'applicationAdvice.parties.buyer.taxIds';
      'parties.markFor.ids': 'applicationAdvice.parties.buyer.ids';
      'parties.markFor.address.lines': 'value';
      'parties.markFor.contacts': 'applicationAdvice.parties.buyer.contacts';
      'parties.markFor.taxIds': 'applicationAdvice.parties.buyer.taxIds';
      'parties.remitTo.ids': 'applicationAdvice.parties.buyer.ids';
      'parties.remitTo.address.lines': 'value';
      'parties.remitTo.contacts': 'applicationAdvice.parties.buyer.contacts';
      'parties.remitTo.taxIds': 'applicationAdvice.parties.buyer.taxIds';
      'allowancesCharges': 'invoice.lines.allowancesCharges';
      'taxes': 'invoice.lines.taxes';
      'references': 'applicationAdvice.parties.buyer.taxIds';
      'notes': 'value';
    };
  };
  'remittance': {
    values: 'kind' | 'version' | 'traceNumber' | 'originatingCompany' | 'handling' | 'direction' | 'method' | 'format' | 'paidOn' | 'total' | 'currency' | 'payer.name' | 'payer.additionalName' | 'payer.address.city' | 'payer.address.region' | 'payer.address.postalCode' | 'payer.address.country' | 'payee.name' | 'payee.additionalName' | 'payee.address.city' | 'payee.address.region' | 'payee.address.postalCode' | 'payee.address.country' | 'payerBank.bankType' | 'payerBank.bank' | 'payerBank.accountType' | 'payerBank.account' | 'payeeBank.bankType' | 'payeeBank.bank' | 'payeeBank.accountType' | 'payeeBank.account' | `ext.${string}`;
    objects: {
      'payer': 'applicationAdvice.parties.buyer';
      'payer.address': 'applicationAdvice.parties.buyer.address';
      'payee': 'applicationAdvice.parties.buyer';
      'payee.address': 'applicationAdvice.parties.buyer.address';
      'payerBank': 'remittance.payerBank';
      'payeeBank': 'remittance.payerBank';
      'ext': 'applicationAdvice.documents.ext';
    };
    lists: {
      'payer.ids': 'applicationAdvice.parties.buyer.ids';
      'payer.address.lines': 'value';
      'payer.contacts': 'applicationAdvice.parties.buyer.contacts';
      'payer.taxIds': 'applicationAdvice.parties.buyer.taxIds';
      'payee.ids': 'applicationAdvice.parties.buyer.ids';
      'payee.address.lines': 'value';
      'payee.contacts': 'applicationAdvice.parties.buyer.contacts';
      'payee.taxIds': 'applicationAdvice.parties.buyer.taxIds';
      'references': 'applicationAdvice.parties.buyer.taxIds';
      'lines': 'remittance.lines';
      'adjustments': 'remittance.lines.adjustments';
      'notes': 'value';
    };
  };
  'remittance.lines': {
    values: 'type' | 'number' | 'date' | 'orderNumber' | 'gross' | 'discount' | 'net' | `ext.${string}`;
    objects: {
      'ext': 'applicationAdvice.documents.ext';
    };
    lists: {
      'adjustments': 'remittance.lines.adjustments';
      'references': 'applicationAdvice.parties.buyer.taxIds';
    };
  };
  'remittance.lines.adjustments': {
    values: 'reason' | 'amount' | 'reference.type' | 'reference.value' | 'reference.description' | 'note';
    objects: {
      'reference': 'applicationAdvice.parties.buyer.taxIds';
    };
    lists: Record<never, never>;
  };
  'remittance.payerBank': {
    values: 'bankType' | 'bank' | 'accountType' | 'account';
    objects: Record<never, never>;
    lists: Record<never, never>;
  };
  'return': {
    values: 'kind' | 'version' | 'purpose' | 'number' | 'status' | 'authorizationNumber' | 'requestedOn' | 'authorizedOn' | 'returnBy' | 'receivedOn' | 'currency' | 'parties.buyer.name' | 'parties.buyer.additionalName' | 'parties.buyer.address.city' | 'parties.buyer.address.region' | 'parties.buyer.address.postalCode' | 'parties.buyer.address.country' | 'parties.seller.name' | 'parties.seller.additionalName' | 'parties.seller.address.city' | 'parties.seller.address.region' | 'parties.seller.address.postalCode' | 'parties.seller.address.country' | 'parties.billTo.name' | 'parties.billTo.additionalName' | 'parties.billTo.address.city' | 'parties.billTo.address.region' | 'parties.billTo.address.postalCode' | 'parties.billTo.address.country' | 'parties.shipTo.name' | 'parties.shipTo.additionalName' | 'parties.shipTo.address.city' | 'parties.shipTo.address.region' | 'parties.shipTo.address.postalCode' | 'parties.shipTo.address.country' | 'parties.shipFrom.name' | 'parties.shipFrom.additionalName' | 'parties.shipFrom.address.city' | 'parties.shipFrom.address.region' | 'parties.shipFrom.address.postalCode' | 'parties.shipFrom.address.country' | 'parties.markFor.name' | 'parties.markFor.additionalName' | 'parties.markFor.address.city' | 'parties.markFor.address.region' | 'parties.markFor.address.postalCode' | 'parties.markFor.address.country' | 'parties.remitTo.name' | 'parties.remitTo.additionalName' | 'parties.remitTo.address.city' | 'parties.remitTo.address.region' | 'parties.remitTo.address.postalCode' | 'parties.remitTo.address.country' | 'carrier.scac' | 'carrier.name' | 'carrier.mode' | 'carrier.service' | 'carrier.trackingNumber' | 'carrier.account' | `ext.${string}`;
    objects: {
      'parties': 'applicationAdvice.parties';
      'parties.buyer': 'applicationAdvice.parties.buyer';
      'parties.buyer.address': 'applicationAdvice.parties.buyer.address';
      'parties.seller': 'applicationAdvice.parties.buyer';
      'parties.seller.address': 'applicationAdvice.parties.buyer.address';
      'parties.billTo': 'applicationAdvice.parties.buyer';
      'parties.billTo.address': 'applicationAdvice.parties.buyer.address';
      'parties.shipTo': 'applicationAdvice.parties.buyer';
      'parties.shipTo.address': 'applicationAdvice.parties.buyer.address';
      'parties.shipFrom': 'applicationAdvice.parties.buyer';
      'parties.shipFrom.address': 'applicationAdvice.parties.buyer.address';
      'parties.markFor': 'applicationAdvice.parties.buyer';
      'parties.markFor.address': 'applicationAdvice.parties.buyer.address';
      'parties.remitTo': 'applicationAdvice.parties.buyer';
      'parties.remitTo.address': 'applicationAdvice.parties.buyer.address';
      'carrier': 'fulfillmentConfirmation.carrier';
      'ext': 'applicationAdvice.documents.ext';
    };
    lists: {
      'parties.buyer.ids': 'applicationAdvice.parties.buyer.ids';
      'parties.buyer.address.lines': 'value';
      'parties.buyer.contacts': 'applicationAdvice.parties.buyer.contacts';
      'parties.buyer.taxIds': 'applicationAdvice.parties.buyer.taxIds';
      'parties.seller.ids': 'applicationAdvice.parties.buyer.ids';
      'parties.seller.address.lines': 'value';
      'parties.seller.contacts': 'applicationAdvice.parties.buyer.contacts';
      'parties.seller.taxIds': 'applicationAdvice.parties.buyer.taxIds';
      'parties.billTo.ids': 'applicationAdvice.parties.buyer.ids';
      'parties.billTo.address.lines': 'value';
      'parties.billTo.contacts': 'applicationAdvice.parties.buyer.contacts';
      'parties.billTo.taxIds': 'applicationAdvice.parties.buyer.taxIds';
      'parties.shipTo.ids': 'applicationAdvice.parties.buyer.ids';
      'parties.shipTo.address.lines': 'value';
      'parties.shipTo.contacts': 'applicationAdvice.parties.buyer.contacts';
      'parties.shipTo.taxIds': 'applicationAdvice.parties.buyer.taxIds';
      'parties.shipFrom.ids': 'applicationAdvice.parties.buyer.ids';
      'parties.shipFrom.address.lines': 'value';
      'parties.shipFrom.contacts': 'applicationAdvice.parties.buyer.contacts';
      'parties.shipFrom.taxIds': 'applicationAdvice.parties.buyer.taxIds';
      'parties.markFor.ids': 'applicationAdvice.parties.buyer.ids';
      'parties.markFor.address.lines': 'value';
      'parties.markFor.contacts': 'applicationAdvice.parties.buyer.contacts';
      'parties.markFor.taxIds': 'applicationAdvice.parties.buyer.taxIds';
      'parties.remitTo.ids': 'applicationAdvice.parties.buyer.ids';
      'parties.remitTo.address.lines': 'value';
      'parties.remitTo.contacts': 'applicationAdvice.parties.buyer.contacts';
      'parties.remitTo.taxIds': 'applicationAdvice.parties.buyer.taxIds';
      'references': 'applicationAdvice.parties.buyer.taxIds';
      'lines': 'return.lines';
      'notes': 'value';
    };
  };
  'return.lines': {
    values: 'lineId' | 'original.orderNumber' | 'original.orderRelease' | 'original.lineId' | 'original.shipmentId' | 'original.invoiceNumber' | 'description' | 'quantity.value' | 'quantity.unit' | 'reason' | 'note' | 'price.amount' | 'price.per' | 'price.unit' | 'price.basis' | 'authorizedQuantity.value' | 'authorizedQuantity.unit' | 'receivedQuantity.value' | 'receivedQuantity.unit' | 'lot' | `ext.${string}`;
    objects: {
      'original': 'return.lines.original';
      'quantity': 'fulfillmentConfirmation.packages.weight';
      'price': 'fulfillmentRequest.lines.price';
      'authorizedQuantity': 'fulfillmentConfirmation.packages.weight';
      'receivedQuantity': 'fulfillmentConfirmation.packages.weight';
      'ext': 'applicationAdvice.documents.ext';
    };
    lists: {
      'ids': 'applicationAdvice.parties.buyer.ids';
      'outcomes': 'return.lines.outcomes';
      'serials': 'value';
    };
  };
  'return.lines.original': {
    values: 'orderNumber' | 'orderRelease' | 'lineId' | 'shipmentId' | 'invoiceNumber';
    objects: Record<never, never>;
    lists: Record<never, never>;
  };
  'return.lines.outcomes': {
    values: 'decision' | 'quantity.value' | 'quantity.unit' | 'condition' | 'disposition' | 'reason' | 'credited' | 'creditNumber';
    objects: {
      'quantity': 'fulfillmentConfirmation.packages.weight';
    };
    lists: Record<never, never>;
  };
  'shipment': {
    values: 'kind' | 'version' | 'purpose' | 'shipmentId' | 'createdAt' | 'shippedOn' | 'deliveryExpectedOn' | 'carrier.scac' | 'carrier.name' | 'carrier.mode' | 'carrier.service' | 'carrier.trackingNumber' | 'carrier.account' | 'equipment.type' | 'equipment.initial' | 'equipment.number' | 'equipment.seal' | 'freight.payment' | 'freight.place' | 'freight.description' | 'freight.incoterm' | 'parties.buyer.name' | 'parties.buyer.additionalName' | 'parties.buyer.address.city' | 'parties.buyer.address.region' | 'parties.buyer.address.postalCode' | 'parties.buyer.address.country' | 'parties.seller.name' | 'parties.seller.additionalName' | 'parties.seller.address.city' | 'parties.seller.address.region' | 'parties.seller.address.postalCode' | 'parties.seller.address.country' | 'parties.billTo.name' | 'parties.billTo.additionalName' | 'parties.billTo.address.city' | 'parties.billTo.address.region' | 'parties.billTo.address.postalCode' | 'parties.billTo.address.country' | 'parties.shipTo.name' | 'parties.shipTo.additionalName' | 'parties.shipTo.address.city' | 'parties.shipTo.address.region' | 'parties.shipTo.address.postalCode' | 'parties.shipTo.address.country' | 'parties.shipFrom.name' | 'parties.shipFrom.additionalName' | 'parties.shipFrom.address.city' | 'parties.shipFrom.address.region' | 'parties.shipFrom.address.postalCode' | 'parties.shipFrom.address.country' | 'parties.markFor.name' | 'parties.markFor.additionalName' | 'parties.markFor.address.city' | 'parties.markFor.address.region' | 'parties.markFor.address.postalCode' | 'parties.markFor.address.country' | 'parties.remitTo.name' | 'parties.remitTo.additionalName' | 'parties.remitTo.address.city' | 'parties.remitTo.address.region' | 'parties.remitTo.address.postalCode' | 'parties.remitTo.address.country' | 'packageCount' | 'packaging' | 'grossWeight.value' | 'grossWeight.unit' | 'volume.value' | 'volume.unit' | `ext.${string}`;
    objects: {
      'carrier': 'fulfillmentConfirmation.carrier';
      'equipment': 'fulfillmentConfirmation.equipment';
      'freight': 'fulfillmentConfirmation.freight';
      'parties': 'applicationAdvice.parties';
      'parties.buyer': 'applicationAdvice.parties.buyer';
      'parties.buyer.address': 'applicationAdvice.parties.buyer.address';
      'parties.seller': 'applicationAdvice.parties.buyer';
      'parties.seller.address': 'applicationAdvice.parties.buyer.address';
      'parties.billTo': 'applicationAdvice.parties.buyer';
      'parties.billTo.address': 'applicationAdvice.parties.buyer.address';
      'parties.shipTo': 'applicationAdvice.parties.buyer';
      'parties.shipTo.address': 'applicationAdvice.parties.buyer.address';
      'parties.shipFrom': 'applicationAdvice.parties.buyer';
      'parties.shipFrom.address': 'applicationAdvice.parties.buyer.address';
      'parties.markFor': 'applicationAdvice.parties.buyer';
      'parties.markFor.address': 'applicationAdvice.parties.buyer.address';
      'parties.remitTo': 'applicationAdvice.parties.buyer';
      'parties.remitTo.address': 'applicationAdvice.parties.buyer.address';
      'grossWeight': 'fulfillmentConfirmation.packages.weight';
      'volume': 'fulfillmentConfirmation.packages.weight';
      'ext': 'applicationAdvice.documents.ext';
    };
    lists: {
      'parties.buyer.ids': 'applicationAdvice.parties.buyer.ids';
      'parties.buyer.address.lines': 'value';
      'parties.buyer.contacts': 'applicationAdvice.parties.buyer.contacts';
      'parties.buyer.taxIds': 'applicationAdvice.parties.buyer.taxIds';
      'parties.seller.ids': 'applicationAdvice.parties.buyer.ids';
      'parties.seller.address.lines': 'value';
      'parties.seller.contacts': 'applicationAdvice.parties.buyer.contacts';
      'parties.seller.taxIds': 'applicationAdvice.parties.buyer.taxIds';
      'parties.billTo.ids': 'applicationAdvice.parties.buyer.ids';
      'parties.billTo.address.lines': 'value';
      'parties.billTo.contacts': 'applicationAdvice.parties.buyer.contacts';
      'parties.billTo.taxIds': 'applicationAdvice.parties.buyer.taxIds';
      'parties.shipTo.ids': 'applicationAdvice.parties.buyer.ids';
      'parties.shipTo.address.lines': 'value';
      'parties.shipTo.contacts': 'applicationAdvice.parties.buyer.contacts';
      'parties.shipTo.taxIds': 'applicationAdvice.parties.buyer.taxIds';
      'parties.shipFrom.ids': 'applicationAdvice.parties.buyer.ids';
      'parties.shipFrom.address.lines': 'value';
      'parties.shipFrom.contacts': 'applicationAdvice.parties.buyer.contacts';
      'parties.shipFrom.taxIds': 'applicationAdvice.parties.buyer.taxIds';
      'parties.markFor.ids': 'applicationAdvice.parties.buyer.ids';
      'parties.markFor.address.lines': 'value';
      'parties.markFor.contacts': 'applicationAdvice.parties.buyer.contacts';
      'parties.markFor.taxIds': 'applicationAdvice.parties.buyer.taxIds';
      'parties.remitTo.ids': 'applicationAdvice.parties.buyer.ids';
      'parties.remitTo.address.lines': 'value';
      'parties.remitTo.contacts': 'applicationAdvice.parties.buyer.contacts';
      'parties.remitTo.taxIds': 'applicationAdvice.parties.buyer.taxIds';
      'references': 'applicationAdvice.parties.buyer.taxIds';
      'units': 'shipment.units';
      'items': 'shipment.items';
    };
  };
  'shipment.items': {
    values: 'orderNumber' | 'orderRelease' | 'orderDate' | 'lineId' | 'unitId' | 'description' | 'quantity.value' | 'quantity.unit' | 'ordered.value' | 'ordered.unit' | 'location.scheme' | 'location.value' | 'packSize' | 'weight.value' | 'weight.unit' | 'lot' | 'expiresOn' | 'manufacturedOn' | 'countryOfOrigin';
    objects: {
      'quantity': 'fulfillmentConfirmation.packages.weight';
      'ordered': 'fulfillmentConfirmation.packages.weight';
      'location': 'applicationAdvice.parties.buyer.ids';
      'weight': 'fulfillmentConfirmation.packages.weight';
    };
    lists: {
      'orderReferences': 'applicationAdvice.parties.buyer.taxIds';
      'ids': 'applicationAdvice.parties.buyer.ids';
      'kitIds': 'applicationAdvice.parties.buyer.ids';
      'serials': 'value';
    };
  };
  'shipment.units': {
    values: 'unitId' | 'type' | 'sscc' | 'parentId' | 'trackingNumber' | 'packaging' | 'weight.value' | 'weight.unit' | 'dimensions.length' | 'dimensions.width' | 'dimensions.height' | 'dimensions.unit';
    objects: {
      'weight': 'fulfillmentConfirmation.packages.weight';
      'dimensions': 'shipment.units.dimensions';
    };
    lists: {
      'ids': 'applicationAdvice.parties.buyer.ids';
    };
  };
  'shipment.units.dimensions': {
    values: 'length' | 'width' | 'height' | 'unit';
    objects: Record<never, never>;
    lists: Record<never, never>;
  };
  'shipmentStatus': {
    values: 'kind' | 'version' | 'shipmentId' | 'carrier.scac' | 'carrier.name' | 'carrier.mode' | 'carrier.service' | 'carrier.trackingNumber' | 'carrier.account' | 'parties.buyer.name' | 'parties.buyer.additionalName' | 'parties.buyer.address.city' | 'parties.buyer.address.region' | 'parties.buyer.address.postalCode' | 'parties.buyer.address.country' | 'parties.seller.name' | 'parties.seller.additionalName' | 'parties.seller.address.city' | 'parties.seller.address.region' | 'parties.seller.address.postalCode' | 'parties.seller.address.country' | 'parties.billTo.name' | 'parties.billTo.additionalName' | 'parties.billTo.address.city' | 'parties.billTo.address.region' | 'parties.billTo.address.postalCode' | 'parties.billTo.address.country' | 'parties.shipTo.name' | 'parties.shipTo.additionalName' | 'parties.shipTo.address.city' | 'parties.shipTo.address.region' | 'parties.shipTo.address.postalCode' | 'parties.shipTo.address.country' | 'parties.shipFrom.name' | 'parties.shipFrom.additionalName' | 'parties.shipFrom.address.city' | 'parties.shipFrom.address.region' | 'parties.shipFrom.address.postalCode' | 'parties.shipFrom.address.country' | 'parties.markFor.name' | 'parties.markFor.additionalName' | 'parties.markFor.address.city' | 'parties.markFor.address.region' | 'parties.markFor.address.postalCode' | 'parties.markFor.address.country' | 'parties.remitTo.name' | 'parties.remitTo.additionalName' | 'parties.remitTo.address.city' | 'parties.remitTo.address.region' | 'parties.remitTo.address.postalCode' | 'parties.remitTo.address.country' | 'estimatedDelivery' | 'packageCount' | 'grossWeight.value' | 'grossWeight.unit' | `ext.${string}`;
    objects: {
      'carrier': 'fulfillmentConfirmation.carrier';
      'parties': 'applicationAdvice.parties';
      'parties.buyer': 'applicationAdvice.parties.buyer';
      'parties.buyer.address': 'applicationAdvice.parties.buyer.address';
      'parties.seller': 'applicationAdvice.parties.buyer';
      'parties.seller.address': 'applicationAdvice.parties.buyer.address';
      'parties.billTo': 'applicationAdvice.parties.buyer';
      'parties.billTo.address': 'applicationAdvice.parties.buyer.address';
      'parties.shipTo': 'applicationAdvice.parties.buyer';
      'parties.shipTo.address': 'applicationAdvice.parties.buyer.address';
      'parties.shipFrom': 'applicationAdvice.parties.buyer';
      'parties.shipFrom.address': 'applicationAdvice.parties.buyer.address';
      'parties.markFor': 'applicationAdvice.parties.buyer';
      'parties.markFor.address': 'applicationAdvice.parties.buyer.address';
      'parties.remitTo': 'applicationAdvice.parties.buyer';
      'parties.remitTo.address': 'applicationAdvice.parties.buyer.address';
      'grossWeight': 'fulfillmentConfirmation.packages.weight';
      'ext': 'applicationAdvice.documents.ext';
    };
    lists: {
      'parties.buyer.ids': 'applicationAdvice.parties.buyer.ids';
      'parties.buyer.address.lines': 'value';
      'parties.buyer.contacts': 'applicationAdvice.parties.buyer.contacts';
      'parties.buyer.taxIds': 'applicationAdvice.parties.buyer.taxIds';
      'parties.seller.ids': 'applicationAdvice.parties.buyer.ids';
      'parties.seller.address.lines': 'value';
      'parties.seller.contacts': 'applicationAdvice.parties.buyer.contacts';
      'parties.seller.taxIds': 'applicationAdvice.parties.buyer.taxIds';
      'parties.billTo.ids': 'applicationAdvice.parties.buyer.ids';
      'parties.billTo.address.lines': 'value';
      'parties.billTo.contacts': 'applicationAdvice.parties.buyer.contacts';
      'parties.billTo.taxIds': 'applicationAdvice.parties.buyer.taxIds';
      'parties.shipTo.ids': 'applicationAdvice.parties.buyer.ids';
      'parties.shipTo.address.lines': 'value';
      'parties.shipTo.contacts': 'applicationAdvice.parties.buyer.contacts';
      'parties.shipTo.taxIds': 'applicationAdvice.parties.buyer.taxIds';
      'parties.shipFrom.ids': 'applicationAdvice.parties.buyer.ids';
      'parties.shipFrom.address.lines': 'value';
      'parties.shipFrom.contacts': 'applicationAdvice.parties.buyer.contacts';
      'parties.shipFrom.taxIds': 'applicationAdvice.parties.buyer.taxIds';
      'parties.markFor.ids': 'applicationAdvice.parties.buyer.ids';
      'parties.markFor.address.lines': 'value';
      'parties.markFor.contacts': 'applicationAdvice.parties.buyer.contacts';
      'parties.markFor.taxIds': 'applicationAdvice.parties.buyer.taxIds';
      'parties.remitTo.ids': 'applicationAdvice.parties.buyer.ids';
      'parties.remitTo.address.lines': 'value';
      'parties.remitTo.contacts': 'applicationAdvice.parties.buyer.contacts';
      'parties.remitTo.taxIds': 'applicationAdvice.parties.buyer.taxIds';
      'references': 'applicationAdvice.parties.buyer.taxIds';
      'events': 'shipmentStatus.events';
    };
  };
  'shipmentStatus.events': {
    values: 'type' | 'code' | 'reason' | 'milestone' | 'at' | 'on' | 'place.city' | 'place.region' | 'place.postalCode' | 'place.country' | 'signedBy' | 'equipmentNumber';
    objects: {
      'place': 'shipmentStatus.events.place';
    };
    lists: Record<never, never>;
  };
  'shipmentStatus.events.place': {
    values: 'city' | 'region' | 'postalCode' | 'country';
    objects: Record<never, never>;
    lists: Record<never, never>;
  };
  'textMessage': {
    values: 'kind' | 'version' | 'purpose' | 'subject' | 'issuedOn' | 'parties.buyer.name' | 'parties.buyer.additionalName' | 'parties.buyer.address.city' | 'parties.buyer.address.region' | 'parties.buyer.address.postalCode' | 'parties.buyer.address.country' | 'parties.seller.name' | 'parties.seller.additionalName' | 'parties.seller.address.city' | 'parties.seller.address.region' | 'parties.seller.address.postalCode' | 'parties.seller.address.country' | 'parties.billTo.name' | 'parties.billTo.additionalName' | 'parties.billTo.address.city' | 'parties.billTo.address.region' | 'parties.billTo.address.postalCode' | 'parties.billTo.address.country' | 'parties.shipTo.name' | 'parties.shipTo.additionalName' | 'parties.shipTo.address.city' | 'parties.shipTo.address.region' | 'parties.shipTo.address.postalCode' | 'parties.shipTo.address.country' | 'parties.shipFrom.name' | 'parties.shipFrom.additionalName' | 'parties.shipFrom.address.city' | 'parties.shipFrom.address.region' | 'parties.shipFrom.address.postalCode' | 'parties.shipFrom.address.country' | 'parties.markFor.name' | 'parties.markFor.additionalName' | 'parties.markFor.address.city' | 'parties.markFor.address.region' | 'parties.markFor.address.postalCode' | 'parties.markFor.address.country' | 'parties.remitTo.name' | 'parties.remitTo.additionalName' | 'parties.remitTo.address.city' | 'parties.remitTo.address.region' | 'parties.remitTo.address.postalCode' | 'parties.remitTo.address.country' | `ext.${string}`;
    objects: {
      'parties': 'applicationAdvice.parties';
      'parties.buyer': 'applicationAdvice.parties.buyer';
      'parties.buyer.address': 'applicationAdvice.parties.buyer.address';
      'parties.seller': 'applicationAdvice.parties.buyer';
      'parties.seller.address': 'applicationAdvice.parties.buyer.address';
      'parties.billTo': 'applicationAdvice.parties.buyer';
      'parties.billTo.address': 'applicationAdvice.parties.buyer.address';
      'parties.shipTo': 'applicationAdvice.parties.buyer';
      'parties.shipTo.address': 'applicationAdvice.parties.buyer.address';
      'parties.shipFrom': 'applicationAdvice.parties.buyer';
      'parties.shipFrom.address': 'applicationAdvice.parties.buyer.address';
      'parties.markFor': 'applicationAdvice.parties.buyer';
      'parties.markFor.address': 'applicationAdvice.parties.buyer.address';
      'parties.remitTo': 'applicationAdvice.parties.buyer';
      'parties.remitTo.address': 'applicationAdvice.parties.buyer.address';
      'ext': 'applicationAdvice.documents.ext';
    };
    lists: {
      'parties.buyer.ids': 'applicationAdvice.parties.buyer.ids';
      'parties.buyer.address.lines': 'value';
      'parties.buyer.contacts': 'applicationAdvice.parties.buyer.contacts';
      'parties.buyer.taxIds': 'applicationAdvice.parties.buyer.taxIds';
      'parties.seller.ids': 'applicationAdvice.parties.buyer.ids';
      'parties.seller.address.lines': 'value';
      'parties.seller.contacts': 'applicationAdvice.parties.buyer.contacts';
      'parties.seller.taxIds': 'applicationAdvice.parties.buyer.taxIds';
      'parties.billTo.ids': 'applicationAdvice.parties.buyer.ids';
      'parties.billTo.address.lines': 'value';
      'parties.billTo.contacts': 'applicationAdvice.parties.buyer.contacts';
      'parties.billTo.taxIds': 'applicationAdvice.parties.buyer.taxIds';
      'parties.shipTo.ids': 'applicationAdvice.parties.buyer.ids';
      'parties.shipTo.address.lines': 'value';
      'parties.shipTo.contacts': 'applicationAdvice.parties.buyer.contacts';
      'parties.shipTo.taxIds': 'applicationAdvice.parties.buyer.taxIds';
      'parties.shipFrom.ids': 'applicationAdvice.parties.buyer.ids';
      'parties.shipFrom.address.lines': 'value';
      'parties.shipFrom.contacts': 'applicationAdvice.parties.buyer.contacts';
      'parties.shipFrom.taxIds': 'applicationAdvice.parties.buyer.taxIds';
      'parties.markFor.ids': 'applicationAdvice.parties.buyer.ids';
      'parties.markFor.address.lines': 'value';
      'parties.markFor.contacts': 'applicationAdvice.parties.buyer.contacts';
      'parties.markFor.taxIds': 'applicationAdvice.parties.buyer.taxIds';
      'parties.remitTo.ids': 'applicationAdvice.parties.buyer.ids';
      'parties.remitTo.address.lines': 'value';
      'parties.remitTo.contacts': 'applicationAdvice.parties.buyer.contacts';
      'parties.remitTo.taxIds': 'applicationAdvice.parties.buyer.taxIds';
      'references': 'applicationAdvice.parties.buyer.taxIds';
      'messages': 'textMessage.messages';
    };
  };
  'textMessage.messages': {
    values: 'number' | 'subject';
    objects: Record<never, never>;
    lists: {
      'lines': 'value';
    };
  };
  'value': {
    values: '.';
    objects: Record<never, never>;
    lists: Record<never, never>;
  };
}
