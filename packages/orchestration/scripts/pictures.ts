import { readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { renderPictures } from './render-pictures.ts';

// Run after a change of the machine or of its default policy: node --import tsx --conditions=@dist/source scripts/pictures.ts
const docs = join(import.meta.dirname, '../docs');
const rendered = renderPictures(readFileSync(join(docs, 'pictures.md'), 'utf8'));
for (const [file, text] of Object.entries(rendered)) writeFileSync(join(docs, file), text);
