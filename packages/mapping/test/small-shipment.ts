import { Shipment } from '@dist/canonical';
import { shipNotice856 } from '@dist/x12/004010';
import { compile, type Overlay, type PartnerMap } from '../src/index.ts';
import { x12 } from '../src/x12.ts';
import { mustHave } from './compiled.ts';

const sscc = (id: string) => ({ id, canonical: 'sscc', native: 'MAN[01=GM].02', as: 'sscc' });

/** What the tests of levels need of a ship notice. */
const shipment: PartnerMap = {
  id: 'shipment',
  version: '1',
  native: 'x12/004010/856',
  canonical: 'shipment',
  rules: [
    { id: 'kind', op: 'const', canonical: 'kind', value: 'shipment' },
    { id: 'model', op: 'const', canonical: 'version', value: '1' },
    { id: 'original', op: 'const', canonical: 'purpose', value: 'original' },
    { id: 'purpose', op: 'const', native: 'BSN01', value: '00' },
    { id: 'shipment-id', canonical: 'shipmentId', native: 'BSN02' },
    { id: 'created', canonical: 'createdAt', native: ['BSN03', 'BSN04'], as: 'dateTime:Z' },
    {
      id: 'hl',
      op: 'nest',
      native: 'HL',
      units: 'units',
      items: 'items',
      levels: ['S', 'O', 'P', 'I'],
      lossy: ['T'],
      structure: {
        native: 'BSN05',
        codes: { 'S-O-P-I': '0001', 'S-O-I-P': '0002', 'S-P-O-I': '0003', 'S-O-I': '0004' },
      },
      define: {
        S: {
          holds: 'document',
          rules: [
            { id: 'scac', canonical: 'carrier.scac', native: 'TD5[02=2].03' },
            { id: 'mode', canonical: 'carrier.mode', native: 'TD5[02=2].04' },
            { id: 'shipped', canonical: 'shippedOn', native: 'DTM[01=011].02', as: 'date' },
          ],
        },
        O: { holds: 'group', rules: [{ id: 'order', canonical: 'orderNumber', native: 'PRF01', required: true }] },
        T: { holds: 'unit', type: 'pallet', rules: [sscc('pallet-sscc')] },
        P: {
          holds: 'unit',
          type: 'carton',
          rules: [
            sscc('carton-sscc'),
            { id: 'carton-weight', canonical: 'weight.value', native: 'TD1[06=G].07', as: 'decimal' },
            { id: 'carton-unit', canonical: 'weight.unit', native: 'TD1[06=G].08' },
          ],
        },
        I: {
          holds: 'item',
          rules: [
            { id: 'line', canonical: 'lineId', native: 'LIN01', as: 'index' },
            {
              id: 'ids',
              op: 'pairs',
              canonical: 'ids',
              native: 'LIN',
              from: 2,
              codes: { UP: { scheme: 'gtin', as: 'gtin:12' }, VN: { scheme: 'seller' } },
            },
            { id: 'quantity', canonical: 'quantity.value', native: 'SN102', as: 'decimal' },
            { id: 'unit', canonical: 'quantity.unit', native: 'SN103' },
          ],
        },
      },
    },
    { id: 'level-count', op: 'calc', native: 'CTT01', function: 'count', of: { native: 'HL[]' } },
  ],
};

/** That map, with the levels in this order. */
export function smallShipment(patch?: Record<string, unknown>) {
  const overlay: Overlay = { id: 'partner', version: '1', base: 'shipment', patch: { hl: patch ?? {} } };
  return mustHave(compile(shipment, { native: x12(shipNotice856), canonical: Shipment, overlays: [overlay] }));
}
