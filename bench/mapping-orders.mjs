import { readFileSync } from 'node:fs';
import { builtEntry } from './built-entry.mjs';

const { read } = await import(builtEntry('index'));
const { purchaseOrder850 } = await import(builtEntry('004010'));

/** The purchase orders of a file as `@dist/x12` decodes them: what a map, and whoever does the same, begins with. */
export function mappingOrders(path) {
  const { sets, issues } = read(readFileSync(path), { sets: [purchaseOrder850] });
  if (issues.length > 0) throw new Error(`an issue in what is right: ${issues[0].code} ${issues[0].message}`);
  return sets.map(({ document }) => {
    for (const { PO1 } of document.PO1Loop) PO1.productId = withCheckDigit(PO1.productId);
    return document;
  });
}

/** The made-up UPCs end with any digit. A wrong one would be a warning, and warnings are not what is measured. */
function withCheckDigit(text) {
  const digits = [...text].slice(0, 11).map(Number);
  const sum = digits.reduce((total, digit, index) => total + digit * (index % 2 === 0 ? 3 : 1), 0);
  return `${text.slice(0, 11)}${(10 - (sum % 10)) % 10}`;
}
