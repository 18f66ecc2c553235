import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { renderContractPage } from './render-contract-page.ts';

// Run after a change of an adapter's table: node --import tsx --conditions=@dist/source scripts/contract-page.ts
writeFileSync(join(import.meta.dirname, '../docs/systems/README.md'), renderContractPage());
