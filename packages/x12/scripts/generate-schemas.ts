import { writeSchemas } from '../../../scripts/write-schemas.mjs';
import { guideSchema } from './guide-schema.ts';

// Run after a change of a guide's shape: node --import tsx --conditions=@dist/source scripts/generate-schemas.ts
writeSchemas('packages/x12', [
  {
    name: 'guide',
    title: 'Companion guide',
    schema: guideSchema,
    of: { file: 'src/guide/guide.ts', name: 'Guide' },
  },
]);
