import type { Overlay } from '@dist/mapping';

/** Overlays of two made-up accounts, with fields of their own. */
export const tenantOverlays: Record<'netsuite' | 'sap-s4', Overlay> = {
  netsuite: {
    id: 'tenant',
    version: '1',
    base: 'netsuite/sales-order',
    patch: { 'line-id': { native: 'custcol_buyer_line', as: null, only: null } },
    add: [
      { rule: { id: 'cancel-after', canonical: 'dates.cancelAfter', native: 'custbody_cancel_after' } },
      { rule: { id: 'route', canonical: 'ext.tenant.route', native: 'custbody_route' } },
    ],
  },
  'sap-s4': {
    id: 'tenant',
    version: '1',
    base: 'sap-s4/sales-order',
    patch: {
      'sales-organization': { op: 'const', canonical: null, required: null, value: '2910' },
      price: { native: 'to_PricingElement.results[ConditionType=PR00].ConditionRateValue' },
      'price-per': { native: 'to_PricingElement.results[ConditionType=PR00].ConditionQuantity' },
      'price-currency': { native: 'to_PricingElement.results[ConditionType=PR00].ConditionCurrency' },
    },
    add: [
      {
        rule: {
          id: 'notes',
          op: 'each',
          canonical: 'notes',
          native: 'to_Text.results',
          rules: [
            { id: 'note-language', op: 'const', native: 'Language', value: 'EN' },
            { id: 'note-id', op: 'const', native: 'LongTextID', value: 'TX01' },
            { id: 'note', canonical: '.', native: 'LongText' },
          ],
        },
      },
      { rule: { id: 'route', canonical: 'ext.tenant.route', native: 'YY1_Route_SDH' } },
    ],
  },
};
