import type { PurchaseOrder850 } from '@dist/x12/004010';

/** An order as a person reads it: who, when and where to on the first line, then a line for each of its lines. */
export function orderLines({ BEG, N1Loop = [], PO1Loop }: PurchaseOrder850): string[] {
  const shipTo = N1Loop.find(({ N1 }) => N1.partyRole === 'ST')?.N1;
  const place = shipTo?.name ?? shipTo?.identificationCode ?? 'a place that it does not say';
  const lines = PO1Loop.map(({ PO1, PIDLoop = [] }) => {
    const {
      assignedIdentification = '',
      quantityOrdered = '',
      unitOfMeasure = '',
      unitPrice = '',
      productId = '',
    } = PO1;
    const description = PIDLoop[0]?.PID.description ?? '';
    return `  ${assignedIdentification.padEnd(4)}${quantityOrdered.padStart(6)} ${unitOfMeasure} at ${unitPrice.padEnd(8)}${productId.padEnd(14)}${description}`;
  });
  return [`Order ${BEG.purchaseOrderNumber} of ${day(BEG.purchaseOrderDate)}, to ${place}`, ...lines];
}

function day(date: string): string {
  return date.replace(/^(\d{4})(\d\d)(\d\d)$/, '$1-$2-$3');
}
