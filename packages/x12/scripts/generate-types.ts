// Writes src/generated from the definitions: `npx tsx packages/x12/scripts/generate-types.ts`.
import { mkdirSync, writeFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { renderTypes } from './render-types.ts';
import { typedSets004010 } from './typed-sets.ts';

const folder = fileURLToPath(new URL('../src/generated/004010/', import.meta.url));
mkdirSync(folder, { recursive: true });
for (const [file, text] of renderTypes('004010', typedSets004010)) writeFileSync(folder + file, text);
