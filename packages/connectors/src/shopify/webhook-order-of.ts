import { numberOfId } from './number-of-id.ts';
import type { OrderLineNode, OrderNode } from './order-node.ts';

/**
 * Pure: the order of the GraphQL Admin API in the fields of the webhook `orders/create`, as far as the map `order.json`
 * reads them. Names differ; amounts are texts in both and are not touched. Source: Admin API 2026-07, objects Order and
 * LineItem; REST Admin API, resource Order.
 */
export function webhookOrderOf(node: OrderNode): Readonly<Record<string, unknown>> {
  const { purchasingEntity, paymentTerms } = node;
  const company = purchasingEntity?.company;
  const location = purchasingEntity?.location;
  return {
    admin_graphql_api_id: node.id,
    name: node.name,
    test: node.test,
    created_at: node.createdAt,
    cancelled_at: node.cancelledAt,
    financial_status: node.displayFinancialStatus?.toLowerCase(),
    currency: node.currencyCode,
    presentment_currency: node.presentmentCurrencyCode,
    taxes_included: node.taxesIncluded,
    note: node.note,
    po_number: node.poNumber,
    total_price: node.totalPriceSet.shopMoney.amount,
    total_price_set: moneySet(node.totalPriceSet),
    current_total_price: node.currentTotalPriceSet.shopMoney.amount,
    current_total_price_set: moneySet(node.currentTotalPriceSet),
    payment_terms: paymentTerms && {
      due_in_days: paymentTerms.dueInDays,
      payment_terms_name: paymentTerms.paymentTermsName,
    },
    customer: node.customer && { admin_graphql_api_id: node.customer.id },
    company: company && { id: wholeNumber(company.id), location_id: location && wholeNumber(location.id) },
    billing_address: addressOf(node.billingAddress),
    shipping_address: addressOf(node.shippingAddress),
    line_items: node.lineItems.nodes.map(lineOf),
    shipping_lines: node.shippingLines.nodes.map(({ title, code, isRemoved, discountedPriceSet }) => ({
      title,
      code,
      is_removed: isRemoved,
      discounted_price: discountedPriceSet.shopMoney.amount,
      discounted_price_set: moneySet(discountedPriceSet),
    })),
    tax_lines: node.taxLines.map(({ title, priceSet }) => ({
      title,
      price: priceSet.shopMoney.amount,
      price_set: moneySet(priceSet),
    })),
  };
}

function lineOf(line: OrderLineNode): Readonly<Record<string, unknown>> {
  return {
    admin_graphql_api_id: line.id,
    variant_id: line.variant && wholeNumber(line.variant.id),
    sku: line.sku,
    name: line.name,
    quantity: line.quantity,
    current_quantity: line.currentQuantity,
    price: line.originalUnitPriceSet.shopMoney.amount,
    price_set: moneySet(line.originalUnitPriceSet),
    discount_allocations: line.discountAllocations.map(({ allocatedAmountSet }) => ({
      amount: allocatedAmountSet.shopMoney.amount,
      amount_set: moneySet(allocatedAmountSet),
    })),
  };
}

function addressOf(address: OrderNode['shippingAddress']): Readonly<Record<string, unknown>> | undefined {
  if (!address) return undefined;
  const { name, company, address1, address2, city, provinceCode, zip, countryCodeV2, phone } = address;
  return {
    name,
    company,
    address1,
    address2,
    city,
    province_code: provinceCode,
    zip,
    country_code: countryCodeV2,
    phone,
  };
}

function moneySet({ shopMoney, presentmentMoney }: OrderNode['totalPriceSet']): Readonly<Record<string, unknown>> {
  return { shop_money: { amount: shopMoney.amount }, presentment_money: { amount: presentmentMoney.amount } };
}

/** The webhook has these ids as numbers; one that a number does not hold exactly is refused by the map. */
function wholeNumber(id: string): number {
  return Number(numberOfId(id));
}
