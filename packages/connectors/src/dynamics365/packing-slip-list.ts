import type { Shipment } from '@dist/canonical';
import { fieldOf } from '../json/field-of.ts';
import { textOf } from '../json/text-of.ts';
import { decodePackingSlip } from './decode-packing-slip.ts';
import type { DocumentList } from './list-documents.ts';
import type { UnitTable } from './unit-table.ts';

/** Shipment packing slips of Warehouse management. */
export function packingSlipList(units: UnitTable): DocumentList<Shipment> {
  const expand = 'ShipmentPackingSlipJournalLines';
  return {
    operation: 'shipments.list',
    set: 'ShipmentPackingSlipJournalHeaders',
    day: 'DocumentDate',
    keys: ['ShipmentPackingSlipVersionNumber'],
    expand,
    ordersOf: (record) => {
      const lines = fieldOf(record, expand);
      return (Array.isArray(lines) ? lines : [])
        .filter((line: unknown) => fieldOf(line, 'ConsigneeLineNumber') === 0)
        .flatMap((line: unknown) => textOf(fieldOf(line, 'ConsignerOrderNumber')) ?? []);
    },
    decode: (json, lineIds) => decodePackingSlip(json, units, lineIds),
  };
}
