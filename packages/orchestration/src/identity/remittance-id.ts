/** Identity of a remittance (R24): who pays, and the trace number of the payment (TRN02). The colon is in no id of an order. */
export function remittanceId(payer: string, traceNumber: string): string {
  return `${encodeURIComponent(payer)}/remittance:${encodeURIComponent(traceNumber)}`;
}
