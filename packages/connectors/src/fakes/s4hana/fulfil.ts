import type { FakeSalesOrder, S4hanaState } from './s4hana-state.ts';

/** Posts goods issue and billing of every order that is open: one delivery and one billing document each. */
export function fulfil(state: S4hanaState, now: number): void {
  for (const order of state.orders) {
    const open = order.items.filter(
      (item) => item.SalesDocumentRjcnReason === '' && Number(item.delivered) < Number(item.RequestedQuantity),
    );
    if (open.length === 0) continue;
    const delivery = String(80_100_000 + state.deliveries.length);
    const billing = String(90_100_000 + state.billing.length);
    const amounts = open.map((item) => ({
      ...item,
      net: (Number(item.RequestedQuantity) * (item.price ?? state.price)).toFixed(2),
    }));
    state.deliveries.push({ number: delivery, changedAt: now, fields: deliveryFields(order, delivery, open, now) });
    state.billing.push({
      number: billing,
      changedAt: now,
      fields: billingFields(order, { billing, delivery, amounts, now }),
    });
    for (const item of open) item.delivered = item.RequestedQuantity;
  }
}

function deliveryFields(order: FakeSalesOrder, number: string, open: FakeSalesOrder['items'], now: number) {
  return {
    ActualGoodsMovementDate: `/Date(${now})/`,
    DeliveryDate: `/Date(${now + 2 * 86_400_000})/`,
    BillOfLading: `BOL-${number}`,
    OverallGoodsMovementStatus: 'C',
    to_DeliveryDocumentItem: {
      results: open.map((item) => ({
        DeliveryDocument: number,
        DeliveryDocumentItem: item.SalesOrderItem,
        ActualDeliveryQuantity: item.RequestedQuantity,
        DeliveryQuantityUnit: item.RequestedQuantityUnit,
        Material: item.Material,
        ReferenceSDDocument: order.SalesOrder,
        ReferenceSDDocumentItem: item.SalesOrderItem,
      })),
    },
  };
}

interface Billed {
  readonly billing: string;
  readonly delivery: string;
  readonly amounts: readonly (FakeSalesOrder['items'][number] & { readonly net: string })[];
  readonly now: number;
}

function billingFields(order: FakeSalesOrder, { billing, delivery, amounts, now }: Billed) {
  return {
    SDDocumentCategory: 'M',
    BillingDocumentDate: `/Date(${now})/`,
    CancelledBillingDocument: '',
    TransactionCurrency: 'USD',
    TotalNetAmount: amounts.reduce((sum, { net }) => sum + Number(net), 0).toFixed(2),
    TaxAmount: '0.00',
    to_Item: {
      results: amounts.map((item) => ({
        BillingDocument: billing,
        BillingDocumentItem: item.SalesOrderItem,
        SalesDocument: order.SalesOrder,
        SalesDocumentItem: item.SalesOrderItem,
        ReferenceSDDocument: delivery,
        ReferenceSDDocumentCategory: 'J',
        Material: item.Material,
        BillingQuantity: item.RequestedQuantity,
        BillingQuantityUnit: item.RequestedQuantityUnit,
        NetAmount: item.net,
        TaxAmount: '0.00',
      })),
    },
  };
}
