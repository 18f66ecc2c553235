// Writes src/generated and KNOWN-GAPS.md from the definitions: `npx tsx packages/x12/scripts/generate-types.ts`.
import { mkdirSync, writeFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { renderKnownGaps } from './render-known-gaps.ts';
import { renderTypes } from './render-types.ts';
import { typedReleases } from './typed-sets.ts';

for (const [release, sets] of Object.entries(typedReleases)) {
  const folder = fileURLToPath(new URL(`../src/generated/${release}/`, import.meta.url));
  mkdirSync(folder, { recursive: true });
  for (const [file, text] of renderTypes(release, sets)) writeFileSync(folder + file, text);
}

writeFileSync(fileURLToPath(new URL('../KNOWN-GAPS.md', import.meta.url)), renderKnownGaps());
