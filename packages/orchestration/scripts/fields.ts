import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { renderFields } from './render-fields.ts';

// Run after a change of an event or of an effect's body: node --import tsx --conditions=@dist/source scripts/fields.ts
writeFileSync(join(import.meta.dirname, '../docs/fields.md'), renderFields());
