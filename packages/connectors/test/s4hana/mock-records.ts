const orders = 'API_SALES_ORDER_SRV';
const deliveries = 'API_OUTBOUND_DELIVERY_SRV';
const invoices = 'API_BILLING_DOCUMENT_SRV';

/** `2026-03-02T00:00:00Z`, and days after it, as OData 2 writes them. */
const day = (after: number): string => `/Date(${1_772_409_600_000 + after * 86_400_000}+0000)/`;

const orderItem = { SalesOrder: '4711', Material: 'AX-100' };
const ofOrder = { SalesDocument: '4711', SalesDocumentItem: '100', Material: 'AX-100' };

function delivery(number: string, after: number) {
  return {
    DeliveryDocument: number,
    OverallGoodsMovementStatus: 'C',
    ActualGoodsMovementDate: day(after),
    LastChangeDate: day(after),
    DeliveryDate: day(after + 2),
    HeaderGrossWeight: '12.500',
    HeaderWeightUnit: 'KG',
  };
}

function deliveryItem(number: string) {
  return {
    DeliveryDocument: number,
    DeliveryDocumentItem: '10',
    // Deliveries write zeros before the number of an item.
    ReferenceSDDocument: '4711',
    ReferenceSDDocumentItem: '000100',
    Material: 'AX-100',
    ActualDeliveryQuantity: '4',
    DeliveryQuantityUnit: 'PC',
  };
}

function invoice(number: string, total: string) {
  return {
    BillingDocument: number,
    SDDocumentCategory: 'M',
    BillingDocumentDate: day(0),
    LastChangeDateTime: day(0),
    TransactionCurrency: 'USD',
    TotalNetAmount: total,
    TaxAmount: '1.30',
  };
}

function invoiceItem(number: string) {
  return {
    ...ofOrder,
    BillingDocument: number,
    BillingDocumentItem: '10',
    ReferenceSDDocument: '80000001',
    ReferenceSDDocumentCategory: 'J',
    BillingQuantity: '4',
    BillingQuantityUnit: 'PC',
    NetAmount: '13.00',
    TaxAmount: '1.30',
  };
}

/**
 * What stands in SAP's mock server before the adapter comes, beside the 150 records that it makes up of each kind: entities
 * that are posted one by one, as a service that keeps them apart has them.
 */
export const mockRecords: readonly (readonly [path: string, record: Readonly<Record<string, string>>])[] = [
  [
    `${orders}/A_SalesOrder`,
    {
      SalesOrder: '4711',
      PurchaseOrderByShipToParty: 'northfield.1',
      OverallSDProcessStatus: 'A',
      LastChangeDateTime: day(0),
    },
  ],
  [
    `${orders}/A_SalesOrderItem`,
    {
      ...orderItem,
      SalesOrderItem: '100',
      UnderlyingPurchaseOrderItem: '1',
      RequestedQuantity: '24.000',
      RequestedQuantityUnit: 'PC',
    },
  ],
  [
    `${orders}/A_SalesOrderItem`,
    { ...orderItem, SalesOrderItem: '200', RequestedQuantity: '5', RequestedQuantityUnit: 'EA' },
  ],
  [
    `${orders}/A_SalesOrderScheduleLine`,
    { SalesOrder: '4711', SalesOrderItem: '100', ScheduleLine: '1', DeliveredQtyInOrderQtyUnit: '4' },
  ],
  ...['80000001', '80000002', '80000003'].flatMap((number, after) => [
    [`${deliveries}/A_OutbDeliveryHeader`, delivery(number, after)] as const,
    [`${deliveries}/A_OutbDeliveryItem`, deliveryItem(number)] as const,
  ]),
  // Its goods issue is not posted.
  [`${deliveries}/A_OutbDeliveryHeader`, { ...delivery('80000004', 1), OverallGoodsMovementStatus: 'A' }],
  [`${invoices}/A_BillingDocument`, invoice('90000001', '13.00')],
  [`${invoices}/A_BillingDocumentItem`, invoiceItem('90000001')],
  // Its item is 13.00, and it says 99.00.
  [`${invoices}/A_BillingDocument`, invoice('90000002', '99.00')],
  [`${invoices}/A_BillingDocumentItem`, invoiceItem('90000002')],
  [
    'API_MATERIAL_STOCK_SRV/A_MatlStkInAcctMod',
    {
      Material: 'AX-100',
      Plant: '1710',
      InventoryStockType: '01',
      MaterialBaseUnit: 'PC',
      MatlWrhsStkQtyInMatlBaseUnit: '120.500',
    },
  ],
];
