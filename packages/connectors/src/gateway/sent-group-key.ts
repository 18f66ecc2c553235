/** Where a group that was sent is found again when its 997 comes: by GS01 and GS06. */
export function sentGroupKey(partner: string, functionalIdentifier: string, controlNumber: string): string {
  return `sent/${partner}/${encodeURIComponent(functionalIdentifier)}/${Number(controlNumber)}`;
}

/** Where an interchange that was sent is found again when its TA1 comes: by ISA13. */
export function sentInterchangeKey(partner: string, controlNumber: string): string {
  return `sent/${partner}/ISA/${Number(controlNumber)}`;
}
