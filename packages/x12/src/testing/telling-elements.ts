/** Levels stand by the elements of HL, and BSN05 says in which order: what is wrong there is told by the levels. */
const TELLING = /^(?:HL\d\d|BSN05|BIN\d\d|BDS\d\d)$/;

/** Whether the rest of the set is read by the value of an element, so that a fault of it is not one of the value alone. */
export function isTelling(designator: string): boolean {
  return TELLING.test(designator);
}
