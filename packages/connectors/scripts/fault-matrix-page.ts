import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { contractSubjects } from '../test/governance/contract-subjects.ts';
import { renderFaultMatrix } from './render-fault-matrix.ts';

// Run after a change of the kit or of an adapter: node --import tsx --conditions=@dist/source scripts/fault-matrix-page.ts
writeFileSync(join(import.meta.dirname, '../docs/fault-matrix.md'), renderFaultMatrix(contractSubjects));
