import type { Overlay } from '@dist/mapping';
import { describe, expect, it } from 'vitest';
import { golden, write } from './erp-orders.ts';
import { withOverlays } from './shop-orders.ts';
import { tenantOverlays as tenant } from './tenant-overlays.ts';
import type { System } from './vendor-map.ts';

describe('a tenant’s own field of a shop is an overlay, never a fork', () => {
  it.each<
    [what: string, system: System, name: string, overlay: Omit<Overlay, 'id' | 'version' | 'base'>, found: object]
  >([
    [
      'the unit of a line property',
      'shopify',
      'company',
      {
        patch: { unit: null, lines: { where: { native: { not: null, path: 'sku', is: 'AX-100' } } } },
        tables: { unit: { case: 'XCS', each: 'C62' } },
        add: [
          {
            into: 'lines',
            rule: {
              id: 'unit-of-property',
              canonical: 'quantity.unit',
              native: 'properties[name=unit].value',
              as: 'table:unit',
              required: true,
            },
          },
        ],
      },
      { lines: [{ quantity: { value: '12', unit: 'XCS' } }] },
    ],
    [
      'a gift message among the attributes of the cart',
      'shopify',
      'company',
      {
        add: [{ rule: { id: 'gift', canonical: 'notes[1]', native: 'note_attributes[name=gift_message].value' } }],
      },
      { notes: ['Leave with the foreman', 'For the new shop'] },
    ],
    [
      'an engraving',
      'bigcommerce',
      'company',
      {
        patch: { 'configurable-fields': null },
        add: [
          {
            into: 'lines',
            rule: {
              id: 'engraving',
              canonical: 'ext.tenant.engraving',
              native: 'configurable_fields[name=Engraving].value',
            },
          },
        ],
      },
      { lines: [{ ext: { tenant: { engraving: 'JS' } } }, {}, {}] },
    ],
  ])('%s (%s)', (_, system, name, change, found) => {
    const overlay: Overlay = { id: 'tenant', version: '1', base: `${system}/order`, ...change };
    const { value, issues } = withOverlays(system, name, [overlay]);
    expect(issues).toEqual([]);
    expect(value).toMatchObject(found);
  });
});

describe('a tenant’s own field of an ERP is an overlay, never a fork', () => {
  it('NetSuite: fields of body and column', () => {
    const { canonical } = golden('netsuite');
    const dates = { ...canonical.dates, cancelAfter: '2026-03-20' };
    const { body, issues } = write('netsuite', { dates, ext: { tenant: { route: 'B7' } } }, [tenant.netsuite]);
    expect(issues).toEqual([]);
    expect(body).toMatchObject({
      custbody_cancel_after: '2026-03-20',
      custbody_route: 'B7',
      item: { items: [{ custcol_buyer_line: '1' }, { custcol_buyer_line: '007' }] },
    });
  });

  it('SAP: organization, condition type, texts and an extension field', () => {
    const ext = { ...golden('sap-s4').canonical.ext, tenant: { route: 'B7' } };
    const { body, issues } = write('sap-s4', { notes: ['Ring twice'], ext }, [tenant['sap-s4']]);
    expect(issues).toEqual([]);
    expect(body).toMatchObject({
      SalesOrganization: '2910',
      YY1_Route_SDH: 'B7',
      to_Text: { results: [{ Language: 'EN', LongTextID: 'TX01', LongText: 'Ring twice' }] },
      to_Item: { results: [{ to_PricingElement: { results: [{ ConditionType: 'PR00' }] } }, {}] },
    });
  });
});
