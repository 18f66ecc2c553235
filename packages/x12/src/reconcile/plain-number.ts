/** A control number as it is compared: zeros in front do not count, since GS06 and AK102 are numbers. */
export const plainNumber = (controlNumber: string): string => controlNumber.trim().replace(/^0+(?=\d)/, '');
