import { readFileSync } from 'node:fs';
import { resolve } from 'node:path';
import { format, read } from '@dist/x12';
import { purchaseOrder850 } from '@dist/x12/004010';
import { orderLines } from './order-lines.ts';

/**
 * Prints the purchase orders of a file and every issue, each with its place marked. A relative path is one in `folder`. The exit
 * code: 0 everything is accepted, 1 something is rejected, 2 the file cannot be opened.
 */
export function readOrders(path: string, folder: string, print: (line: string) => void): 0 | 1 | 2 {
  const source = bytesOf(resolve(folder, path));
  if (source === undefined) {
    print(`${path} cannot be opened: is the path right?`);
    return 2;
  }
  const file = read(source, { sets: [purchaseOrder850] });
  for (const set of file.sets) {
    if (set.type === '850' && set.status !== 'rejected') orderLines(set.document).forEach(print);
    else print(`Set ${set.controlNumber} (${set.type}) is rejected`);
    for (const issue of set.issues) print(format(issue, { source, file: path }));
  }
  const ofSets = new Set(file.sets.flatMap(({ issues }) => issues));
  for (const issue of file.issues) if (!ofSets.has(issue)) print(format(issue, { source, file: path }));
  return file.issues.some(({ severity }) => severity === 'error') ? 1 : 0;
}

function bytesOf(path: string): Uint8Array | undefined {
  try {
    return readFileSync(path);
  } catch {
    return undefined;
  }
}
