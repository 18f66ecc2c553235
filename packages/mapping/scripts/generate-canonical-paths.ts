import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { canonicalPaths } from './canonical-paths.ts';

// Run after a change of a canonical schema: node --import tsx --conditions=@dist/source scripts/generate-canonical-paths.ts
writeFileSync(join(import.meta.dirname, '../src/generated/canonical-paths.ts'), canonicalPaths());
