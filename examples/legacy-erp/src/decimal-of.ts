import { normalize } from '@dist/canonical/arithmetic';

/** A decimal as this ERP writes it (`78.00`, `0012.5`) in canonical text; what is none stays, and is refused by the document's schema. */
export function decimalOf(text: string): string {
  return isDecimal(text) ? normalize(text) : text;
}

/** Whether a text is a decimal that this ERP may write. */
export function isDecimal(text: string): boolean {
  return /^-?\d{1,18}(?:\.\d{1,9})?$/.test(text);
}
