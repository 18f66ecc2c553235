import { readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import type { MasterData, MasterDataPort } from '@dist/orchestration';

/** The seller's master data, which the reference ERP keeps its stock and prices by too. */
export const masterDataFile = fileURLToPath(new URL('../master-data.json', import.meta.url));

/** Master data from the file. Small enough to hand out whole; a real port asks for the keys it is given. */
export function masterData(): MasterDataPort {
  const { version, items, customers, itemCrossReferences, shipToCrossReferences } = JSON.parse(
    readFileSync(masterDataFile, 'utf8'),
  ) as MasterData;
  const all: MasterData = { version, items, customers, itemCrossReferences, shipToCrossReferences };
  return { resolve: async () => all };
}
