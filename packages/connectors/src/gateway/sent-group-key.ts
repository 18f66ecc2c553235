/** Where a group that was sent is found again when its 997 comes: by GS01 and GS06. */
export function sentGroupKey(partner: string, functionalIdentifier: string, controlNumber: string): string {
  return `sent/${partner}/${functionalIdentifier}/${Number(controlNumber)}`;
}
