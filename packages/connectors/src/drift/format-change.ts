import type { DescriptionChange } from './description-change.ts';

/** A change as one line: `breaking: POST /orders, sends items[].sku: is not there any more (field-removed)`. */
export function formatChange({ severity, kind, operation, at, message }: DescriptionChange): string {
  return `${severity}: ${operation}${at === '' ? '' : `, ${at}`}: ${message} (${kind})`;
}
